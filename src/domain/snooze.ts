import { workdayAfter, workdayOnOrBefore } from './calendar.ts'
import { addDays, type Day, dayOf, type Instant, instantOf } from './day.ts'
import { firstWorkingInstant, isOfficeTime, type Reckoning } from './occasions.ts'

/** How long a reminder is put off. Of the last two one is offered: a day off is no day to be reminded on. */
export const snoozes = ['hour', 'tomorrow', 'workday'] as const
export type Snooze = (typeof snoozes)[number]

/** What is put off: its last safe day, and the hour of it where one is named. */
type Put = { lastDay: Day; time: string | null }

const hourMs = 3_600_000

/** The instant to which each way of putting off leads; one hour stays within office hours, else it is the next working morning. */
function endOf(snooze: Snooze, now: Instant, reckoning: Reckoning): Instant | null {
  const { calendar, zone } = reckoning
  const today = dayOf(now, zone)
  const tomorrow = addDays(today, 1)
  if (snooze === 'hour')
    return isOfficeTime(now + hourMs, reckoning) ? now + hourMs : firstWorkingInstant(tomorrow, reckoning)
  const isTomorrow = calendar.isWorkday(tomorrow)
  if (isTomorrow !== (snooze === 'tomorrow')) return null
  return instantOf(workdayAfter(calendar, today), calendar.hours.opens, zone)
}

/** What is left to choose from: nothing that leads past the last working day, or the named hour, of anything put off. */
export function snoozesFor(put: Put[], now: Instant, reckoning: Reckoning): { snooze: Snooze; until: Instant }[] {
  const { calendar, zone } = reckoning
  const ends = put.map(({ lastDay, time }) => {
    const told = workdayOnOrBefore(calendar, lastDay)
    return instantOf(told, told === lastDay && time !== null ? time : calendar.hours.closes, zone)
  })
  return snoozes.flatMap((snooze) => {
    const until = endOf(snooze, now, reckoning)
    return until !== null && ends.every((end) => until < end) ? [{ snooze, until }] : []
  })
}
