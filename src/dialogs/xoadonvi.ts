import { z } from 'zod'
import { message } from '../chat/message.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { chooseUnit, ruledUnit } from './units/choose-unit.ts'
import { emptyLeaves } from './units/empty-leaves.ts'

const answers = z.object({ unitId: z.string().optional() })
type Answers = z.infer<typeof answers>

const sure: Step<Answers> = {
  async ask({ turn, answers: { unitId = '' } }) {
    const unit = await turn.store.units.byId(unitId)
    return message(turn.texts.t('people.units.removeSure', { unit: unit?.name ?? '' }))
  },
  choices: ({ turn: { texts } }) => [{ value: 'remove', label: texts.t('people.units.remove') }],
  read: (input, { turn: { texts }, answers }) =>
    input.kind === 'choice'
      ? { ok: true, answers }
      : { ok: false, message: message(texts.t('people.units.answerRemove')) },
}

/** Removes a unit that nothing hangs on, after asking once more. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'unit' }),
  next: (_answers, { step }) => (step === 'unit' ? { step: 'sure' } : null),
  steps: { unit: chooseUnit(() => ['people.units.removeWhich'], emptyLeaves), sure },
  async finish({ turn, answers: { unitId } }) {
    const unit = await ruledUnit(turn, unitId)
    if (!unit) return 'done'
    const { store, now, person } = turn
    if (!(await store.units.remove(unit.id))) turn.say('people.units.inUse', { unit: unit.name })
    else {
      const by = person?.id ?? null
      await store.audit.write({ at: now, by, action: 'unit.removed', subject: unit.id, detail: { name: unit.name } })
      turn.say('people.units.removed', { unit: unit.name })
    }
    return 'done'
  },
})
