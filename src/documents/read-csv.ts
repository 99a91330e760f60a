import { parse } from 'csv-parse/sync'
import type { SheetText } from './read-sheet.ts'

const delimiters = [';', '\t', ',', '|']

/** The mark that parts the first lines into the most columns; Excel in Vietnamese writes ";". */
function delimiterOf(text: string): string {
  const head = text.split('\n').slice(0, 20)
  const count = (mark: string) => head.reduce((sum, line) => sum + line.split(mark).length - 1, 0)
  return delimiters.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The words of a CSV file as rows of texts. */
export function readCsv(text: string): SheetText {
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
    return { ok: true, rows: rows.map((cells) => cells.map((cell) => cell.normalize('NFC'))) }
  } catch {
    return { ok: false, reason: 'corrupt' }
  }
}
