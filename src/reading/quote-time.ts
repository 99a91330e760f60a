import { clip } from './quote.ts'
import type { TimeReading } from './time/time-reading.ts'

const shortEnough = 120
const sending = /(?<!\p{L})(?:gửi|nộp|báo cáo|họp|trình|hoàn thành)(?!\p{L})/giu

/** ", tự đánh giá …", ", thẩm định …": a clause of its own behind a comma. */
const acting =
  /(?<=,\s)(?:tự|đánh giá|xét|bình xét|thẩm định|tổng hợp|rà soát|lập|tổ chức|kiểm tra|chấm|tiến hành)(?!\p{L})/giu
/** "danh hiệu A, danh hiệu B: trước ngày …": the last that a label names. */
const labelEnd = /(?<=,\s)[^,:]{8,}:\s*$/u

/** Where the words that the time belongs to begin: the last sending before it, else the last clause or label, else the beginning. */
function startOf(text: string, index: number): number {
  const before = text.slice(0, index)
  const sent = [...before.matchAll(sending)].findLast(({ index: at }) => /(?:[,;:]|\p{L})\s$/u.test(text.slice(0, at)))
  return sent?.index ?? [...before.matchAll(acting)].at(-1)?.index ?? labelEnd.exec(before)?.index ?? 0
}

/** Where they end: the next comma or "để"; where the time comes first, the comma after what it is for. */
function endOf(text: string, end: number, first: boolean): number {
  const stops = [...text.slice(end).matchAll(/,\s|\s(?=để\s)/gu)].map(({ index }) => end + index)
  return stops[first ? 1 : 0] ?? text.length
}

/** The words to show for a time. Rules put much into one sentence: of a round only the clause around it is quoted. */
export function quoteTime(
  text: string,
  { index, end, recurrence }: Pick<TimeReading, 'index' | 'end' | 'recurrence'>,
): string {
  if (!recurrence || text.length <= shortEnough) return clip(text)
  const first = index < 12
  return clip(text.slice(first ? 0 : startOf(text, index), endOf(text, end, first)).trim())
}
