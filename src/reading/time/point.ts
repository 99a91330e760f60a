import { addDays, type Day, dayFrom, lastDayOfMonth } from '../../domain/day.ts'

type PointPrecision = 'day' | 'month' | 'quarter' | 'half_year' | 'year'

/** A place in the calendar as it is written, with or without its year. */
export type Point = {
  /** Where it stands in the sentence. */
  index: number
  end: number
  precision: PointPrecision
  year: number | null
  /** The month; of a quarter or a half year the first one. */
  month: number | null
  day: number | null
  /** The digits were torn apart or misread in scanning: "22/1 1/2023", "l5/12/2023". */
  torn: boolean
  /** The month bears a lunar name: "tháng Giêng". */
  lunar?: boolean
}

/** What one family of phrases is read from: the pattern, and the parts of a match (null where it is none after all). */
export type PointReader = {
  pattern: RegExp
  read: (match: RegExpExecArray) => (Omit<Point, 'index' | 'end' | 'torn'> & { torn?: boolean }) | null
}

const monthsIn: Record<PointPrecision, number> = { day: 1, month: 1, quarter: 3, half_year: 6, year: 12 }

/** The last month that a point takes up. */
export const lastMonth = (point: Point): number => (point.month ?? 1) + monthsIn[point.precision] - 1

/** The first day of a point in a year; null for a day that does not exist (31/4). */
export const firstDay = (point: Point, year: number): Day | null => dayFrom(year, point.month ?? 1, point.day ?? 1)

/** The last day of a point in a year; null for a day that does not exist. */
export function lastDay(point: Point, year: number): Day | null {
  return point.precision === 'day' ? firstDay(point, year) : lastDayOfMonth(year, lastMonth(point))
}

/** The day before the first of a point: the last safe one where it says "before". */
export function dayBefore(point: Point, year: number): Day | null {
  const first = firstDay(point, year)
  return first && addDays(first, -1)
}
