import { type Calendar, workdayAfter, workdayBefore } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { fold } from './fold.ts'
import type { Deadline } from './plan.ts'

/** Does it hang on a day that nobody knows yet: of an event, or so many days before or after a launch? */
export const waitsForDay = ({ on, event, offset }: Deadline): boolean =>
  on === null && (event !== null || offset !== null)

/** Do two deadlines wait for the same day? */
export const waitForSameDay = (one: Deadline, other: Deadline): boolean =>
  waitsForDay(one) && waitsForDay(other) && anchorOf(one) === anchorOf(other)

const anchorOf = ({ event, offset }: Deadline) => (event === null ? `from ${offset?.from}` : fold(event))

/** A deadline once the day that it hangs on is known: that day, or so many calendar or working days from it. */
export function onEventDay(was: Deadline, eventDay: Day, calendar: Calendar): Deadline {
  const { offset } = was
  const on = offset ? dayFromOffset(offset, eventDay, calendar) : eventDay
  const relation = was.relation ?? (offset ? 'by' : 'on')
  const lastDay = relation === 'before' && was.time === null ? addDays(on, -1) : on
  return { ...was, on, from: null, relation, lastDay, precision: 'day', offset: null, confidence: 1, reason: null }
}

function dayFromOffset({ days, working }: NonNullable<Deadline['offset']>, eventDay: Day, calendar: Calendar): Day {
  if (!working) return addDays(eventDay, days)
  const step = days < 0 ? workdayBefore : workdayAfter
  let day = eventDay
  for (let left = Math.abs(days); left > 0; left--) day = step(calendar, day)
  return day
}
