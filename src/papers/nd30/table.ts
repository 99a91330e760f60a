import type { Cell, Table } from './blocks.ts'

/** A column: its label, its share of the width, and what a row has in it (several lines: paragraphs). */
export type Column<Row> = {
  label: string
  share: number
  align?: NonNullable<Cell['align']>
  /** False: the column is left out. */
  shown?: boolean
  cell(row: Row, index: number): string | string[]
}

const size = 13
const asLines = (content: string | string[]) => (typeof content === 'string' ? content.split('\n') : content)

/** A ruled table of rows; its head repeats on every page and no row is split. Letters in 13, as the body may be. */
export function table<Row>(columns: Column<Row>[], rows: Row[]): Table {
  const shown = columns.filter((column) => column.shown !== false)
  return {
    kind: 'table',
    size,
    widths: shown.map(({ share }) => share),
    head: [shown.map(({ label }) => ({ lines: [label] }))],
    rows: rows.map((row, index) =>
      shown.map(({ cell, align }) => ({ lines: asLines(cell(row, index)), ...(align && { align }) })),
    ),
  }
}

/** The first column of every list: the running number. */
export const runningNumber = (label: string): Column<unknown> => ({
  label,
  share: 7,
  align: 'center',
  cell: (_, index) => String(index + 1),
})
