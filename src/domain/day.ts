import { Temporal } from 'temporal-polyfill'

/** A calendar day, `YYYY-MM-DD`; days compare as text. */
export type Day = string
/** An instant, milliseconds since 1970-01-01 UTC. */
export type Instant = number
/** Tells the present instant; handed to whoever needs it, since the domain never reads a clock. */
export type Clock = { now(): Instant }

const plain = (day: Day) => Temporal.PlainDate.from(day)

/** Is this text a day that exists, written `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    plain(text)
    return true
  } catch {
    return false
  }
}

/** The day of these numbers, or null where there is none (31 February). */
export function dayFrom(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) ? text : null
}

const dayMs = 86_400_000
/** Days have no zone here, so that counting them needs no more than UTC: it is done thousands of times for one morning. */
const utcOf = (day: Day): number => Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day))

export const addDays = (day: Day, days: number): Day =>
  new Date(utcOf(day) + days * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length)
export const addMonths = (day: Day, months: number): Day => plain(day).add({ months }).toString()

/** Days from the first to the second; negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utcOf(to) - utcOf(from)) / dayMs

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay() || 7

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10))

export function lastDayOfMonth(year: number, month: number): Day {
  return Temporal.PlainDate.from({ year, month, day: 1 }).with({ day: 31 }).toString()
}

const zoned = (at: Instant, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The calendar day of an instant in a time zone. */
export const dayOf = (at: Instant, zone: string): Day => zoned(at, zone).toPlainDate().toString()

/** The wall time `HH:MM` of an instant in a time zone. */
export const timeOf = (at: Instant, zone: string): string => zoned(at, zone).toPlainTime().toString().slice(0, 5)

/** The instant of a wall time (`HH:MM`) on a day in a time zone. */
export function instantOf(day: Day, time: string, zone: string): Instant {
  return plain(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
}

/** An instant as ISO text with the zone's offset and no zone name: `2024-04-03T08:00:00+07:00`. */
export function isoOf(at: Instant, zone: string): string {
  return zoned(at, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** An ISO instant with an offset or Z → milliseconds; null where it is none. */
export function instantFrom(text: string): Instant | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

/** A day, and an instant, as values of Temporal: for libraries that take these in any process time zone. */
export const temporalDay = (day: Day): Temporal.PlainDate => plain(day)
export const temporalInstant = (at: Instant): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)
