import { fold } from '../../domain/fold.ts'
import type { ListedPerson } from '../../domain/registration-body.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, again, headed, refused, took } from './ask.ts'
import { readNumbers } from './contents-step.ts'
import { membersOf } from './list-file.ts'

const keyOf = ({ name, position }: ListedPerson): string => `${fold(name)}|${fold(position)}`
const has = ({ people = [] }: Answers, one: ListedPerson): boolean =>
  people.some((other) => keyOf(other) === keyOf(one))

function toggled(answers: Answers, one: ListedPerson): Answers {
  const { people = [] } = answers
  const rest = people.filter((other) => keyOf(other) !== keyOf(one))
  return { ...answers, people: rest.length < people.length ? rest : [...people, one] }
}

/** People ticked one by one among those who belong to the unit. */
export const pickStep: Step<Answers> = {
  async ask(ask) {
    const { texts } = ask.turn
    const lines = (await membersOf(ask)).map((one, index) => {
      const ticked = has(ask.answers, one) ? texts.t('register.contents.ticked') : ''
      return `${index + 1}. ${one.name}${one.position ? ` (${one.position})` : ''}${ticked}`
    })
    return headed(ask, [texts.t('register.people.askPick'), ...lines])
  },
  async choices(ask) {
    const { answers, turn } = ask
    const picks = (await membersOf(ask)).map((one, index) => ({
      value: keyOf(one),
      label: turn.texts.t(has(answers, one) ? 'register.unchoose' : 'register.choose', { number: index + 1 }),
    }))
    const done = { value: 'done', label: turn.texts.t('register.continue'), stays: true }
    return answers.people?.length ? [...picks, done] : picks
  },
  async read(input, ask: Ask) {
    const { answers, turn } = ask
    const members = await membersOf(ask)
    if (input.kind === 'choice' && input.value === 'done') return took({ ...answers, rowsChecked: true })
    if (input.kind === 'choice') {
      const one = members.find((member) => keyOf(member) === input.value)
      return one ? again(toggled(answers, one)) : again(answers)
    }
    const numbers = input.kind === 'text' ? readNumbers(input.text, members.length) : null
    if (!numbers) return refused(turn, 'register.people.unclearPick')
    const picked = numbers.flatMap((number) => members[number - 1] ?? [])
    return again(picked.filter((one) => !has(answers, one)).reduce(toggled, answers))
  },
}
