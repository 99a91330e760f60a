import type { Turn } from '../../chat/turn.ts'
import { type Calendar, workdayOnOrBefore } from '../../domain/calendar.ts'
import { instantOf } from '../../domain/day.ts'

/** The row of the timetable that writes reminders. */
const row = 'reminders'

/**
 * Has the newest morning gone through once more after a change: what now falls on it is still heard, what was heard is
 * not repeated. Without it a day off given at ten would swallow the reminder that it moves back to this morning.
 */
export async function redoMorning({ store, today, zone }: Turn, calendar: Calendar): Promise<void> {
  const morning = instantOf(workdayOnOrBefore(calendar, today), calendar.hours.opens, zone)
  const ranFor = await store.jobRuns.ranFor(row)
  if (ranFor !== null && ranFor >= morning) await store.jobRuns.record(row, morning - 1)
}
