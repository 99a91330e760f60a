import { dayPoints } from './day-point.ts'
import { halfYearPoints } from './half-year-point.ts'
import { monthPoints } from './month-point.ts'
import type { Point, PointReader } from './point.ts'
import { quarterPoints } from './quarter-point.ts'
import { yearPoints } from './year-point.ts'

/** The finer first: what a day has taken is not read again as a month. */
const readers = [...dayPoints, ...halfYearPoints, ...monthPoints, ...quarterPoints, ...yearPoints]

const pointsOf = (text: string, { pattern, read }: PointReader): Point[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const parts = read(match)
    const apart = /\d \d/.test(match[0]) && parts?.precision === 'day' && !/tháng/iu.test(match[0])
    const torn = apart || parts?.torn === true
    return parts ? [{ ...parts, torn, index: match.index, end: match.index + match[0].length }] : []
  })

/** Every place in the calendar that a sentence names, in order, none over another. */
export function readPoints(text: string): Point[] {
  const taken: Point[] = []
  const free = (point: Point) => taken.every((other) => point.end <= other.index || point.index >= other.end)
  for (const reader of readers) taken.push(...pointsOf(text, reader).filter(free))
  return taken.sort((a, b) => a.index - b.index)
}
