import type { Point } from './point.ts'
import type { Surroundings } from './surroundings.ts'

/** How often something comes round. */
export type Every = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year'

/** A time as written: one point, or the first and last of a span or list; no year is filled in yet. */
export type Stretch = Surroundings & {
  end: number
  /** `issue`: "từ nay", "từ ngày ban hành". */
  first: Point | 'issue' | null
  last: Point | null
  /** "đến khi tổ chức thành công …": what ends it instead of a day. */
  untilEvent: string | null
  /** "và các năm tiếp theo", "trở đi". */
  openEnded: boolean
  /** "hằng năm" right behind it. */
  every: Every | null
  /** "năm sau" right behind it. */
  nextYear: boolean
}
