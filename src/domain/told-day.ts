import { type Calendar, workdayOnOrBefore } from './calendar.ts'
import type { Day } from './day.ts'

/** The working day that people are told for a last safe day; where that has passed and the day itself has not, the day itself. */
export function toldDay({ calendar, today }: { calendar: Calendar; today: Day }, lastDay: Day): Day {
  const day = workdayOnOrBefore(calendar, lastDay)
  return day < today && today <= lastDay ? lastDay : day
}
