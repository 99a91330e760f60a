import { startsWithBody } from '../bodies.ts'
import { squeeze } from '../fold.ts'
import { columnRole, headsWork } from './column-role.ts'
import { namesTime } from './names-time.ts'
import type { Role, TableRow } from './table-row.ts'

/** A line that is not empty, and where it stands. */
export type Placed = { at: number; text: string }

/** `TT` / `Nội dung` / `Đơn vị chủ trì` / `Thời hạn`, one cell to a line: the columns, and how many lines they take. */
export function readFlatHead(lines: readonly Placed[]): { roles: Role[]; timeHead: string } | null {
  const roles: Role[] = []
  for (const { text } of lines.slice(0, 8)) {
    const role = columnRole(text)
    if (!role || text.length > 45 || /[.;]$/.test(text)) break
    roles.push(role)
  }
  if (roles.length < 3 || !headsWork(roles)) return null
  return { roles, timeHead: lines[roles.indexOf('time')]?.text ?? '' }
}

const chapter = /^(?:[IVX]{1,5}|[A-H])\s?[.)-]\s|^(?:Điều|Chương|Phần|Phụ lục)\s|^(?:Nơi nhận|Trên đây)/iu
const isOrdinal = (text: string): boolean => /^\d{1,3}\.?$/.test(text)

/** The last cell before the time that begins with a body does it; the rest is the work. */
function cellsFrom(words: readonly string[], time: string): TableRow['cells'] {
  const said = words.filter((text) => !isOrdinal(text))
  const actorAt = said.findLastIndex((text, at) => at > 0 && startsWithBody(text) && text.length < 120)
  const task = squeeze((actorAt > 0 ? said.slice(0, actorAt) : said).join(' '))
  const actor = actorAt > 0 ? squeeze(said.slice(actorAt).join(' ')) : null
  return { time, ...(task ? { task } : {}), ...(actor ? { actor } : {}) }
}

/** Rows below such a head: each ends with its time where that is the last column, begins with it where it is the first. */
export function flatRows(
  lines: readonly Placed[],
  timeFirst: boolean,
  timeHead: string,
): { from: Placed[]; row: TableRow }[] {
  const end = lines.findIndex(({ text }) => chapter.test(text))
  const rows: { from: Placed[]; row: TableRow }[] = []
  let open: Placed[] = []
  const close = (): void => {
    const time = open.find(({ text }) => namesTime(text))
    const words = open.filter((line) => line !== time).map(({ text }) => text)
    if (time && words.length)
      rows.push({
        from: open,
        row: {
          text: squeeze(open.map(({ text }) => text).join(' ')),
          cells: cellsFrom(words, time.text),
          timeHead,
          isHead: false,
        },
      })
    open = []
  }
  for (const line of end < 0 ? lines : lines.slice(0, end)) {
    const isTime = namesTime(line.text) && !isOrdinal(line.text)
    if (isTime && timeFirst) close()
    if (open.length > 8) return rows
    open.push(line)
    if (isTime && !timeFirst) close()
  }
  if (timeFirst) close()
  return rows
}
