import { honoursOf } from '../../chat/honours.ts'
import { fold } from '../../domain/fold.ts'
import { readPeopleLines } from '../../domain/people-lines.ts'
import type { ListedPerson } from '../../domain/registration-body.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Choice, Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, again, headed, refused, shorten, took } from './ask.ts'
import { membersOf, takeListFile, withList } from './list-file.ts'
import { wantsLook } from './open-question.ts'

const mostPeople = 5_000
const shownProblems = 8

function describeProblem(texts: Texts, problem: Answers['rowProblems'][number]): string {
  const { row, reason, text, of } = problem
  return texts.t(`register.people.${reason}`, { row, text: shorten(text, 60), of })
}

/** "Ngày sinh và số căn cước không được ghi": what came along and is not kept. */
export function describeDropped(texts: Texts, { dropped }: Pick<Answers, 'dropped'>): string {
  return dropped.length === 0
    ? ''
    : texts.t(`register.people.dropped.${dropped.join('_') as 'birth' | 'citizen' | 'birth_citizen'}`)
}

async function readTyped(text: string, ask: Ask): Promise<Read<Answers>> {
  const read = readPeopleLines(text, await honoursOf(ask.turn))
  const { people, problems } = read
  if (people.length > mostPeople)
    return refused(ask.turn, 'register.people.tooMany', { count: people.length, most: mostPeople })
  if (people.length === 0) return refused(ask.turn, 'register.people.nobody', { typed: shorten(text.trim(), 60) })
  const answers = { ...(await withList(ask, read)), listFile: undefined }
  return problems.length > 0 ? again(answers) : took(answers)
}

const samePeople = (one: ListedPerson[], other: ListedPerson[]): boolean =>
  one.length === other.length && one.every(({ name }, index) => fold(name) === fold(other[index]?.name ?? ''))

const isPending = (answers: Answers): boolean => answers.list !== null || (!answers.rowsChecked && wantsLook(answers))

function problemLines(texts: Texts, { rowProblems }: Answers): string[] {
  const problems = rowProblems.slice(0, shownProblems).map((problem) => describeProblem(texts, problem))
  const more = rowProblems.length - problems.length
  return [...problems, more > 0 ? texts.t('register.people.more', { count: more }) : '']
}

/** Why the file that was sent is no list, with what was expected. */
function refusalLine(texts: Texts, { listRefused }: Answers): string {
  if (!listRefused) return ''
  const { reason, found, name } = listRefused
  const columns =
    found.length > 0
      ? found
          .slice(0, 8)
          .map((cell) => `“${shorten(cell, 30)}”`)
          .join(', ')
      : ''
  return texts.t(`register.list.refused.${reason}`, { name, found: columns })
}

export const peopleStep: Step<Answers> = {
  takesFile: true,
  ask(ask) {
    const { texts } = ask.turn
    const { answers } = ask
    const { people = [], list, listFile } = answers
    if (list) return headed(ask, [texts.t('register.list.reading', { name: list.name })])
    const refusal = refusalLine(texts, answers)
    const from = listFile ? texts.t('register.list.noted', { count: people.length, name: listFile.name }) : ''
    const noted = people.length > 0 ? from || texts.t('register.people.noted', { count: people.length }) : ''
    if (!isPending(answers)) return headed(ask, [refusal, refusal ? '' : texts.t('register.people.ask'), noted])
    const lines = problemLines(texts, answers)
    return headed(ask, [refusal, noted, describeDropped(texts, answers), ...lines, texts.t('register.people.again')])
  },
  async choices(ask) {
    const { texts } = ask.turn
    const members = await membersOf(ask)
    const { people = [], list } = ask.answers
    if (list) return []
    const keep: Choice[] = people.length > 0 ? [{ value: 'keep', label: texts.t('register.continue') }] : []
    if (isPending(ask.answers) || members.length < 2) return keep
    const all = { value: 'all', label: texts.t('register.people.wholeUnit', { count: members.length }) }
    const pick = { value: 'pick', label: texts.t('register.people.pick') }
    return [...keep, ...(samePeople(people, members) ? [] : [all]), pick]
  },
  optional: ({ answers }) => answers.wanted?.people !== true && answers.list === null,
  async read(input, ask) {
    const { answers, turn } = ask
    const clean = {
      rowProblems: [],
      dropped: [],
      listFile: undefined,
      listRefused: undefined,
      peopleTitle: undefined,
      list: null,
    }
    if (input.kind === 'file') return takeListFile(input.file, ask)
    if (input.kind === 'skip') return took({ ...answers, ...clean, people: [] })
    if (input.kind === 'text') return readTyped(input.text, ask)
    if (input.kind !== 'choice') return refused(turn, 'register.people.nobody', { typed: '' })
    if (input.value === 'keep') return took({ ...answers, rowsChecked: true, listRefused: undefined, list: null })
    if (input.value === 'pick') return took({ ...answers, ...clean }, { ...ask.at, step: 'pick' })
    return took({ ...answers, ...clean, people: await membersOf(ask) })
  },
}
