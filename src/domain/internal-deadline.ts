import { type Calendar, workdayBefore, workdayOnOrBefore } from './calendar.ts'
import type { Day } from './day.ts'

/** The day by which a unit wants its own papers, so that the head can sign and the clerk can send. */
export type InternalDeadline = { deadlineId: string; unitId: string; day: Day }

/** What is proposed when a head sets one: two working days before the last safe day. */
export const usualInternalDay = (calendar: Calendar, lastDay: Day): Day =>
  workdayBefore(calendar, workdayBefore(calendar, workdayOnOrBefore(calendar, lastDay)))
