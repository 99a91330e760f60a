import { addDays, type Day, daysBetween, yearOf } from './day.ts'
import { isSettled, type OfficeDays, officeDaysOf } from './office-days.ts'
import { isWeekend, publicHolidays } from './public-holidays.ts'

/** When the office opens and closes on a working day, as wall times. */
export type OfficeHours = { opens: string; closes: string }

export const usualHours: OfficeHours = { opens: '07:30', closes: '17:00' }

/** When the agency works. Tentative: no notice has settled the day yet, it is reckoned from the law ("tạm tính"). */
export type Calendar = { isWorkday(day: Day): boolean; isTentative(day: Day): boolean; readonly hours: OfficeHours }

/** The calendar of state offices working Monday to Friday: announced years from data, others by the law's fixed days. */
export function officeCalendar(data: OfficeDays = officeDaysOf(), hours: OfficeHours = usualHours): Calendar {
  const undecided = new Map(data.undecided.map(({ day, off }) => [day, off]))
  const reckoned = new Map<number, Set<Day>>()
  const holidaysOf = (year: number) => {
    const holidays = reckoned.get(year) ?? publicHolidays(year)
    reckoned.set(year, holidays)
    return holidays
  }
  const isWorkday = (day: Day): boolean => {
    const year = data.years[String(yearOf(day))]
    if (year?.madeUp.includes(day)) return true
    if (isWeekend(day) || undecided.get(day) === true) return false
    return year ? !year.off.includes(day) : !holidaysOf(yearOf(day)).has(day)
  }
  return { isWorkday, isTentative: (day) => !isSettled(data, day), hours }
}

/** The day itself where it is worked, else the last working day before it. */
export function workdayOnOrBefore(calendar: Calendar, day: Day): Day {
  let found = day
  while (!calendar.isWorkday(found)) found = addDays(found, -1)
  return found
}

/** The day itself where it is worked, else the next working day. */
export function workdayOnOrAfter(calendar: Calendar, day: Day): Day {
  let found = day
  while (!calendar.isWorkday(found)) found = addDays(found, 1)
  return found
}

/** Does the way from one day to another, itself not counted, lead over a weekday off that no notice has settled? */
export function restsTentatively(calendar: Calendar, from: Day, to: Day): boolean {
  const step = to < from ? -1 : 1
  for (let day = from; day !== to; day = addDays(day, step))
    if (!isWeekend(day) && !calendar.isWorkday(day) && calendar.isTentative(day)) return true
  return false
}

export const workdayBefore = (calendar: Calendar, day: Day): Day => workdayOnOrBefore(calendar, addDays(day, -1))
export const workdayAfter = (calendar: Calendar, day: Day): Day => workdayOnOrAfter(calendar, addDays(day, 1))

/** How many working days come after `from`, up to and with `to`; 0 where `to` is not later. */
export function workdaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index + 1))
  return days.filter(calendar.isWorkday).length
}
