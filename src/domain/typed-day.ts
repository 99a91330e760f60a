import { type Day, dayFrom, dayOfMonth, lastDayOfMonth, monthOf, weekdayOf, yearOf } from './day.ts'
import { unmarked } from './fold.ts'
import { readNamedDay } from './typed-day/named-day.ts'
import { digitsForWords, juneInDigits } from './typed-day/number-words.ts'
import type { DayParts } from './typed-day/parts.ts'
import { readRelativeDay, splitWeekday } from './typed-day/relative-day.ts'

type Span = { start: Day | null; end: Day | null }
/** `within` refuses other days as 'outside'; `future` refuses days before today as 'past'. */
export type TypedDayOptions = { today: Day; within?: Span; future?: boolean }

type Understood = { day: number; month: number; year: number | null }
export type TypedDay =
  | { ok: true; day: Day }
  | { ok: false; reason: 'unreadable' | 'no_such_day' | 'outside' | 'past'; understood?: Understood }

const isWithin = (day: Day, { start, end }: Span): boolean => (!start || day >= start) && (!end || day <= end)

/** The words that a date is read from: without marks and polite or filling words around it. */
function bare(text: string): string {
  const plain = digitsForWords(
    unmarked(juneInDigits(text.normalize('NFC')))
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return plain
    .replace(/[.,;!?"”“]+$/u, '')
    .replace(/^["“”(]+/u, '')
    .replace(/^(?:(?:vao|den|toi|trong|cham nhat|la|khoang|xong|on|by) )+/, '')
    .replace(/^(?:ngay|mung|mong) (?=\d{1,2}(?:\s*[/.,-]|\s+(?:thang|thg|t)\s*\d|\s+\d))/, '')
    .replace(/^het ngay /, '')
    .trim()
}

/** The day of these parts in a year; null where that year has none (31/2). */
const inYear = ({ day, month }: DayParts, year: number): Day | null =>
  day === 'last' ? lastDayOfMonth(year, month) : dayFrom(year, month, day)

/** The days that words without a year may mean: those inside the span first, else the next to come. */
function choose(parts: DayParts, { today, within }: TypedDayOptions): Day | null {
  if (parts.year !== null) return inYear(parts, parts.year)
  const first = Math.min(yearOf(within?.start ?? today), yearOf(today))
  const last = Math.max(yearOf(within?.end ?? today), yearOf(today) + 1)
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const days = years.flatMap((year) => inYear(parts, year) ?? [])
  const fitting = within ? days.filter((day) => isWithin(day, within)) : []
  return fitting.find((day) => day >= today) ?? fitting.at(-1) ?? days.find((day) => day >= today) ?? null
}

const described = (day: Day, year: number | null): Understood => ({ day: dayOfMonth(day), month: monthOf(day), year })

function settle(day: Day, year: number | null, { today, within, future }: TypedDayOptions): TypedDay {
  if (within && !isWithin(day, within)) return { ok: false, reason: 'outside', understood: described(day, year) }
  if (future && day < today) return { ok: false, reason: 'past', understood: described(day, year) }
  return { ok: true, day }
}

function settleParts(parts: DayParts, options: TypedDayOptions): TypedDay {
  const day = choose(parts, options)
  if (day !== null) return settle(day, parts.year, options)
  return {
    ok: false,
    reason: 'no_such_day',
    understood: { day: parts.day === 'last' ? 31 : parts.day, month: parts.month, year: parts.year },
  }
}

/**
 * A day as people type it ("10/4", "10-4-24", "mùng 10", "cuối tháng 9", "thứ sáu tuần sau", "mai"), day before month,
 * with or without marks → the day. Without a year it is the one inside `within`, else the next to come. Refuses what it
 * cannot read, days that do not exist, a weekday that does not fit the date, and days outside `within`.
 */
export function readTypedDay(text: string, options: TypedDayOptions): TypedDay {
  const words = bare(text)
  const said = splitWeekday(words)
  if (said) {
    const read = readTypedDay(said.rest, options)
    return read.ok && weekdayOf(read.day) !== said.weekday ? { ok: false, reason: 'unreadable' } : read
  }
  const parts = readNamedDay(words, options.today)
  if (parts) return settleParts(parts, options)
  const day = readRelativeDay(words, options.today)
  return day === null ? { ok: false, reason: 'unreadable' } : settle(day, yearOf(day), options)
}
