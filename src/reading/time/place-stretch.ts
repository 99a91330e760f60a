import { type Day, weekdayOf, yearOf } from '../../domain/day.ts'
import type { Doubt } from './doubt.ts'
import { dayBefore, firstDay, lastDay, lastMonth, type Point } from './point.ts'
import type { Stretch } from './stretch.ts'
import { blankReading, recurring, type TimeContext, type TimeReading } from './time-reading.ts'
import { yearBefore, yearFor, yearsFor } from './year-of.ts'

type Relation = NonNullable<TimeReading['relation']>

/** How a single point binds: a bare day is that day, a bare month lies within itself. */
function relationOf({ cue, first, part, last }: Stretch): Relation {
  if (first) return 'during'
  if (cue === 'before') return 'before'
  if (cue === 'by' || cue === 'until') return 'by'
  return last?.precision === 'day' && !part ? 'on' : 'during'
}

const yearless = (point: Stretch['first']) => point === null || point === 'issue' || point.year === null

/** "trước ngày 10/12 hằng năm": the round itself, no day of any year. */
function roundOf(stretch: Stretch, last: Point, relation: Relation) {
  const first = stretch.first && stretch.first !== 'issue' ? stretch.first : null
  if (stretch.cue === 'from' && !first) return recurring('year', { fromMonth: last.month, fromDay: last.day, relation })
  const opening = first ?? (last.precision === 'quarter' || last.precision === 'half_year' ? last : null)
  return recurring(stretch.every ?? 'year', {
    month: lastMonth(last),
    day: last.day,
    fromMonth: opening?.month ?? null,
    fromDay: opening?.day ?? null,
    relation,
  })
}

function daysOf(
  stretch: Stretch,
  last: Point,
  context: TimeContext,
): { from: Day | null; on: Day | null; doubts: Doubt[] } {
  if (stretch.first === 'issue') {
    const year = yearFor(last, context)
    const doubts: Doubt[] = context.issuedOn ? [] : ['issue_unknown']
    return { from: context.issuedOn, on: year ? lastDay(last, year) : null, doubts }
  }
  if (stretch.first) {
    const years = yearsFor(stretch.first, last, context)
    if (!years) return { from: null, on: null, doubts: ['year_unknown'] }
    return { from: firstDay(stretch.first, years.first), on: lastDay(last, years.last), doubts: [] }
  }
  const year = yearFor(last, context)
  if (!year) return { from: null, on: null, doubts: ['year_unknown'] }
  return { from: last.precision === 'day' ? null : firstDay(last, year), on: lastDay(last, year), doubts: [] }
}

function doubtsOf(stretch: Stretch, on: Day | null, found: Doubt[]): Doubt[] {
  const list: Doubt[] = [...found]
  if (on === null && found.length === 0) list.push('impossible_day')
  if (on && stretch.weekday && weekdayOf(on) !== stretch.weekday) list.push('weekday_mismatch')
  const first = stretch.first === 'issue' ? null : stretch.first
  if (stretch.last?.torn || first?.torn) list.push('torn_digits')
  if (stretch.last?.lunar || first?.lunar) list.push('lunar_month')
  if (stretch.misread) list.push('misread_word')
  if (stretch.tentative) list.push('tentative')
  if (stretch.part) list.push('vague_part')
  return list
}

/** "từ tháng 8/2023", "quý II năm 2023 và các năm tiếp theo": a beginning and no end. */
function onwards(stretch: Stretch, base: TimeReading, last: Point, context: TimeContext): TimeReading {
  const year = yearFor(last, context)
  const from = year ? firstDay(last, year) : null
  const doubts = doubtsOf(stretch, from, year ? [] : ['year_unknown'])
  const event = stretch.untilEvent
  return {
    ...base,
    from,
    precision: event ? 'event' : last.precision,
    event,
    openEnded: !event,
    doubts,
    relation: 'during',
  }
}

/** "trước tháng 8/2023": the whole month is excluded; the day named is its first. */
function beforeWhole(base: TimeReading, last: Point, context: TimeContext): TimeReading {
  const year = yearFor(last, context)
  const on = year ? firstDay(last, year) : null
  return { ...base, on, lastDay: year ? dayBefore(last, year) : null, doubts: [year ? 'before_whole' : 'year_unknown'] }
}

/** "trước ngày 31/01 năm sau": the year after the plan's; over several years, or where days come round anyway, each year's. */
function withYearAfter(stretch: Stretch, context: TimeContext): Stretch {
  const { last, nextYear } = stretch
  if (!nextYear || !last || last.year !== null || context.yearly || stretch.every) return stretch
  const { start, end } = context.period
  if (start && end && yearOf(end) > yearOf(start) + 1) return { ...stretch, every: 'year' }
  const year = yearBefore(context)
  return year ? { ...stretch, last: { ...last, year: year + 1 } } : stretch
}

/** Fills in the days of a time as written. Never a day that the words and the context do not yield. */
export function placeStretch(found: Stretch, context: TimeContext): TimeReading {
  const stretch = withYearAfter(found, context)
  const { last } = stretch
  const { index, end, cue, time, exceptional } = stretch
  const plain = { ...blankReading(index, end), cue, time, exceptional }
  if (!last) return plain
  const relation = relationOf(stretch)
  const base = { ...plain, relation, precision: last.precision }
  const rounds = (stretch.every || context.yearly) && yearless(stretch.first) && last.year === null
  if (rounds) {
    const doubts = doubtsOf(stretch, null, ['year_unknown']).filter((doubt) => doubt !== 'year_unknown')
    return { ...base, precision: 'none', recurrence: roundOf(stretch, last, relation), doubts }
  }
  if (stretch.openEnded || (cue === 'from' && !stretch.first)) return onwards(stretch, base, last, context)
  if (relation === 'before' && last.precision !== 'day') return beforeWhole(base, last, context)
  const { from, on, doubts } = daysOf(stretch, last, context)
  const before = relation === 'before' && (time === null || time === '00:00')
  const year = on ? Number(on.slice(0, 4)) : 0
  const safe = before && on ? dayBefore(last, year) : on
  return {
    ...base,
    from: relation === 'before' ? null : from,
    on,
    lastDay: safe,
    doubts: doubtsOf(stretch, on, doubts),
  }
}
