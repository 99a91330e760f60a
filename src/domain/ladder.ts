import { type Calendar, workdayOnOrAfter, workdayOnOrBefore } from './calendar.ts'
import { addDays, type Day } from './day.ts'

/** The nominal number of days before the last safe day; 0 that day, −1 once after it. */
export type Rung = number
export const overdue: Rung = -1

/** Days before the last safe day on which a deadline reminds, when nothing else is set. */
const usualLeads: readonly Rung[] = [14, 7, 3, 1, 0]

export type RungDay = { rung: Rung; day: Day }

/** The working day of a rung: moved back to one, or forward where it comes after the last safe day. */
export function dayOfRung(calendar: Calendar, lastDay: Day, rung: Rung): Day {
  const day = addDays(lastDay, -rung)
  return rung < 0 ? workdayOnOrAfter(calendar, day) : workdayOnOrBefore(calendar, day)
}

/** When a deadline reminds: each morning once, with the smallest rung that falls on it, first morning first. */
export function reminderDays(calendar: Calendar, lastDay: Day, leads: readonly Rung[] = usualLeads): RungDay[] {
  const days = new Map<Day, Rung>()
  for (const rung of [...leads, overdue].sort((a, b) => b - a)) days.set(dayOfRung(calendar, lastDay, rung), rung)
  return [...days].map(([day, rung]) => ({ rung, day })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The newest rung of the mornings after `since` up to today: what downtime missed is not made up for one by one. */
export function newestRung(
  calendar: Calendar,
  lastDay: Day,
  { since, today }: { since: Day; today: Day },
): Rung | null {
  const missed = reminderDays(calendar, lastDay).filter(({ day }) => day > since && day <= today)
  return missed.at(-1)?.rung ?? null
}

/** The rung on whose morning the head hears how many are missing: the working day before the last safe day. */
export const headRung: Rung = 1

/** How far from today a last safe day can lie whose ladder has a morning near today, days off included. */
export const ladderReach = { behind: 30, ahead: 45 }
