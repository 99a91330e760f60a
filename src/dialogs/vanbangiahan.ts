import { z } from 'zod'
import { defineDialog } from './engine/dialog.ts'
import { lineStep } from './joining/line-step.ts'
import { ruledUnit } from './units/choose-unit.ts'

const answers = z.object({ id: z.string(), document: z.string().optional() })
type Answers = z.infer<typeof answers>

/** The letter that confirms a spoken extension: its number and day. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: () => ({ step: 'document' }),
  next: () => null,
  steps: { document: lineStep<Answers>('document', { ask: () => ['office.extension.askDocument'] }) },
  async finish({ turn, answers: { id, document = '' } }) {
    const { store, person, now } = turn
    const extension = await store.extensions.byId(id)
    if (!extension) {
      turn.say('office.extension.gone')
      return 'done'
    }
    if (!(await ruledUnit(turn, extension.unitId))) return 'done'
    await store.extensions.document(id, document)
    const subject = `deadline:${extension.deadlineId}`
    const detail = { unitId: extension.unitId, document }
    await store.audit.write({ at: now, by: person?.id ?? null, action: 'deadline.extension_document', subject, detail })
    turn.say('office.extension.documented', { document })
    return 'done'
  },
})
