import { defineCommand, everyone } from '../src/chat/command.ts'

/** Inside a dialog the engine takes it; outside there is nothing to cancel. */
export default defineCommand({
  order: 22,
  menu: 'chat.cancel.menu',
  usage: 'chat.cancel.usage',
  aliases: ['thoi', 'dung', 'thôi', 'dừng', 'hủy'],
  allow: everyone,
  run: (turn) => turn.say('chat.cancel.nothing'),
})
