import { type Calendar, workdaysBetween } from './calendar.ts'
import type { Day } from './day.ts'
import type { Deadline } from './plan.ts'
import { nextDeadline } from './plan-review.ts'

/** Working days left from which a plan has arrived near its deadline. */
const nearDays = 3

/** Is a last safe day so near, or past, that more time may be asked for? */
export const isNearOrPast = (lastDay: Day, today: Day, calendar: Calendar): boolean =>
  workdaysBetween(calendar, today, lastDay) <= nearDays

export type LateArrival = { deadline: Deadline & { lastDay: Day }; state: 'near' | 'past' }

/** The deadline that a plan arrives near to, else the newest that it arrives after; null where there is time enough. */
export function lateArrival(deadlines: Deadline[], today: Day, calendar: Calendar): LateArrival | null {
  const bound = deadlines.filter(({ actor }) => actor !== null)
  const next = nextDeadline(bound, today)
  if (next?.lastDay && isNearOrPast(next.lastDay, today, calendar))
    return { deadline: { ...next, lastDay: next.lastDay }, state: 'near' }
  const past = deadlines
    .flatMap((one) => (one.lastDay !== null && one.lastDay < today ? { ...one, lastDay: one.lastDay } : []))
    .sort((one, other) => (one.lastDay < other.lastDay ? 1 : -1))[0]
  return past ? { deadline: past, state: 'past' } : null
}
