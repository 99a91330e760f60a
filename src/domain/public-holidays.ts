import { hungKingsDay, lunarNewYear } from './am-lich.ts'
import { addDays, type Day, weekdayOf } from './day.ts'

export const isWeekend = (day: Day): boolean => weekdayOf(day) >= 6

/** The second day of National Day is the one before or after, as the Government announces; until then the one that gives the longer rest. */
function nationalDays(year: number): Day[] {
  const day = `${year}-09-02`
  const before = [2, 3, 5, 6].includes(weekdayOf(day))
  return before ? [addDays(day, -1), day] : [day, addDays(day, 1)]
}

/** Tết is five days: as a rule the eve and the first four of the new year. */
const newYearDays = (year: number): Day[] => [-1, 0, 1, 2, 3].map((days) => addDays(lunarNewYear(year), days))

/** The holidays of a year by the law's fixed days (Bộ luật Lao động 2019, Điều 112), weekends among them. */
function holidaysOf(year: number): Day[] {
  const fixed = [`${year}-01-01`, `${year}-04-30`, `${year}-05-01`]
  return [...fixed, ...newYearDays(year), hungKingsDay(year), ...nationalDays(year)].sort()
}

/** The days off of a year that no notice speaks of yet: holidays, and for each on a weekend the next working day (Điều 111 khoản 3). */
export function publicHolidays(year: number): Set<Day> {
  const off = new Set(holidaysOf(year))
  for (const holiday of holidaysOf(year).filter(isWeekend)) {
    let day = addDays(holiday, 1)
    while (isWeekend(day) || off.has(day)) day = addDays(day, 1)
    off.add(day)
  }
  return off
}
