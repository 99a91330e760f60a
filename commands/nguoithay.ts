import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { askOtherStandIn, beginAbsence, listAbsences } from '../src/dialogs/absence/list.ts'
import { answerStandIn, endAbsence } from '../src/dialogs/absence/note.ts'

const one = z.object({ id: z.string() })

/** Who is away from when to when, and who stands in. */
export default defineCommand({
  order: 11,
  menu: 'office.absence.menu',
  usage: 'office.absence.usage',
  aliases: ['người thay', 'cử người thay', 'báo vắng', 'vắng mặt', 'vangmat'],
  allow: everyone,
  run: listAbsences,
  actions: {
    begin: defineAction(z.object({}), beginAbsence),
    answer: defineAction(one.extend({ agrees: z.boolean() }), (turn, { id, agrees }) =>
      answerStandIn(turn, id, agrees),
    ),
    end: defineAction(one, (turn, { id }) => endAbsence(turn, id)),
    again: defineAction(one, (turn, { id }) => askOtherStandIn(turn, id)),
  },
})
