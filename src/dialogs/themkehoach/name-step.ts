import { message } from '../../chat/message.ts'
import { fold } from '../../domain/fold.ts'
import { proposeShortName } from '../../domain/plan-review.ts'
import type { Step } from '../engine/dialog.ts'
import { type Answers, readOf } from './answers.ts'

const [least, most] = [3, 60]

/** The short name that people will read every day. */
export const name: Step<Answers> = {
  plainNumbers: true,
  ask({ turn, answers }) {
    const { t } = turn.texts
    const proposal = proposed(answers)
    return message(
      [t('plans.name.ask'), ...(proposal ? [t('plans.name.proposal', { name: proposal })] : [])].join('\n'),
    )
  },
  choices: ({ turn, answers }) =>
    proposed(answers) ? [{ value: 'take', label: turn.texts.t('plans.name.take') }] : [],
  async read(input, { turn, answers }) {
    const { t } = turn.texts
    const typed = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/gu, ' ').trim() : ''
    const shortName = input.kind === 'choice' ? (proposed(answers) ?? '') : typed
    if (shortName.length < least || shortName.length > most)
      return { ok: false, message: message(t('plans.name.length', { least, most, length: shortName.length })) }
    const waiting = (await turn.store.plannedPlans.all()).map(({ plan }) => plan)
    const others = [...(await turn.store.plans.list()), ...waiting]
    if (others.some((plan) => fold(plan.shortName) === fold(shortName)))
      return { ok: false, message: message(t('plans.name.taken', { name: shortName })) }
    return { ok: true, answers: { ...answers, shortName } }
  },
}

const proposed = (answers: Answers): string | null => answers.shortName ?? proposeShortName(readOf(answers).draft, most)
