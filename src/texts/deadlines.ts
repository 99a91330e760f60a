import type { Calendar } from '../domain/calendar.ts'
import { addDays, type Day, monthOf, weekdayOf, yearOf } from '../domain/day.ts'
import type { Deadline, DeadlineKind } from '../domain/plan.ts'
import { formatDay, formatDayShort, formatFull, formatNearDay, formatShort, formatToldDay } from './days.ts'
import { formatRecurrence } from './recurrences.ts'
import type { TextKey, Texts } from './texts.ts'

/** The part of a deadline that says when. */
export type When = Pick<
  Deadline,
  'on' | 'from' | 'relation' | 'time' | 'precision' | 'recurrence' | 'event' | 'offset' | 'reference'
>

const quarters = ['I', 'II', 'III', 'IV']

/** `tháng 3/2024`, `quý II/2024`, `6 tháng đầu năm 2024`, `năm 2024`; null where the deadline names a day. */
function formatSpan(texts: Texts, precision: Deadline['precision'], on: Day): string | null {
  const [month, year] = [monthOf(on), yearOf(on)]
  if (precision === 'month') return texts.t('dates.month', { month, year })
  if (precision === 'quarter') return texts.t('dates.quarter', { quarter: quarters[Math.ceil(month / 3) - 1], year })
  if (precision === 'half_year') return texts.t(`dates.halfYear.${month <= 6 ? 1 : 2}`, { year })
  return precision === 'year' ? texts.t('dates.year', { year }) : null
}

function formatDated(texts: Texts, when: When, on: Day, write: (day: Day) => string): string {
  const { from, time, precision, relation: named } = when
  const relation = named ?? 'on'
  const span = formatSpan(texts, precision, on)
  if (span) return texts.t(`deadlines.within.${relation}`, { span })
  const day = write(on)
  if (relation === 'during') return from ? texts.t('deadlines.relation.during', { from: write(from), day }) : day
  return time
    ? texts.t(`deadlines.timed.${relation}`, { time, day })
    : texts.t(`deadlines.relation.${relation}`, { day })
}

function formatOffset(texts: Texts, offset: NonNullable<Deadline['offset']>, event: string | null): string {
  const key = `dates.offset.${offset.days < 0 ? 'before' : 'after'}${offset.working ? 'Working' : ''}` as const
  return texts.t(key, { days: Math.abs(offset.days), anchor: event ?? texts.t(`dates.offset.anchor.${offset.from}`) })
}

function formatReference(texts: Texts, { number, clause }: NonNullable<Deadline['reference']>): string {
  if (!number) return texts.t('dates.reference.unknown')
  return clause
    ? texts.t('dates.reference.clause', { clause, number })
    : texts.t('dates.reference.document', { number })
}

/** Letters of an event; it is told in full where its sentence is quoted. */
const mostOfEvent = 100

function eventWords(event: string): string {
  const short = event.length <= mostOfEvent ? event : `${event.slice(0, event.lastIndexOf(' ', mostOfEvent))}…`
  return /^(?:Sau|Trước|Khi|Ngay|Đến|Trong)\s/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short
}

function formatWhen(texts: Texts, when: When, write: (day: Day) => string): string {
  if (when.on) return formatDated(texts, when, when.on, write)
  if (when.recurrence) return formatRecurrence(texts, when.recurrence)
  if (when.offset) return formatOffset(texts, when.offset, when.event)
  if (when.event) return eventWords(when.event)
  return when.reference ? formatReference(texts, when.reference) : texts.t('dates.undated')
}

/** When, in the plan's terms, with the year: `trước ngày 10/04/2024`, `trong tháng 3/2024`, `kế hoạch chưa ghi ngày`. */
export const formatDeadline = (texts: Texts, when: When): string => formatWhen(texts, when, formatFull)

/** The same where the year is known from before: `trước ngày 10/04`. */
export const formatDeadlineShort = (texts: Texts, when: When): string => formatWhen(texts, when, formatShort)

const sent = new Set<DeadlineKind>(['registration', 'report', 'commendation_dossier'])

function formatLast(texts: Texts, kind: DeadlineKind, precision: Deadline['precision'], day: string): string {
  if (sent.has(kind)) return texts.t('deadlines.lastDay.send', { day })
  return texts.t(precision === 'day' ? 'deadlines.lastDay.act' : 'deadlines.lastDay.workday', { day })
}

type Last = Pick<Deadline, 'kind' | 'precision'> & { lastDay: Day }

function formatTold(texts: Texts, calendar: Calendar, last: Last, write: (day: Day) => string): string {
  const { kind, precision, lastDay } = last
  return formatLast(texts, kind, precision, formatToldDay(texts, calendar, lastDay, write))
}

/** The last working day that is safe, with the year: `gửi chậm nhất thứ Ba 09/04/2024`, `ngày làm việc cuối là thứ Sáu 29/03/2024`. */
export const formatLastDay = (texts: Texts, calendar: Calendar, last: Last): string =>
  formatTold(texts, calendar, last, (day) => formatDay(texts, day))

/** The same where the year is known from before: `gửi chậm nhất thứ Ba 09/04`. */
export const formatLastDayShort = (texts: Texts, calendar: Calendar, last: Last): string =>
  formatTold(texts, calendar, last, (day) => formatDayShort(texts, day))

/** The same seen from today: `gửi chậm nhất ngày mai, thứ Ba 09/04`. */
export const formatLastDayNear = (texts: Texts, calendar: Calendar, today: Day, last: Last): string =>
  formatTold(texts, calendar, last, (day) => formatNearDay(texts, today, day))

/** Does a deadline's own wording name the last safe day already: "chậm nhất ngày 25/04"? */
const namesLast = (calendar: Calendar, { on, relation, precision, time }: When, lastDay: Day): boolean =>
  on === lastDay && relation === 'by' && precision === 'day' && time === null && calendar.isWorkday(lastDay)

/**
 * The last safe day beside the deadline's own words: where these name that very day only its weekday, so that no day is
 * told twice; as seen from `today` where that is near.
 */
export function formatLastBeside(texts: Texts, calendar: Calendar, last: Last & When, today: Day | null): string {
  const { lastDay } = last
  const isNear = today !== null && lastDay <= addDays(today, 1)
  if (!isNear && namesLast(calendar, last, lastDay)) return texts.t(`dates.weekday.${weekdayOf(lastDay)}` as TextKey)
  return today ? formatLastDayNear(texts, calendar, today, last) : formatLastDayShort(texts, calendar, last)
}

/** What is to be done, by kind and the plan's short name: `đăng ký thi đua 120 năm thành lập tỉnh`. */
export const formatDeed = (texts: Texts, kind: DeadlineKind, plan: string): string =>
  texts.t(`deadlines.deed.${kind}`, { plan })
