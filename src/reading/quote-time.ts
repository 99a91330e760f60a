import { clip } from './quote.ts'
import type { TimeReading } from './time/time-reading.ts'

const shortEnough = 120
const sending = /(?<!\p{L})(?:gửi|nộp|báo cáo|họp|trình|hoàn thành)(?!\p{L})/giu

/** Where the words that the time belongs to begin: the last sending before it, else the beginning. */
function startOf(text: string, index: number): number {
  const sends = [...text.slice(0, index).matchAll(sending)]
  return sends.findLast(({ index: at }) => /(?:[,;:]|\p{L})\s$/u.test(text.slice(0, at)))?.index ?? 0
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
