import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import type { Turn } from '../src/chat/turn.ts'
import { sendCallList } from '../src/dialogs/chase/calls.ts'
import { followed } from '../src/dialogs/chase/in-charge.ts'
import { sendProof, sendUnitProof } from '../src/dialogs/chase/proof.ts'
import { listChases, presentChases } from '../src/dialogs/chase/subjects.ts'
import { sendWritten } from '../src/dialogs/papers/send-file.ts'
import { ruledUnits } from '../src/dialogs/units/choose-unit.ts'
import { beginLetter } from '../src/dialogs/urging/begin.ts'
import { fold } from '../src/domain/fold.ts'

const nothing = z.object({})
const kind = z.enum(['docx', 'xlsx']).optional()

/** Who was reminded of what, when, how, with what outcome; what is noted by hand beside the chat; letters and lists to print. */
export default defineCommand({
  order: 12,
  menu: 'office.chase.menu',
  usage: 'office.chase.usage',
  aliases: ['chứng minh', 'chungminh', 'đôn đốc', 'theo dõi đôn đốc', 'theodoidondoc'],
  allow: only('admin'),
  run,
  actions: {
    list: defineAction(nothing, listChases),
    open: defineAction(followed.extend({ offset: z.int().optional() }), async (turn, { offset, ...of }) =>
      turn.reply(await presentChases(turn, of, offset)),
    ),
    note: defineAction(followed, (turn, { deadline, round }) =>
      turn.begin('ghinhac', { deadlineId: deadline, ...(round && { round }) }),
    ),
    calls: defineAction(followed, sendCallList),
    letter: defineAction(followed, beginLetter),
    proof: defineAction(followed.extend({ as: kind }), (turn, { as, ...of }) => sendProof(turn, of, as)),
    unit: defineAction(nothing, (turn) => turn.begin('minhchung', {})),
    unitProof: defineAction(z.object({ unitId: z.string(), as: kind }), (turn, { unitId, as }) =>
      sendUnitProof(turn, unitId, as),
    ),
    extend: defineAction(z.object({ deadline: z.string() }), (turn, { deadline }) =>
      turn.begin('giahanmieng', { deadlineId: deadline }),
    ),
    document: defineAction(z.object({ id: z.string() }), (turn, { id }) => turn.begin('vanbangiahan', { id })),
    written: sendWritten,
    pause: defineAction(nothing, (turn) => turn.begin('tamdungnhac', {})),
  },
})

/** With the name of a unit after it: the proof for that unit at once. */
async function run(turn: Turn, tail: string): Promise<void> {
  const typed = fold(tail)
  const named = typed === '' ? [] : (await ruledUnits(turn)).filter(({ name }) => fold(name) === typed)
  const [only] = named
  return only && named.length === 1 ? sendUnitProof(turn, only.id) : listChases(turn)
}
