import { type Calendar, workdayBefore, workdayOnOrAfter, workdayOnOrBefore } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { type Ladder, type Ladders, usualLadders } from './ladders.ts'

/** The nominal number of days before the last safe day; 0 that day, −1 once after it. */
export type Rung = number
export const overdue: Rung = -1

/** The rung on whose morning the head hears how many are missing: the working day before the last safe day. */
export const headRung: Rung = 1
/** The rung on whose morning a deputy hears of whoever has not reacted to the earlier ones. */
export const deputyRung: Rung = 3

export type RungDay = { rung: Rung; day: Day }
/** What happened since the last morning that was done, up to today. */
export type Since = { since: Day; today: Day }

/**
 * The working day of a rung: so many calendar days before the last safe day and moved back to a working day, or so many
 * working days before the one that people are told; forward to a working day where it comes after the last safe day.
 */
export function dayOfRung(calendar: Calendar, lastDay: Day, rung: Rung, counts: Ladder['counts'] = 'calendar'): Day {
  if (rung < 0) return workdayOnOrAfter(calendar, addDays(lastDay, -rung))
  if (counts === 'calendar') return workdayOnOrBefore(calendar, addDays(lastDay, -rung))
  let day = workdayOnOrBefore(calendar, lastDay)
  for (let left = rung; left > 0; left--) day = workdayBefore(calendar, day)
  return day
}

/** When a deadline reminds: each morning once, with the smallest rung that falls on it, first morning first. */
export function reminderDays(calendar: Calendar, lastDay: Day, ladder: Ladder = usualLadders.usual): RungDay[] {
  const { leads, counts, afterwards } = ladder
  const days = new Map<Day, Rung>()
  for (const rung of [...leads, ...(afterwards ? [overdue] : [])].sort((a, b) => b - a))
    days.set(dayOfRung(calendar, lastDay, rung, counts), rung)
  return [...days].map(([day, rung]) => ({ rung, day })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The newest rung of the mornings after `since` up to today: what downtime missed is not made up for one by one. */
export function newestRung(
  calendar: Calendar,
  lastDay: Day,
  { since, today }: Since,
  ladder: Ladder = usualLadders.usual,
): Rung | null {
  const missed = reminderDays(calendar, lastDay, ladder).filter(({ day }) => day > since && day <= today)
  return missed.at(-1)?.rung ?? null
}

/** The ladder of who wants to be reminded less: of this one's rungs only three days before and the last safe day. */
export const quieterLadder = ({ leads, counts }: Ladder): Ladder => ({
  leads: leads.filter((lead) => lead === deputyRung || lead === 0),
  counts,
  afterwards: false,
})

/** Longer than any stretch of days off, in days. */
const longestHoliday = 30
/** A week has five working days, and holidays take more: this many calendar days hold one. */
const daysAWorkday = 2

/** How far from today a last safe day can lie that has a morning near today, days off included. */
export function ladderReach({ usual, kinds }: Ladders): { behind: number; ahead: number } {
  const reaches = [usual, ...Object.values(kinds)].map(
    ({ leads, counts }) => Math.max(deputyRung, ...leads) * (counts === 'working' ? daysAWorkday : 1),
  )
  return { behind: longestHoliday, ahead: longestHoliday + Math.max(...reaches) }
}
