import {
  type Aggregate,
  type AggregateGroup,
  type AggregateRow,
  type Figures,
  type HonourColumn,
  honourColumns,
  shareOf,
} from '../domain/aggregate.ts'
import type { Texts } from '../texts/texts.ts'
import type { AggregateTable } from './aggregate-frame.ts'
import type { Row, Value } from './workbook-sheet.ts'
import type { StyleName } from './workbook-styles.ts'

const units: HonourColumn[] = ['advancedUnit', 'excellentUnit', 'flag']
const people: HonourColumn[] = ['advancedWorker', 'baseFighter', 'provinceFighter']
const commendations = honourColumns.filter((column) => ![...units, ...people].includes(column))

/** TT, unit, staff, registrations, people, 3 + 3 honours, share, 4 commendations, day, number, note. */
const widths = [5, 30, 10, 9, 9, 9, 9, 8, 8, 9, 9, 9, 8, 8, 8, 7, 12, 10, 28]
/** Nineteen columns across a page of A4 leave no room for larger letters. */
const paper = {
  size: 9,
  shares: [7.5, 33, 17.5, 10.5, 11.5, 12.5, 12.5, 9.5, 12, 12, 12, 12, 10, 9.5, 9.5, 8, 19, 10, 23],
}
const columns = widths.length
const numbers = (style: StyleName, bold: StyleName, share: StyleName): StyleName[] => [
  bold,
  ...Array(2 + units.length + people.length).fill(style),
  share,
  ...Array(commendations.length).fill(style),
]

function headRows(texts: Texts): Row[] {
  const t = (name: string) => texts.t(`papers.aggregate.column.${name}` as 'papers.aggregate.column.unit')
  const honour = (some: HonourColumn[]) => some.map(t)
  const blanks = (count: number): null[] => Array(count).fill(null)
  const upper: Value[] = [
    ...[t('number'), t('unit'), t('staff'), t('registered'), null, t('collectives'), ...blanks(2)],
    ...[t('individuals'), ...blanks(2), t('share'), t('commendations'), ...blanks(3), t('received'), null, t('note')],
  ]
  const lower: Value[] = [
    ...[...blanks(3), t('registrations'), t('people'), ...honour(units), ...honour(people), null],
    ...[...honour(commendations), t('receivedOn'), t('arrivalNumber'), null],
  ]
  const tall = [0, 1, 2, 11, 18].map((column): [number, number, number] => [column, 1, 2])
  const spans: Row['spans'] = [...tall, [3, 2, 1], [5, 3, 1], [8, 3, 1], [12, 4, 1], [16, 2, 1]]
  return [
    { cells: upper, styles: 'head', spans, height: 32 },
    { cells: lower, styles: 'head', height: 36 },
  ]
}

const figureCells = (figures: Figures): Value[] => [
  figures.staff,
  figures.registrations,
  figures.people,
  ...[...units, ...people].map((column) => figures[column]),
  shareOf(figures),
  ...commendations.map((column) => figures[column]),
]

/** What the columns do not show. Of bodies that are not the agency's own nothing is said about what is missing or late. */
export function noteOf(texts: Texts, { unit, figures, others, remarks = [] }: AggregateRow): string {
  const { registrations, late, received, aggregated } = figures
  const open = registrations - received - aggregated
  const own = unit.relation === 'subordinate'
  const notes = [
    own && registrations === 0 ? texts.t('papers.aggregate.note.none') : '',
    own && late > 0 ? texts.t('papers.aggregate.note.late', { count: late }) : '',
    open > 0 ? texts.t('papers.aggregate.note.open', { count: open }) : '',
    ...[...others].map(([name, count]) => texts.t('papers.aggregate.note.other', { name, count })),
    ...remarks,
  ]
  return notes.filter((note) => note !== '').join('; ')
}

const unitStyles: StyleName[] = [
  ...(['centred', 'text'] satisfies StyleName[]),
  ...numbers('number', 'numberBold', 'share'),
  ...(['day', 'centred', 'text'] satisfies StyleName[]),
]
const sumStyles: StyleName[] = [
  ...(['groupText', 'groupText'] satisfies StyleName[]),
  ...numbers('groupNumber', 'groupNumber', 'groupShare'),
  ...(['groupText', 'groupText', 'groupText'] satisfies StyleName[]),
]

const unitRow = (texts: Texts, row: AggregateRow, number: number): Row => ({
  cells: [
    number,
    row.unit.name,
    ...figureCells(row.figures),
    row.receivedOn === null ? null : { day: row.receivedOn },
    row.arrivalNumbers.join(', '),
    noteOf(texts, row),
  ],
  styles: unitStyles,
})

const sumRow = (label: string, figures: Figures): Row => ({
  cells: [null, label, ...figureCells(figures), null, null, null],
  styles: sumStyles,
})

function* groupRows(texts: Texts, { group, rows, sum }: AggregateGroup, before: number): Generator<Row> {
  const name = typeof group === 'string' ? texts.t(`papers.aggregate.group.${group}`) : group.name
  yield { cells: [name, ...Array(columns - 1).fill(null)], styles: 'groupText', spans: [[0, columns, 1]], height: 20 }
  for (const [index, row] of rows.entries()) yield unitRow(texts, row, before + index + 1)
  const lower = `${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`
  yield sumRow(texts.t('papers.aggregate.sum', { group: lower }), sum)
}

/** The table by unit: groups with their sums, and the total. */
export function unitTable(texts: Texts, counted: Aggregate): AggregateTable {
  function* rows(): Generator<Row> {
    let before = 0
    for (const group of counted.groups) {
      yield* groupRows(texts, group, before)
      before += group.rows.length
    }
    yield sumRow(texts.t('papers.aggregate.total'), counted.total)
  }
  const [name, title] = [texts.t('papers.aggregate.sheet.units'), texts.t('papers.aggregate.title')]
  return { name, title, widths, head: headRows(texts), rows, paper }
}
