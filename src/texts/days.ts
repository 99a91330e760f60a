import { type Calendar, restsTentatively, workdayOnOrBefore, workdaysBetween } from '../domain/calendar.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant, timeOf, weekdayOf } from '../domain/day.ts'
import { toldDay } from '../domain/told-day.ts'
import type { TextKey, Texts } from './texts.ts'

/** `2024-04-09` → `09/04`. */
export const formatShort = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`

/** `2024-04-09` → `09/04/2024`. */
export const formatFull = (day: Day): string => `${formatShort(day)}/${day.slice(0, 4)}`

const withWeekday = (texts: Texts, day: Day, written: string) =>
  texts.t('dates.withWeekday', { weekday: texts.t(`dates.weekday.${weekdayOf(day)}` as TextKey), day: written })

/** A day at its first mention: `thứ Ba 09/04/2024`. */
export const formatDay = (texts: Texts, day: Day): string => withWeekday(texts, day, formatFull(day))

/** A day mentioned again: `thứ Ba 09/04`. */
export const formatDayShort = (texts: Texts, day: Day): string => withWeekday(texts, day, formatShort(day))

/** A day seen from today: `hôm nay, thứ Ba 09/04`, `ngày mai, thứ Ba 09/04`, else `thứ Ba 09/04`. */
export function formatNearDay(texts: Texts, today: Day, day: Day): string {
  const written = formatDayShort(texts, day)
  if (day === today) return texts.t('dates.today', { day: written })
  return day === addDays(today, 1) ? texts.t('dates.tomorrow', { day: written }) : written
}

/** An instant as wall time and day: `09:12 thứ Tư 27/03/2024`. */
export const formatMoment = (texts: Texts, at: Instant, zone: string): string =>
  texts.t('dates.moment', { time: timeOf(at, zone), day: formatDay(texts, dayOf(at, zone)) })

/** A written day, tentative where a day off that no notice has settled yet has moved it: `thứ Tư 03/02 (tạm tính)`. */
export const formatTentative = (texts: Texts, day: string, isTentative: boolean): string =>
  isTentative ? texts.t('dates.tentative', { day }) : day

/** The working day that people are told for a last safe day, tentative where it is not settled yet. */
export function formatToldDay(texts: Texts, calendar: Calendar, lastDay: Day, write: (day: Day) => string): string {
  const day = workdayOnOrBefore(calendar, lastDay)
  return formatTentative(texts, write(day), restsTentatively(calendar, lastDay, day))
}

/** The same as it can still be told today, where the working day before has passed and the last safe day has not. */
export function formatStillTold(
  { texts, calendar, today }: { texts: Texts; calendar: Calendar; today: Day },
  lastDay: Day,
  write: (texts: Texts, day: Day) => string = formatDayShort,
): string {
  const day = toldDay({ calendar, today }, lastDay)
  return formatTentative(texts, write(texts, day), restsTentatively(calendar, lastDay, day))
}

/**
 * How long is left to the last safe day, or to the working day before it where it is a day off (the day people are
 * told): `còn 14 ngày (10 ngày làm việc)`; also on the day itself and after it.
 */
export function formatDaysLeft(texts: Texts, calendar: Calendar, today: Day, lastDay: Day): string {
  const told = workdayOnOrBefore(calendar, lastDay)
  const count = daysBetween(today, told >= today ? told : lastDay)
  if (count === 0) return texts.t('dates.left.today')
  if (count < 0) return texts.t('dates.left.past', { count: -count })
  return texts.t('dates.left.days', { count, working: workdaysBetween(calendar, today, lastDay) })
}
