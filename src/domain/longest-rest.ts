import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'

/** How many days in a row nobody works, at the most, in a year. */
export function longestRest(calendar: Calendar, year: number): number {
  let longest = 0
  let rest = 0
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    rest = calendar.isWorkday(day) ? 0 : rest + 1
    longest = Math.max(longest, rest)
  }
  return longest
}
