import type { ContentBlock } from '../domain/aggregate-contents.ts'
import { type AggregateLine, isCounted, type LinePerson, peopleOf } from '../domain/aggregate-line.ts'
import { contentsOf } from '../domain/registration-body.ts'
import type { Texts } from '../texts/texts.ts'
import type { AggregateTable } from './aggregate-frame.ts'
import type { Row, Value } from './workbook-sheet.ts'
import type { StyleName } from './workbook-styles.ts'

/** What the tables of people and contents are made of: the registrations in the order of their units, and the units' names. */
export type Listed = { lines: AggregateLine[]; unitName: (unitId: string) => string }

/** `desk`: for the desk only; no paper carries codes or the way that a registration has gone. */
type Column = { name: string; width: number; style: StyleName; desk?: true }

const widthsOf = (columns: Column[]) => columns.map(({ width }) => width)
const paperOf = (columns: Column[]) => ({ size: 11, shares: columns.map(({ width, desk }) => (desk ? 0 : width)) })
const head = (texts: Texts, columns: Column[]): Row => ({
  cells: columns.map(({ name }) => texts.t(`papers.aggregate.column.${name}` as 'papers.aggregate.column.unit')),
  styles: 'head',
  height: 34,
})

/** "chưa tiếp nhận; gửi sau thời hạn". */
function noteOf(texts: Texts, { late, state }: AggregateLine): string | null {
  const taken = state === 'received' || state === 'aggregated'
  if (taken && !late) return null
  const [open, tardy] = [texts.t('papers.aggregate.note.openOne'), texts.t('papers.aggregate.note.lateOne')]
  return [...(taken ? [] : [open]), ...(late ? [tardy] : [])].join('; ')
}

const states = new WeakMap<Texts, Map<string, string>>()

/** The state in words, looked up once: there are six, and rows by the hundred thousand. */
function stateName(texts: Texts, { state }: AggregateLine): string {
  const names = states.get(texts) ?? new Map<string, string>()
  states.set(texts, names)
  const name = names.get(state) ?? texts.t(`register.state.${state}`)
  names.set(state, name)
  return name
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

function personRow(texts: Texts, { unitName }: Listed, line: AggregateLine, person: LinePerson, number: number): Row {
  const { name, position, title, commendation, initiative } = person
  const contents = contentsOf(line.body).join('; ')
  const state = stateName(texts, line)
  const end = [day(line.sentOn), line.code, state, noteOf(texts, line)]
  const cells = [number, name, position, unitName(line.unitId), contents, title, commendation, initiative, ...end]
  return { cells, styles: peopleStyles }
}

/** The table by person: everybody who registers or is on a unit's list, a row for each registration. */
export function peopleTable(texts: Texts, listed: Listed): AggregateTable {
  function* rows(): Generator<Row> {
    let number = 0
    for (const line of listed.lines)
      if (isCounted(line))
        for (const person of peopleOf(line)) {
          number += 1
          yield personRow(texts, listed, line, person, number)
        }
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

function whoOf(texts: Texts, { unitName }: Listed, { subject, person, unitId }: AggregateLine): string {
  const unit = unitName(unitId)
  return subject === 'unit' ? unit : texts.t('papers.aggregate.memberOf', { name: person.name, unit })
}

function blockRow(texts: Texts, { content, registrations, targets }: ContentBlock): Row {
  const text = texts.t('papers.aggregate.block', { content, registrations, targets })
  const cells = [text, ...Array(contentColumns.length - 1).fill(null)]
  // Joined cells do not grow with their words: about 170 letters stand in a line here.
  const height = 20 * Math.ceil(text.length / 170)
  return { cells, styles: 'groupText', spans: [[0, contentColumns.length, 1]], height }
}

/** The table by content: under each what is promised for it, by whom and by when. */
export function contentTable(texts: Texts, blocks: ContentBlock[], listed: Listed): AggregateTable {
  function* rows(): Generator<Row> {
    for (const block of blocks) {
      yield blockRow(texts, block)
      for (const [index, { line, item }] of block.entries.entries()) {
        const state = stateName(texts, line)
        const promise = [item.work, item.target, day(item.finishDay)]
        const who = whoOf(texts, listed, line)
        yield { cells: [index + 1, who, ...promise, line.code, state, noteOf(texts, line)], styles: contentStyles }
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
