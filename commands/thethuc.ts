import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { checkedFile, findingsMessage } from '../src/dialogs/thethuc/findings-message.ts'

/** Holds a DOCX against the layout of Nghị định 30/2020/NĐ-CP. */
export default defineCommand({
  usage: 'papers.check.usage',
  menu: 'papers.check.menu',
  aliases: ['thể thức', 'kiểm tra thể thức'],
  allow: everyone,
  run: (turn) => turn.begin('thethuc', {}),
  actions: {
    more: defineAction(z.object({ file: checkedFile, from: z.int() }), (turn, { file, from }) =>
      turn.reply(findingsMessage(turn.texts, file, from)),
    ),
  },
})
