import { type Day, dayFrom, lastDayOfMonth, monthOf, yearOf } from './day.ts'
import { readTypedDay } from './typed-day.ts'

/** A time that lasts: its first and last day. */
export type Span = { start: Day; end: Day; precision: 'day' | 'month' | 'quarter' | 'half_year' | 'year' }

const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** "tháng 11/2025", "quý IV/2025", "6 tháng đầu năm 2025", "năm 2025", "từ 1/9 đến 30/9" → its first and last day; without a year the next to come. */
export function readSpan(words: string, today: Day): Span | null {
  const year = words.match(/^(?:ca )?(?:nam|year) ((?:19|20)\d\d)$/u)
  if (year) return months(Number(year[1]), 1, 12, 'year')
  const half = words.match(/^(?:6|sau) thang (dau|cuoi)(?: nam(?: ((?:19|20)\d\d))?)?$/u)
  if (half) {
    const first = half[1] === 'dau' ? 1 : 7
    const next = first === 1 && monthOf(today) > 6 ? yearOf(today) + 1 : yearOf(today)
    return months(half[2] ? Number(half[2]) : next, first, first + 5, 'half_year')
  }
  return readRange(words, today) ?? readMonths(words, today)
}

/** "từ ngày 01/9 đến ngày 30/9/2025", "từ 1 đến 15/9": the first day borrows its month and year from the last. */
function readRange(words: string, today: Day): Span | null {
  const parts = words.match(/^tu (?:ngay )?(.+?)\s*(?:den|toi|-)\s*(?:het )?(?:ngay )?(.+)$/u)
  if (!parts) return null
  const last = readTypedDay(parts[2] ?? '', { today })
  if (!last.ok) return null
  const [day, month, year] = (parts[1] ?? '').split(/[/.-]/u).map(Number)
  const start = dayFrom(year || yearOf(last.day), month || monthOf(last.day), day || 0)
  return start !== null && start <= last.day ? { start, end: last.day, precision: 'day' } : null
}

/** "tháng 11/2025", "quý IV" */
function readMonths(words: string, today: Day): Span | null {
  const parts = words.match(
    /^(thang|month|quy|quarter) ?(\d{1,2}|iv|i{1,3})(?:\s*[/.,-]\s*|\s+(?:nam\s+)?)?((?:19|20)\d\d)?$/u,
  )
  if (!parts) return null
  const count = quarters[parts[2] ?? ''] ?? Number(parts[2])
  const isMonth = parts[1] === 'thang' || parts[1] === 'month'
  if (count < 1 || count > (isMonth ? 12 : 4)) return null
  const [first, last] = isMonth ? [count, count] : [count * 3 - 2, count * 3]
  const next = last < monthOf(today) ? yearOf(today) + 1 : yearOf(today)
  return months(parts[3] ? Number(parts[3]) : next, first, last, isMonth ? 'month' : 'quarter')
}

const months = (year: number, first: number, last: number, precision: Span['precision']): Span => ({
  start: dayFrom(year, first, 1) ?? '',
  end: lastDayOfMonth(year, last),
  precision,
})
