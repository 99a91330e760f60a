import { startsWithBody } from '../bodies.ts'
import { squeeze } from '../fold.ts'
import { isHanging } from '../line-ends.ts'
import { columnRole, headsWork } from './column-role.ts'
import type { Placed } from './flat-table.ts'
import { namesTime } from './names-time.ts'
import type { Role, TableRow } from './table-row.ts'

/** Words that a column's head begins with, each with its capital. */
const headStart =
  /(?<=^|\s)(?=(?:STT|TT|Số TT|Nội dung|Công việc|Nhiệm vụ|Hoạt động|Đầu việc|Tên|Việc|Đơn vị|Cơ quan|Bộ phận|Người|Phân công|Chủ trì|Phối hợp|Thời (?:gian|hạn|điểm)|Hạn|Tiến độ|Mốc|Ngày|Lịch|Ghi chú|Sản phẩm|Kết quả|Kinh phí|Địa điểm|Nơi (?:nhận|gửi))(?!\p{L}))/u

export type LineHead = { roles: Role[]; timeHead: string }

/** `STT Nội dung Đơn vị thực hiện Thời gian hoàn thành`: the columns of a head that lost all that parted them; null where it is none. */
export function readLineHead(line: string): LineHead | null {
  const text = line.trim()
  if (text.length > 140 || /[.;:,]$/.test(text) || !/^(?:S?TT|Số|\p{Lu}\p{Ll})/u.test(text)) return null
  const cells = text.split(headStart).map(squeeze)
  const roles = cells.map(columnRole).filter((role) => role !== null)
  if (cells.length < 3 || roles.length < cells.length || !headsWork(roles)) return null
  return { roles, timeHead: cells[roles.indexOf('time')] ?? '' }
}

const chapter = /^(?:[IVX]{1,5}|[A-H])\s?[.)-]\s|^(?:Điều|Chương|Phần|Phụ lục)\s|^(?:Nơi nhận|Trên đây)/iu
const ordinal = /^(\d{1,3})[.)]?\s+(?=[\p{L}“"(])/u
/** `… năm 2026 Trước ngày 06/02/2026`: a capital begins the cell of time anew. */
const timeStart =
  /^(?:Trước|Chậm|Muộn|Tháng|Quý|Từ|Trong|Đến|Hoàn|Ngày|Hằng|Hàng|Thường|Sáng|Chiều|Cuối|Đầu|Định|Tuần|Thứ|Dự|Năm)(?!\p{L})/u
const longestCell = 14

type Split = { before: string; time: string; behind: string }

/** The cell of time among the words of a row: the longest that says nothing else, last in the row unless other columns follow. */
function splitAtTime(words: readonly string[], timeLast: boolean): Split | null {
  const ends = timeLast ? [words.length] : words.map((_, at) => at + 1)
  const spans = ends.flatMap((end) =>
    Array.from({ length: Math.min(longestCell, end - 1) }, (_, i) => ({ start: end - 1 - i, end })),
  )
  const found = spans
    .filter(({ start, end }) => namesTime(words.slice(start, end).join(' ')))
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))[0]
  if (!found) return null
  const cell = words.slice(found.start, found.end)
  const start =
    found.start +
    Math.max(
      0,
      cell.findLastIndex((word) => timeStart.test(word)),
    )
  const join = (from: number, to: number): string => words.slice(from, to).join(' ')
  return { before: join(0, start), time: join(start, found.end), behind: join(found.end, words.length) }
}

const leadsOn = /(?:gửi|trình|nộp|báo cáo|giao|họp|của|do|qua)$/iu
const anew = /^(?:Các|Mỗi|Từng|Toàn thể|Tất cả)\s/u

/** Where the last body of the work's words begins that is neither whom nor with whom: `… về Phòng Nội vụ` | `Các đơn vị`. */
function bodyStart(text: string): number {
  const places = [...text.matchAll(/(?<=\s)\p{Lu}/gu)]
    .map(({ index }) => index)
    .filter((at) => startsWithBody(text.slice(at)))
  const free = (at: number): boolean => !isHanging(text.slice(0, at).trim()) && !leadsOn.test(text.slice(0, at).trim())
  let start = -1
  for (const at of places.toReversed()) {
    if (start >= 0 && (anew.test(text.slice(start)) || !/^(?:\p{Lu}|,)/u.test(text.slice(start)))) break
    if (start >= 0 && text.slice(at, start).split(' ').length > 4) break
    if (free(at)) start = at
    else if (start >= 0) break
  }
  return start
}

function cellsOf(text: string, { roles }: LineHead): TableRow['cells'] | null {
  const words = squeeze(text).replace(ordinal, '').split(' ').slice(0, 120)
  const work = roles.filter((role) => role !== 'ordinal' && role !== 'note')
  const split = splitAtTime(words, work.at(-1) === 'time')
  if (!split?.before) return null
  const cut = split.behind || !work.includes('actor') ? -1 : bodyStart(split.before)
  const task = cut > 0 ? split.before.slice(0, cut).trim() : split.before
  const actor = cut > 0 ? split.before.slice(cut) : startsWithBody(split.behind) ? split.behind : null
  return { task, time: split.time, ...(actor ? { actor } : {}) }
}

/** Rows below such a head: each begins with its number, or ends with its time where none is numbered. */
export function lineRows(lines: readonly Placed[], head: LineHead): { from: Placed[]; row: TableRow }[] {
  const numbered = head.roles[0] === 'ordinal'
  const rows: { from: Placed[]; row: TableRow }[] = []
  let open: Placed[] = []
  const close = (): boolean => {
    const text = squeeze(open.map((line) => line.text).join(' '))
    const cells = open.length ? cellsOf(text, head) : null
    if (cells) rows.push({ from: open, row: { text, cells, timeHead: head.timeHead, isHead: false } })
    open = []
    return cells !== null
  }
  for (const line of lines) {
    const number = Number(ordinal.exec(line.text.trim())?.[1] ?? 0)
    const begins = numbered ? number === rows.length + (open.length ? 2 : 1) : open.length === 0
    const isWhole = open.length > 0 && cellsOf(open.map(({ text }) => text).join(' '), head) !== null
    if (chapter.test(line.text.trim()) || open.length > 8 || (!begins && (isWhole || open.length === 0))) break
    if (begins && open.length && !close()) return rows
    open.push(line)
    if (!numbered && cellsOf(open.map(({ text }) => text).join(' '), head)) close()
  }
  close()
  return rows
}
