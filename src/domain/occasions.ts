import { type Calendar, workdayOnOrAfter } from './calendar.ts'
import { addDays, type Day, dayOf, type Instant, instantOf, timeOf, weekdayOf } from './day.ts'

/** A wall time (or the hour at which the office opens) on every day, on every working day, or on one weekday (1 Monday …) that moves to the next working morning. */
export type Occasion = { time: string } & ({ on: 'day' } | { on: 'workday' } | { on: 'weekday'; weekday: number })

/** Where and how days are reckoned. */
export type Reckoning = { calendar: Calendar; zone: string }

/** Longer than any stretch of days off, in days. */
const farthest = 40

/** The wall time of the occasion on a day, null where there is none. */
function timeOn(occasion: Occasion, calendar: Calendar, day: Day): string | null {
  const { opens } = calendar.hours
  const time = occasion.time === 'opens' ? opens : occasion.time
  if (occasion.on === 'day') return time
  if (!calendar.isWorkday(day)) return null
  if (occasion.on === 'workday' || weekdayOf(day) === occasion.weekday) return time
  for (let off = addDays(day, -1); !calendar.isWorkday(off); off = addDays(off, -1))
    if (weekdayOf(off) === occasion.weekday) return opens
  return null
}

function instantOn(occasion: Occasion, day: Day, { calendar, zone }: Reckoning): Instant | null {
  const time = timeOn(occasion, calendar, day)
  return time === null ? null : instantOf(day, time, zone)
}

/** The first time after an instant that the occasion comes. */
export function nextOccasion(occasion: Occasion, after: Instant, reckoning: Reckoning): Instant | null {
  const start = dayOf(after, reckoning.zone)
  for (let days = 0; days <= farthest; days++) {
    const at = instantOn(occasion, addDays(start, days), reckoning)
    if (at !== null && at > after) return at
  }
  return null
}

/** The newest time of the occasion after one instant and up to another; null where it did not come between. */
export function lastOccasion(
  occasion: Occasion,
  between: { after: Instant; until: Instant },
  reckoning: Reckoning,
): Instant | null {
  const end = dayOf(between.until, reckoning.zone)
  for (let days = 0; days <= farthest; days++) {
    const at = instantOn(occasion, addDays(end, -days), reckoning)
    if (at !== null && at <= between.until) return at > between.after ? at : null
  }
  return null
}

/** May people be written to now: within office hours of a working day? */
export function isOfficeTime(at: Instant, { calendar, zone }: Reckoning): boolean {
  const time = timeOf(at, zone)
  const { opens, closes } = calendar.hours
  return calendar.isWorkday(dayOf(at, zone)) && time >= opens && time < closes
}

/** The last day whose office had opened by an instant. */
export function lastOpenedDay(at: Instant, { calendar, zone }: Reckoning): Day {
  const day = dayOf(at, zone)
  return timeOf(at, zone) >= calendar.hours.opens ? day : addDays(day, -1)
}

/** The first instant of office hours on a day, or on the next working day. */
export function firstWorkingInstant(day: Day, { calendar, zone }: Reckoning): Instant {
  return instantOf(workdayOnOrAfter(calendar, day), calendar.hours.opens, zone)
}
