import { addDays, type Day } from '../domain/day.ts'
import type { Deadline } from '../domain/plan.ts'

/** The launch's own day where exactly one is named. */
function launchDay(deadlines: Deadline[]): Day | null {
  const days = deadlines.filter(
    ({ kind, on, precision, relation }) => kind === 'launch' && on && precision === 'day' && relation === 'on',
  )
  return days.length === 1 ? (days[0]?.on ?? null) : null
}

/** How sure a day is that was counted from a known one. */
const counted = 0.9

/** Days counted from the issue or the launch become calendar days where that day is known; working days wait for a calendar. */
export function fillOffsets(deadlines: Deadline[], issuedOn: Day | null): Deadline[] {
  const anchors = { issue: issuedOn, launch: launchDay(deadlines), event: null }
  return deadlines.map((one) => {
    const anchor = one.offset && !one.offset.working ? anchors[one.offset.from] : null
    if (!anchor || !one.offset) return one
    const on = addDays(anchor, one.offset.days)
    const confidence = one.reason ? one.confidence : Math.max(one.confidence, counted)
    return { ...one, on, lastDay: on, precision: 'day' as const, confidence }
  })
}
