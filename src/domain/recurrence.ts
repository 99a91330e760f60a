import {
  addDays,
  addMonths,
  type Day,
  dayFrom,
  daysBetween,
  lastDayOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from './day.ts'
import type { Deadline, PlanDraft } from './plan.ts'

type Recurrence = NonNullable<Deadline['recurrence']>
type Every = Recurrence['every']

/** One round of what comes again. */
export type Round = {
  /** `2024`, `2024-H1`, `2024-Q1`, `2024-03`, `2024-W13`, `2024-03-27`: the period that it is the round of. */
  key: string
  /** The first and the last day of that period. */
  start: Day
  end: Day
  /** The day named, its span's first day, and the last safe day; null where no day is named. */
  on: Day | null
  from: Day | null
  lastDay: Day | null
}

type Span = Pick<Round, 'key' | 'start' | 'end'>

const monthsOf: Partial<Record<Every, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 }
const two = (number: number) => String(number).padStart(2, '0')

function keyOf(every: Every, year: number, month: number): string {
  if (every === 'year') return `${year}`
  if (every === 'half_year') return `${year}-H${month <= 6 ? 1 : 2}`
  return every === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-${two(month)}`
}

/** The week of a Monday by its Thursday, as ISO counts. */
function weekKey(monday: Day): string {
  const thursday = addDays(monday, 3)
  const year = yearOf(thursday)
  return `${year}-W${two(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1)}`
}

/** The period in which a day lies. */
function spanAround(every: Every, day: Day): Span {
  if (every === 'day') return { key: day, start: day, end: day }
  if (every === 'week') {
    const start = addDays(day, 1 - weekdayOf(day))
    return { key: weekKey(start), start, end: addDays(start, 6) }
  }
  const length = monthsOf[every] ?? 12
  const [year, month] = [yearOf(day), monthOf(day)]
  const first = month - ((month - 1) % length)
  const start = `${year}-${two(first)}-01`
  return { key: keyOf(every, year, month), start, end: lastDayOfMonth(year, first + length - 1) }
}

/** A day of a month; one that the month has not is its last. */
function dayIn(month: Day, day: number): Day {
  const [year, number] = [yearOf(month), monthOf(month)]
  return dayFrom(year, number, day) ?? lastDayOfMonth(year, number)
}

/**
 * The day that a round names. Within longer rounds a day without a month is that of the month after the round
 * ("hằng quý, trước ngày 15"), with `of: last_month` that of its last month.
 */
function namedDay({ every, month, day, weekday, of }: Recurrence, { start, end }: Span): Day | null {
  if (every === 'day') return start
  if (every === 'week') return weekday === null ? null : addDays(start, weekday - 1)
  if (month !== null) {
    const length = monthsOf[every] ?? 12
    const inRound = addMonths(start, (month - 1) % length)
    return day === null ? lastDayOfMonth(yearOf(inRound), monthOf(inRound)) : dayIn(inRound, day)
  }
  if (day === null) return null
  if (every === 'month') return dayIn(start, day)
  return dayIn(of === 'last_month' ? end : addDays(end, 1), day)
}

function firstDay({ every, month, fromMonth, fromDay }: Recurrence, on: Day): Day | null {
  if (fromDay === null && fromMonth === null) return null
  const number = fromMonth ?? month ?? monthOf(on)
  const year = every === 'year' && number > monthOf(on) ? yearOf(on) - 1 : yearOf(on)
  return dayFrom(year, number, fromDay ?? 1)
}

function roundOf(recurrence: Recurrence, time: string | null, span: Span): Round {
  const on = namedDay(recurrence, span)
  if (on === null) return { ...span, on, from: null, lastDay: null }
  const isBefore = recurrence.relation === 'before' && time === null
  return { ...span, on, from: firstDay(recurrence, on), lastDay: isBefore ? addDays(on, -1) : on }
}

type Timed = Pick<Deadline, 'recurrence' | 'time'>

/** In which time rounds are wanted: from when the plan counts to its end; null: open. */
export type Running = { start: Day | null; end: Day | null }

/** From when to when a plan runs, so that no round is owed before or after. */
export const runningOf = ({ period, issuedOn }: Pick<PlanDraft, 'period' | 'issuedOn'>): Running => ({
  start: period?.start ?? issuedOn,
  end: period?.openEnded ? null : (period?.end ?? null),
})

const before = (every: Every, { start }: Span) => spanAround(every, addDays(start, -1))
const after = (every: Every, { end }: Span) => spanAround(every, addDays(end, 1))

/**
 * The rounds to be spoken of on a day: the last one whose last safe day is past, the one to be sent next, and the one
 * after it, with `until` all to that day. Of rounds without a day only the one that runs. None outside the plan's time.
 */
export function roundsAround(
  { recurrence, time }: Timed,
  today: Day,
  { start, end }: Running,
  until: Day = today,
): Round[] {
  if (!recurrence) return []
  const { every } = recurrence
  const near: Span[] = [spanAround(every, today)]
  for (let step = 0; step < 2; step++) near.unshift(before(every, near[0] as Span))
  for (let step = 0; step < 3 || (near.at(-1) as Span).end < until; step++) near.push(after(every, near.at(-1) as Span))
  const rounds = near
    .map((span) => roundOf(recurrence, time, span))
    .filter((round) => (start === null || round.end >= start) && (end === null || round.start <= end))
    .filter(({ lastDay }) => lastDay === null || start === null || lastDay >= start)
  if (rounds.every(({ lastDay }) => lastDay === null))
    return rounds.filter((round) => round.start <= today && today <= round.end)
  const next = rounds.findIndex(({ lastDay }) => lastDay !== null && lastDay >= today)
  if (next < 0) return rounds.slice(-1)
  const ahead = rounds.slice(next + 2).filter(({ lastDay }) => lastDay !== null && lastDay <= until)
  return [...rounds.slice(Math.max(0, next - 1), next + 2), ...ahead]
}

/** The key of the round whose last safe day is nearest to a day: what is sent without naming a round counts for it. */
export function nearestRound(deadline: Timed, day: Day): string | null {
  const far = ({ lastDay }: Round) => (lastDay === null ? 0 : Math.abs(daysBetween(day, lastDay)))
  const rounds = roundsAround(deadline, day, { start: null, end: null })
  return rounds.sort((one, other) => far(one) - far(other))[0]?.key ?? null
}

/** The round of a key, whenever it is; null where the deadline has no such round. */
export function roundByKey(deadline: Timed, key: string): Round | null {
  const { recurrence, time } = deadline
  const day = recurrence && dayOfKey(key)
  if (!recurrence || !day) return null
  const round = roundOf(recurrence, time, spanAround(recurrence.every, day))
  return round.key === key ? round : null
}

/** The first and the last day of the period that a key names; null where it names none. */
export function roundSpan(key: string): { start: Day; end: Day } | null {
  const day = dayOfKey(key)
  const every = everyOfKey.find(([pattern]) => pattern.test(key))?.[1]
  return day && every ? spanAround(every, day) : null
}

const everyOfKey: [RegExp, Every][] = [
  [/^\d{4}$/, 'year'],
  [/H/, 'half_year'],
  [/Q/, 'quarter'],
  [/W/, 'week'],
  [/^\d{4}-\d\d$/, 'month'],
  [/^\d{4}-\d\d-\d\d$/, 'day'],
]

/** Some day of the period that a key names. */
function dayOfKey(key: string): Day | null {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/.exec(key)
  if (!match) return null
  const [, year, half, quarter, week, month, day] = match
  if (week) return addDays(`${year}-01-04`, 7 * (Number(week) - 1))
  const number = half ? Number(half) * 6 - 5 : quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1)
  return dayFrom(Number(year), number, Number(day ?? 1))
}

/** A recurring deadline as it stands for one round: with its own days, and no longer recurring. */
export function deadlineOfRound(deadline: Deadline, { on, from, lastDay }: Round): Deadline {
  const { recurrence } = deadline
  if (on === null || !recurrence) return deadline
  const ofDay = recurrence.day !== null || recurrence.month === null
  return {
    ...deadline,
    ...{ on, from, lastDay, recurrence: null },
    precision: ofDay ? 'day' : 'month',
    relation: recurrence.relation ?? (ofDay ? 'on' : 'during'),
  }
}
