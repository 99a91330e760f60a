import { squeeze } from '../fold.ts'
import { columnRole, headsWork } from './column-role.ts'
import { namesTime } from './names-time.ts'
import type { Role, TableRow } from './table-row.ts'

/** The cells of a line that bars, tabs or wide blanks part; fewer than three are no row of a table. */
export function cellsOf(line: string): string[] {
  if (line.includes('|')) return line.split('|').map((cell) => cell.trim())
  if (line.trim().includes('\t'))
    return line
      .trim()
      .split('\t')
      .map((cell) => cell.trim())
  return line.trim().split(/ {3,}/)
}

type Columns = { roles: (Role | null)[]; timeHead: string }

/** The columns that a head names; null where the cells are no head of a table of work. */
export function readHead(cells: readonly string[]): Columns | null {
  const roles = cells.map(columnRole)
  if (cells.length < 3 || !headsWork(roles) || roles.filter(Boolean).length * 2 < roles.length) return null
  return { roles, timeHead: cells[roles.indexOf('time')] ?? '' }
}

/** Columns told from the rows alone: the one that holds times, the one with the longest words for the work. */
export function guessColumns(rows: readonly string[][]): Columns | null {
  const width = rows[0]?.length ?? 0
  if (rows.length < 2 || width < 3 || rows.some((row) => row.length !== width)) return null
  const column = (at: number) => rows.map((row) => row[at] ?? '')
  const places = Array.from({ length: width }, (_, at) => at)
  const time = places.find((at) => column(at).filter(namesTime).length * 5 >= rows.length * 4)
  if (time === undefined) return null
  const length = (at: number) => column(at).join('').length
  const [task, actor] = places
    .filter((at) => at !== time && column(at).some((cell) => /\p{L}{2}/u.test(cell)))
    .toSorted((a, b) => length(b) - length(a))
  const roleAt = (at: number): Role | null =>
    at === time ? 'time' : at === task ? 'task' : at === actor ? 'actor' : null
  return task === undefined ? null : { roles: places.map(roleAt), timeHead: '' }
}

/** A row under known columns. */
export function rowUnder({ roles, timeHead }: Columns, cells: readonly string[], line: string): TableRow {
  const held: TableRow['cells'] = {}
  for (const [at, role] of roles.entries()) {
    const cell = squeeze(cells[at] ?? '')
    if (role && /[\p{L}\d]/u.test(cell)) held[role] = held[role] ? `${held[role]}; ${cell}` : cell
  }
  return { text: squeeze(line), cells: held, timeHead, isHead: false }
}

/** The row that names the columns. */
export const headRow = (line: string): TableRow => ({ text: squeeze(line), cells: {}, timeHead: '', isHead: true })
