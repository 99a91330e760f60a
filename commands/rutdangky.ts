import { defineCommand, everyone } from '../src/chat/command.ts'
import { chooseWithdraw } from '../src/dialogs/dangky/start.ts'

/** "hủy đăng ký" means withdrawing, not leaving a dialog; it asks first. */
export default defineCommand({
  menu: 'register.rutdangky.menu',
  usage: 'register.rutdangky.usage',
  aliases: ['hủy đăng ký', 'huydangky', 'thôi đăng ký'],
  allow: everyone,
  hidden: true,
  run: (turn) => chooseWithdraw(turn),
})
