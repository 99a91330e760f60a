import type { Texts } from '../texts/texts.ts'
import type { Row, Sheet } from './workbook-sheet.ts'

/** What stands above and below a table: the agency, what the table is of, and as of when. */
export type TableFrame = { agency: string; about: string; moment: string }

/** A table before it is put on a sheet or in an appendix: both hold the same rows. */
export type AggregateTable = {
  /** Of its sheet. */
  name: string
  title: string
  /** In letters of the body's size. */
  widths: number[]
  head: Row[]
  rows: () => Iterable<Row>
  /** In an appendix: the size of its letters, the shares of its columns, 0: left out there. */
  paper: { size: number; shares: number[] }
}

const blank: Row = { cells: [], styles: 'plain' }

/** One text over some columns. */
const across = (text: string, columns: number, styles: Row['styles'], height: number): Row => ({
  ...{ cells: [text, ...Array(columns - 1).fill(null)], styles, height },
  spans: [[0, columns, 1]],
})

/** Rows above a table; its head begins in the row after them. */
const frameRows = 5

/** The agency at the left, the title, what it is about, and as of when. */
function openingRows(texts: Texts, { agency, about, moment }: TableFrame, title: string, columns: number): Row[] {
  const left = Math.max(2, Math.min(6, Math.floor(columns / 3)))
  return [
    across(agency.toLocaleUpperCase('vi'), left, 'agency', 20),
    across(title, columns, 'title', 24),
    // A long name of a plan takes a second line.
    across(about, columns, 'subtitle', about.length > 110 ? 34 : 18),
    across(texts.t('papers.aggregate.asOf', { moment }), columns, 'subtitle', 18),
    blank,
  ]
}

/** Who drew it up at the left, the head of the office at the right; names and signatures are left to them. */
function closingRows(texts: Texts, columns: number): Row[] {
  const half = Math.floor(columns / 2)
  const cells: Row['cells'] = Array(columns).fill(null)
  cells[0] = texts.t('papers.aggregate.maker')
  cells[half] = texts.t('papers.aggregate.head')
  const spans: Row['spans'] = [
    [0, half, 1],
    [half, columns - half, 1],
  ]
  return [blank, { cells, styles: 'signer', height: 20, spans }]
}

const placeOf = ({ name, widths, head }: Omit<AggregateTable, 'rows'>): Omit<Sheet, 'rows'> => ({
  ...{ name, widths, head: { from: frameRows + 1, to: frameRows + head.length } },
})

/** A table as a sheet: what it is above it, who signs below. */
export function sheetOf(texts: Texts, table: AggregateTable, frame: TableFrame): Sheet & { rows: Iterable<Row> } {
  const { title, widths, head, rows } = table
  function* all(): Generator<Row> {
    yield* openingRows(texts, frame, title, widths.length)
    yield* head
    yield* rows()
    yield* closingRows(texts, widths.length)
  }
  return { ...placeOf(table), rows: all() }
}

/** The same of a table whose rows come from far, each part when it is there. */
export function streamedSheet(
  texts: Texts,
  table: Omit<AggregateTable, 'rows'>,
  frame: TableFrame,
  parts: AsyncIterable<Iterable<Row>>,
): Sheet {
  const { title, widths, head } = table
  async function* all(): AsyncGenerator<Row> {
    yield* openingRows(texts, frame, title, widths.length)
    yield* head
    for await (const part of parts) yield* part
    yield* closingRows(texts, widths.length)
  }
  return { ...placeOf(table), rows: all() }
}
