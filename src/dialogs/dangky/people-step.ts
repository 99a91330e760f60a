import { fold } from '../../domain/fold.ts'
import { type NamedPerson, type RowProblem, readPeopleLines } from '../../domain/people-lines.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Choice, Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, again, headed, refused, shorten, took } from './ask.ts'

const mostPeople = 300
const shownProblems = 8

/** Those who belong to the unit, as they are listed. */
async function membersOf({ turn, answers }: Ask): Promise<NamedPerson[]> {
  const unitId = answers.registrant?.unitId
  const members = unitId ? await turn.store.people.ofUnits([unitId]) : []
  return members.map(({ name, position }) => ({ name, position }))
}

function describeProblem(texts: Texts, problem: Answers['rowProblems'][number]): string {
  return texts.t(`register.people.${problem.reason as RowProblem['reason']}`, {
    row: problem.row,
    text: shorten(problem.text, 60),
    of: problem.of,
  })
}

function readTyped(text: string, ask: Ask): Read<Answers> {
  const { people, problems } = readPeopleLines(text)
  if (people.length > mostPeople)
    return refused(ask.turn, 'register.people.tooMany', { count: people.length, most: mostPeople })
  if (people.length === 0) return refused(ask.turn, 'register.people.nobody', { typed: shorten(text.trim(), 60) })
  const answers = { ...ask.answers, people, rowProblems: problems }
  return problems.length > 0 ? again(answers) : took(answers)
}

const samePeople = (one: NamedPerson[], other: NamedPerson[]): boolean =>
  one.length === other.length && one.every(({ name }, index) => fold(name) === fold(other[index]?.name ?? ''))

export const peopleStep: Step<Answers> = {
  ask(ask) {
    const { texts } = ask.turn
    const { people = [], rowProblems } = ask.answers
    const noted = people.length > 0 ? texts.t('register.people.noted', { count: people.length }) : ''
    if (rowProblems.length === 0) return headed(ask, [texts.t('register.people.ask'), noted])
    const problems = rowProblems.slice(0, shownProblems).map((problem) => describeProblem(texts, problem))
    const more = rowProblems.length - problems.length
    const rest = more > 0 ? texts.t('register.people.more', { count: more }) : ''
    return headed(ask, [noted, ...problems, rest, texts.t('register.people.again')])
  },
  async choices(ask) {
    const { texts } = ask.turn
    const members = await membersOf(ask)
    const { people = [], rowProblems } = ask.answers
    const keep: Choice[] = people.length > 0 ? [{ value: 'keep', label: texts.t('register.continue') }] : []
    const offer = rowProblems.length === 0 && members.length > 1 && !samePeople(people, members)
    const all = { value: 'all', label: texts.t('register.people.wholeUnit', { count: members.length }) }
    return offer ? [...keep, all] : keep
  },
  optional: ({ answers }) => answers.wanted?.people !== true,
  async read(input, ask) {
    const { answers, turn } = ask
    if (input.kind === 'skip') return took({ ...answers, people: [], rowProblems: [] })
    if (input.kind === 'choice' && input.value === 'keep') return took({ ...answers, rowProblems: [] })
    if (input.kind === 'choice') return took({ ...answers, people: await membersOf(ask), rowProblems: [] })
    return input.kind === 'text' ? readTyped(input.text, ask) : refused(turn, 'register.people.nobody', { typed: '' })
  },
}
