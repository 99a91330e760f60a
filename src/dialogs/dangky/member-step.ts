import { fold } from '../../domain/fold.ts'
import type { Member } from '../../domain/person.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, headed, refused, shorten, took } from './ask.ts'
import { chooseCapacity } from './begin.ts'
import { othersOf } from './registrants.ts'

type Other = { member: Member; unitId: string; label: string; key: string }

async function others({ turn }: Pick<Ask, 'turn'>): Promise<Other[]> {
  const names = new Map((await turn.store.units.all()).map(({ id, name }) => [id, name]))
  return (await othersOf(turn)).map(({ member, unitId }) => ({
    ...{ member, unitId, key: `${member.id} ${unitId}` },
    label: `${member.name} (${names.get(unitId) ?? ''})`,
  }))
}

const fitting = (all: Other[], typed: string): Other[] => {
  const words = fold(typed).split(' ')
  return all.filter(({ label }) => words.every((word) => ` ${fold(label)} `.includes(` ${word}`)))
}

/** Who registers, where the focal point types for somebody else: chosen, or named in words. */
export const memberStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('register.member.ask')]),
  choices: async (ask) => (await others(ask)).map(({ key, label }) => ({ value: key, label })),
  async read(input, ask) {
    const { turn, answers } = ask
    const all = await others(ask)
    const typed = input.kind === 'text' ? shorten(input.text.trim(), 60) : ''
    const found = input.kind === 'choice' ? all.filter(({ key }) => key === input.value) : fitting(all, typed)
    const [one, ...more] = found
    if (!one || (typed === '' && input.kind === 'text')) return refused(turn, 'register.member.unknown', { typed })
    if (more.length > 0)
      return refused(turn, 'register.member.several', {
        typed,
        names: found
          .slice(0, 5)
          .map(({ label }) => label)
          .join('; '),
      })
    return took(await chooseCapacity(turn, answers, { subject: 'person', unitId: one.unitId, personId: one.member.id }))
  },
}
