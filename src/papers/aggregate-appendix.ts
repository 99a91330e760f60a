import { formatFull } from '../texts/days.ts'
import type { Texts } from '../texts/texts.ts'
import type { AggregateTable } from './aggregate-frame.ts'
import { appendixHead } from './nd30/appendix.ts'
import { blanks } from './nd30/blanks.ts'
import type { Cell, Section, Table } from './nd30/blocks.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { Row, Value } from './workbook-sheet.ts'
import { lookOf, type StyleName } from './workbook-styles.ts'

const commaOf = (value: number) => value.toFixed(1).replace('.', ',')

/** A value as a paper writes it: days in full, a share with a comma; a nought that the sheet hides is left out. */
function wordsOf(value: Value, style: StyleName): string {
  const { format } = lookOf(style)
  if (value === null || (value === 0 && format === 'count')) return ''
  if (typeof value === 'object') return formatFull(value.day)
  return typeof value === 'number' && format === 'decimal' ? commaOf(value) : String(value)
}

/** A row of a table. `shares`: 0 for a column that is left out; `hidden`: columns that a cell above stands over, which it adds to. */
function cellsOf({ cells, styles, spans = [] }: Row, shares: number[], hidden: Map<number, number>): Cell[] {
  const made: Cell[] = []
  for (let column = 0; column < cells.length; column += 1) {
    const left = hidden.get(column) ?? 0
    hidden.set(column, left - 1)
    if (left > 0) continue
    const style = typeof styles === 'string' ? styles : (styles[column] ?? 'plain')
    const { bold = false, align = 'left' } = lookOf(style)
    const [, columns = 1, rows = 1] = spans.find(([first]) => first === column) ?? []
    const shown = shares.slice(column, column + columns).filter((share) => share > 0).length
    const lines = [wordsOf(cells[column] ?? null, style)]
    if (shown > 0) made.push({ lines, bold, align, columns: shown, rows })
    if (rows > 1) hidden.set(column, rows - 1)
    column += columns - 1
  }
  return made
}

/** The rows of a table as they stand in a paper. */
export function paperTable({ head, rows, paper: { size, shares } }: AggregateTable): Table {
  const [above, below] = [new Map<number, number>(), new Map<number, number>()]
  return {
    ...{ kind: 'table', size, widths: shares.filter((share) => share > 0) },
    head: head.map((row) => cellsOf(row, shares, above)),
    rows: Array.from(rows(), (row) => cellsOf(row, shares, below)),
  }
}

/** `issuer`: who submits it; `year`: of the submission that it goes with, whose number and day are left to the clerk. */
export type AppendixOf = { issuer: string; year: number; title: string }

/** Tables as the appendices of a submission, each across the page with its head on every page: a DOCX file. */
export function aggregateAppendix(
  texts: Texts,
  tables: AggregateTable[],
  { issuer, year, title }: AppendixOf,
  layout: Layout = defaultLayout,
): Promise<Uint8Array> {
  const attachedTo = texts.t('papers.aggregate.attachedTo', { ...blanks, issuer, year })
  const sections = tables.map((table, index): Section => {
    const number = tables.length > 1 ? index + 1 : null
    const head = appendixHead(texts, layout, { number, title: table.title, attachedTo, landscape: true })
    return { landscape: true, blocks: [...head, paperTable(table)] }
  })
  return writePaper({ title, code: null, author: issuer, sections }, layout)
}
