import { type Calendar, workdaysBetween } from './calendar.ts'
import type { Day } from './day.ts'

/** Working days after approval on which the author is asked, gently, whether the signed paper has gone out. */
const authorAskedAfter = [3, 8]
/** Working days after it was reported sent on which the admin is asked whether it has come. */
const adminAskedAfter = 2

type Followed = { paper: 'none' | 'reported'; approvedOn: Day; reportedOn: Day | null }
export type Follow = { asks: 'author' | 'admin'; time: number }

/** Who is asked about a signed paper today, and for which time; null: nobody yet. Asked again it gives the same. */
export function followOf({ paper, approvedOn, reportedOn }: Followed, calendar: Calendar, today: Day): Follow | null {
  if (paper === 'reported')
    return reportedOn !== null && workdaysBetween(calendar, reportedOn, today) >= adminAskedAfter
      ? { asks: 'admin', time: 1 }
      : null
  const passed = authorAskedAfter.filter((days) => workdaysBetween(calendar, approvedOn, today) >= days)
  return passed.length > 0 ? { asks: 'author', time: passed.length } : null
}
