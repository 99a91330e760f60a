import type { ContentBlock } from '../domain/aggregate-contents.ts'
import { type AggregateLine, isCounted, type LinePerson, peopleOf } from '../domain/aggregate-line.ts'
import { contentsOf } from '../domain/registration-body.ts'
import type { Texts } from '../texts/texts.ts'
import type { AggregateTable } from './aggregate-frame.ts'
import type { Row, Value } from './workbook-sheet.ts'
import type { StyleName } from './workbook-styles.ts'

/** What the tables of people and contents are made of: the registrations in the order of their units, and the units' names. */
export type Listed = { lines: AggregateLine[]; unitName: (unitId: string) => string }
type Names = Pick<Listed, 'unitName'>
type Shown = Pick<AggregateLine, 'subject' | 'unitId' | 'person' | 'state' | 'late'>

/** `desk`: for the desk only; no paper carries codes or the way that a registration has gone. */
type Column = { name: string; width: number; style: StyleName; desk?: true }

const widthsOf = (columns: Column[]) => columns.map(({ width }) => width)
const paperOf = (columns: Column[]) => ({ size: 11, shares: columns.map(({ width, desk }) => (desk ? 0 : width)) })
const head = (texts: Texts, columns: Column[]): Row => ({
  cells: columns.map(({ name }) => texts.t(`papers.aggregate.column.${name}` as 'papers.aggregate.column.unit')),
  styles: 'head',
  height: 34,
})

/** Words that come again in rows by the hundred thousand, looked up once. */
type Words = {
  state(line: Shown): string
  /** "chưa tiếp nhận; gửi sau thời hạn". */
  note(line: Shown): string | null
  /** "Nguyễn Thị Lan, Hội Nông dân xã". */
  member(name: string, unit: string): string
}

function wordsOf(texts: Texts): Words {
  const [open, tardy] = [texts.t('papers.aggregate.note.openOne'), texts.t('papers.aggregate.note.lateOne')]
  const states = new Map<string, string>()
  const [before = '', between = '', after = ''] = texts
    .t('papers.aggregate.memberOf', { name: '\n', unit: '\n' })
    .split('\n')
  return {
    state({ state }) {
      const name = states.get(state) ?? texts.t(`register.state.${state}`)
      states.set(state, name)
      return name
    },
    note({ late, state }) {
      const taken = state === 'received' || state === 'aggregated'
      if (taken) return late ? tardy : null
      return late ? `${open}; ${tardy}` : open
    },
    member: (name, unit) => `${before}${name}${between}${unit}${after}`,
  }
}

const day = (one: string | null): Value => (one === null ? null : { day: one })

const peopleColumns: Column[] = [
  { name: 'number', width: 6, style: 'centred' },
  { name: 'name', width: 24, style: 'text' },
  { name: 'position', width: 20, style: 'text' },
  { name: 'unit', width: 24, style: 'text' },
  { name: 'contents', width: 34, style: 'text' },
  { name: 'title', width: 20, style: 'text' },
  { name: 'commendation', width: 18, style: 'text' },
  { name: 'initiative', width: 20, style: 'text' },
  { name: 'sentOn', desk: true, width: 12, style: 'day' },
  { name: 'code', desk: true, width: 16, style: 'centred' },
  { name: 'state', desk: true, width: 16, style: 'text' },
  { name: 'note', width: 14, style: 'text' },
]
const peopleStyles = peopleColumns.map(({ style }) => style)

type PersonOf = { line: AggregateLine; person: LinePerson; number: number }

function personRow(words: Words, { unitName }: Names, { line, person, number }: PersonOf): Row {
  const { name, position, title, commendation, initiative } = person
  const contents = contentsOf(line.body).join('; ')
  const end = [day(line.sentOn), line.code, words.state(line), words.note(line)]
  const cells = [number, name, position, unitName(line.unitId), contents, title, commendation, initiative, ...end]
  return { cells, styles: peopleStyles }
}

/** The rows of the table by person, numbered as registrations come: one registration → its rows. */
export function createPeopleRows(texts: Texts, names: Names): (line: AggregateLine) => Row[] {
  const words = wordsOf(texts)
  let before = 0
  return (line) => {
    if (!isCounted(line)) return []
    const people = peopleOf(line)
    before += people.length
    const first = before - people.length + 1
    return people.map((person, index) => personRow(words, names, { line, person, number: first + index }))
  }
}

/** The table by person: everybody who registers or is on a unit's list, a row for each registration. */
export function peopleTable(texts: Texts, listed: Listed): AggregateTable {
  function* rows(): Generator<Row> {
    const rowsOf = createPeopleRows(texts, listed)
    for (const line of listed.lines) yield* rowsOf(line)
  }
  const name = texts.t('papers.aggregate.sheet.people')
  const title = texts.t('papers.aggregate.titlePeople')
  return {
    name,
    title,
    widths: widthsOf(peopleColumns),
    head: [head(texts, peopleColumns)],
    rows,
    paper: paperOf(peopleColumns),
  }
}

const contentColumns: Column[] = [
  { name: 'number', width: 6, style: 'centred' },
  { name: 'who', width: 38, style: 'text' },
  { name: 'work', width: 46, style: 'text' },
  { name: 'targets', width: 40, style: 'text' },
  { name: 'finishDay', width: 13, style: 'day' },
  { name: 'code', desk: true, width: 16, style: 'centred' },
  { name: 'state', desk: true, width: 16, style: 'text' },
  { name: 'note', width: 16, style: 'text' },
]
const contentStyles = contentColumns.map(({ style }) => style)

function whoOf(words: Words, { unitName }: Names, { subject, person, unitId }: Shown): string {
  const unit = unitName(unitId)
  return subject === 'unit' ? unit : words.member(person.name, unit)
}

function blockRow(texts: Texts, { content, registrations, targets }: ContentBlock): Row {
  const text = texts.t('papers.aggregate.block', { content, registrations, targets })
  const cells = [text, ...Array(contentColumns.length - 1).fill(null)]
  // Joined cells do not grow with their words: about 170 letters stand in a line here.
  const height = 20 * Math.ceil(text.length / 170)
  return { cells, styles: 'groupText', spans: [[0, contentColumns.length, 1]], height }
}

/** The table by content: under each what is promised for it, by whom and by when. */
export function contentTable(texts: Texts, blocks: ContentBlock[], names: Names): AggregateTable {
  function* rows(): Generator<Row> {
    const words = wordsOf(texts)
    for (const block of blocks) {
      yield blockRow(texts, block)
      for (const [index, { line, item }] of block.entries.entries()) {
        const promise = [item.work, item.target, day(item.finishDay)]
        const who = whoOf(words, names, line)
        const end = [line.code, words.state(line), words.note(line)]
        yield { cells: [index + 1, who, ...promise, ...end], styles: contentStyles }
      }
    }
  }
  const name = texts.t('papers.aggregate.sheet.contents')
  const title = texts.t('papers.aggregate.titleContents')
  return {
    name,
    title,
    widths: widthsOf(contentColumns),
    head: [head(texts, contentColumns)],
    rows,
    paper: paperOf(contentColumns),
  }
}
