import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import type { Member } from '../../domain/person.ts'
import { formatPerson } from '../../texts/people.ts'
import type { Asked, Choice, Step } from '../engine/dialog.ts'
import type { Question } from '../joining/line-step.ts'

type Choosing<Answers> = {
  ask: Question<Answers>
  from(asked: Asked<Answers>): Promise<Member[]>
  take(answers: Answers, personId: string): Answers
}

const mostNames = 4

/** Asks for one of some people: by button, number, name or a part of it; two of one name are told apart by their unit. */
export const choosePerson = <Answers>({ ask, from, take }: Choosing<Answers>): Step<Answers> => ({
  ask: (asked) => message(asked.turn.texts.t(...ask(asked))),
  choices: async (asked) => personChoices(asked.turn, await from(asked)),
  async read(input, asked) {
    const { turn, answers } = asked
    if (input.kind === 'choice') return { ok: true, answers: take(answers, input.value) }
    const typed = input.kind === 'text' ? input.text.trim() : ''
    const found = (await from(asked)).filter(({ name }) => fold(typed) !== '' && fold(name).includes(fold(typed)))
    const [only, ...more] = found
    if (only && more.length === 0) return { ok: true, answers: take(answers, only.id) }
    const names = (await personChoices(turn, found.slice(0, mostNames))).map(({ label }) => label).join('; ')
    const key = found.length === 0 ? 'office.person.unknown' : 'office.person.several'
    return { ok: false, message: message(turn.texts.t(key, { typed: typed.slice(0, 80), count: found.length, names })) }
  },
})

async function personChoices({ texts, store, person }: Turn, people: Member[]): Promise<Choice[]> {
  const units = new Map((await store.units.all()).map(({ id, name }) => [id, name]))
  return people.map((one) => {
    if (one.id === person?.id) return { value: one.id, label: texts.t('office.person.me') }
    const isTwin = people.some((other) => other.id !== one.id && fold(other.name) === fold(one.name))
    const unit = units.get(one.memberships[0]?.unitId ?? '')
    const label = isTwin && unit ? texts.t('office.person.ofUnit', { name: one.name, unit }) : formatPerson(texts, one)
    return { value: one.id, label }
  })
}
