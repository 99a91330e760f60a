import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { sendCallList } from '../src/dialogs/chase/calls.ts'
import { listChases, presentChases } from '../src/dialogs/chase/subjects.ts'

const nothing = z.object({})
const ofDeadline = z.object({ deadline: z.string() })

/** Who was reminded of what, when, how, with what outcome; what is noted by hand beside the chat. */
export default defineCommand({
  order: 12,
  menu: 'office.chase.menu',
  usage: 'office.chase.usage',
  aliases: ['chứng minh', 'chungminh', 'đôn đốc', 'theo dõi đôn đốc', 'theodoidondoc'],
  allow: only('admin'),
  run: listChases,
  actions: {
    list: defineAction(nothing, listChases),
    open: defineAction(ofDeadline.extend({ offset: z.int().optional() }), async (turn, { deadline, offset }) =>
      turn.reply(await presentChases(turn, deadline, offset)),
    ),
    note: defineAction(ofDeadline, (turn, { deadline }) => turn.begin('ghinhac', { deadlineId: deadline })),
    calls: defineAction(ofDeadline, (turn, { deadline }) => sendCallList(turn, deadline)),
    extend: defineAction(ofDeadline, (turn, { deadline }) => turn.begin('giahanmieng', { deadlineId: deadline })),
    document: defineAction(z.object({ id: z.string() }), (turn, { id }) => turn.begin('vanbangiahan', { id })),
    pause: defineAction(nothing, (turn) => turn.begin('tamdungnhac', {})),
  },
})
