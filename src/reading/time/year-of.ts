import { type Day, yearOf } from '../../domain/day.ts'
import { firstDay, lastDay, type Point } from './point.ts'

/** What a day or month without its year is reckoned from. */
export type Anchors = {
  issuedOn: Day | null
  period: { start: Day | null; end: Day | null }
}

const insidePeriod = (point: Point, { start, end }: Anchors['period']): number | null => {
  if (!start || !end) return null
  const years = Array.from({ length: Math.min(yearOf(end) - yearOf(start), 5) + 1 }, (_, i) => yearOf(start) + i)
  const fitting = years.filter((year) => {
    const day = lastDay(point, year)
    return day !== null && day >= start && (firstDay(point, year) ?? day) <= end
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const firstFrom = (point: Point, anchor: Day): number | null => {
  const year = [0, 1, 2, 3, 4].map((n) => yearOf(anchor) + n).find((y) => (lastDay(point, y) ?? '') >= anchor)
  return year ?? null
}

/** The year of a point: its own, that of the period it falls in, else the first on or after the issue or the period's start. */
export function yearFor(point: Point, { issuedOn, period }: Anchors): number | null {
  if (point.year) return point.year
  const inside = insidePeriod(point, period)
  if (inside) return inside
  const anchor = issuedOn ?? period.start
  return anchor ? firstFrom(point, anchor) : null
}

/** The year that "năm sau" follows: of the title, of the period's end, of the issue; null where none is known or the period has several. */
export function yearBefore({ issuedOn, period, planYear }: Anchors & { planYear?: number | null }): number | null {
  const end = period.end ?? period.start ?? issuedOn
  return planYear ?? (end ? yearOf(end) : null)
}

const order = (point: Point) => (point.month ?? 1) * 40 + (point.day ?? 1)

/** The years of both ends of a span; an end without one takes its neighbour's, over New Year the one before or after. */
export function yearsFor(first: Point, last: Point, anchors: Anchors): { first: number; last: number } | null {
  const over = order(first) > order(last) ? 1 : 0
  if (first.year && !last.year) return { first: first.year, last: first.year + over }
  const year = yearFor(last, anchors)
  return year ? { first: first.year ?? year - over, last: year } : null
}
