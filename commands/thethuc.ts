import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { checkedFile, findingsMessage } from '../src/dialogs/thethuc/findings-message.ts'
import { paperToMake } from '../src/dialogs/thethucgiay/answers.ts'
import { beginDeclaring } from '../src/dialogs/thethucgiay/begin.ts'

/** Holds a DOCX against the layout of Nghị định 30/2020/NĐ-CP. */
export default defineCommand({
  usage: 'papers.check.usage',
  menu: 'papers.check.menu',
  aliases: ['thể thức', 'kiểm tra thể thức'],
  allow: everyone,
  run: (turn) => turn.begin('thethuc', {}),
  actions: {
    declare: defineAction(z.object({ unitId: z.string(), paper: paperToMake.nullable() }), beginDeclaring),
    more: defineAction(z.object({ file: checkedFile, from: z.int() }), (turn, { file, from }) =>
      turn.reply(findingsMessage(turn.texts, file, from)),
    ),
  },
})
