import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { headed, refused, took } from './ask.ts'
import { chooseCapacity } from './begin.ts'
import { otherChoices, readOther } from './choose-other.ts'

/** Who registers, where the focal point types for somebody else: chosen, or named in words. */
export const memberStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('register.member.ask')]),
  choices: ({ turn }) => otherChoices(turn),
  async read(input, { turn, answers }) {
    const chosen = await readOther(turn, input)
    if (!chosen.ok) return refused(turn, chosen.key, chosen.values)
    const { member, unitId } = chosen.other
    return took(await chooseCapacity(turn, answers, { subject: 'person', unitId, personId: member.id }))
  },
}
