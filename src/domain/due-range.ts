import { addDays, addMonths, type Day, lastDayOfMonth, monthOf, weekdayOf, yearOf } from './day.ts'
import { fold } from './fold.ts'

/** Last safe days from one day to another, both included; `overdue` only what is past. */
export type DueRange = { from: Day; to: Day; overdue: boolean }

type Reader = { pattern: RegExp; read(match: RegExpExecArray, today: Day): DueRange | null }

const days = (from: Day, to: Day): DueRange => ({ from, to, overdue: false })
const month = (year: number, number: number): DueRange | null =>
  number >= 1 && number <= 12
    ? days(`${year}-${String(number).padStart(2, '0')}-01`, lastDayOfMonth(year, number))
    : null
const quarterNumbers: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const monday = (day: Day) => addDays(day, 1 - weekdayOf(day))
const monthOfDay = (day: Day) => month(yearOf(day), monthOf(day)) as DueRange

function quarter(year: number, name: string): DueRange {
  const first = (quarterNumbers[name] ?? 1) * 3 - 2
  return days(`${year}-${String(first).padStart(2, '0')}-01`, lastDayOfMonth(year, first + 2))
}

// The words are folded first: lower case, no marks, "/" a space.
const readers: Reader[] = [
  // "quá hạn", "đã qua hạn"
  {
    pattern: /\bqua (?:thoi )?han\b/,
    read: (_, today) => ({ from: '0000-01-01', to: addDays(today, -1), overdue: true }),
  },
  // "tháng 11/2024", "tháng 11 năm 2024", "tháng 11": the next one that is not over
  {
    pattern: /\b(?:thang|thg|month) (\d{1,2})(?: (?:nam )?(\d{4}))?\b/,
    read: (match, today) => {
      const number = Number(match[1])
      const year = match[2] ? Number(match[2]) : yearOf(today) + (number < monthOf(today) ? 1 : 0)
      return month(year, number)
    },
  },
  // "quý IV/2024", "quý 2"
  {
    pattern: /\b(?:quy|quarter) (i{1,3}|iv|[1-4])(?: (?:nam )?(\d{4}))?\b/,
    read: (match, today) => quarter(match[2] ? Number(match[2]) : yearOf(today), match[1] ?? ''),
  },
  {
    pattern: /\btuan (?:sau|toi)\b|\bnext week\b/,
    read: (_, today) => days(addDays(monday(today), 7), addDays(monday(today), 13)),
  },
  { pattern: /\btuan nay\b|\bthis week\b/, read: (_, today) => days(monday(today), addDays(monday(today), 6)) },
  {
    pattern: /\bthang (?:sau|toi)\b|\bnext month\b/,
    read: (_, today) => monthOfDay(addMonths(`${today.slice(0, 8)}01`, 1)),
  },
  { pattern: /\bthang nay\b|\bthis month\b/, read: (_, today) => monthOfDay(today) },
  { pattern: /\bhom nay\b|\btoday\b/, read: (_, today) => days(today, today) },
  { pattern: /\b(?:ngay )?mai\b|\btomorrow\b/, read: (_, today) => days(addDays(today, 1), addDays(today, 1)) },
  // "năm nay", "năm 2024"
  {
    pattern: /\bnam (\d{4}|nay)\b/,
    read: (match, today) =>
      days(
        `${match[1] === 'nay' ? yearOf(today) : match[1]}-01-01`,
        `${match[1] === 'nay' ? yearOf(today) : match[1]}-12-31`,
      ),
  },
]

/** The time that narrows a list ("tháng 11", "tuần này", "quá hạn", with or without marks), and the folded words that are left. */
export function readDueRange(text: string, today: Day): { range: DueRange | null; rest: string } {
  const folded = fold(text)
  for (const { pattern, read } of readers) {
    const match = pattern.exec(folded)
    const range = match && read(match, today)
    if (match && range) return { range, rest: folded.replace(match[0], ' ').replace(/\s+/g, ' ').trim() }
  }
  return { range: null, rest: folded }
}
