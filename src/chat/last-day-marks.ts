import { type Calendar, workdayOnOrBefore } from '../domain/calendar.ts'
import { type Day, instantOf } from '../domain/day.ts'
import { formatDay, formatDayShort, formatNearDay } from '../texts/days.ts'
import type { Texts } from '../texts/texts.ts'
import type { Block } from './message.ts'

type Words = { texts: Texts; calendar: Calendar; today: Day; zone: string }

/** The working day that people are told for a last safe day, in the ways it is written, and the end of office hours that it means. */
export function lastDayMarks({ texts, calendar, today, zone }: Words, lastDay: Day): NonNullable<Block['days']> {
  const told = workdayOnOrBefore(calendar, lastDay)
  const at = instantOf(told, calendar.hours.closes, zone)
  const written = [formatNearDay(texts, today, told), formatDay(texts, told), formatDayShort(texts, told)]
  return [...new Set(written)].map((text) => ({ text, at }))
}
