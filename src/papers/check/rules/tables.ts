import type { Table } from '../document.ts'
import type { Paper } from '../elements/paper.ts'
import type { Rule } from '../rule.ts'

/** What a cell's own margin sticks out by, and what nobody sees. */
const slack = 250

const textWidth = ({ laidOut }: Paper, { section }: Table): number | null => {
  const { width, left, right } = laidOut.sections[section] ?? {}
  return width && left && right ? width - left - right : null
}

const firstLine = (paper: Paper, table: Table) => paper.lines.find(({ paragraph }) => paragraph.cell?.table === table)

const tables = (paper: Paper, isWrong: (table: Table) => boolean) =>
  paper.laidOut.tables
    .filter((table) => table.bordered && isWrong(table))
    .map((table) => ({ element: 'table' as const, line: firstLine(paper, table) }))

/** Wider than the text between the margins. */
const wide: Rule = {
  ...{ name: 'wide', article: 'I.3', severity: 'review' },
  look: (paper) =>
    tables(paper, (table) => {
      const room = textWidth(paper, table)
      return table.width !== null && room !== null && table.width + table.indent > room + slack
    }),
}

/** Letters in a table that surely runs over a page. */
const longTable = 2200

const repeated: Rule = {
  ...{ name: 'repeated', article: null, severity: 'review' },
  look: (paper) =>
    tables(
      paper,
      ({ rows, letters, headerRows }) => rows > 3 && (rows > 30 || letters > longTable) && headerRows === 0,
    ),
}

/** Tables: within the margins, and with their heads on every page. */
export const tableRules: Rule[] = [wide, repeated]
