import { otherChoices, readOther } from '../dangky/choose-other.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { headed, refused, took } from './ask.ts'
import { answersFor } from './begin.ts'
import { occasionsFor } from './occasions.ts'

/** Who reports, where the focal point types for somebody else; with one thing to report it is begun. */
export const memberStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('reports.member.ask')]),
  choices: ({ turn }) => otherChoices(turn),
  async read(input, { turn, answers }) {
    const chosen = await readOther(turn, input)
    if (!chosen.ok) return refused(turn, chosen.key, chosen.values)
    const { member, unitId } = chosen.other
    const other = { personId: member.id, unitId }
    const [only, ...more] = await occasionsFor(turn, '', other)
    if (!only) return refused(turn, 'reports.member.nothing', { name: member.name })
    return took(more.length === 0 ? await answersFor(turn, only, answers.words) : { ...answers, other })
  },
}
