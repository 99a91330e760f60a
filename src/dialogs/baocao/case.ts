import type { Turn } from '../../chat/turn.ts'
import { dayOf } from '../../domain/day.ts'
import { type Arrival, arrivalOf, type Standing, type Window } from '../../domain/registration.ts'
import type { Approvers, Office } from '../../domain/rights.ts'
import type { PlanDeadline } from '../../store/plan-rows.ts'
import type { Report } from '../../store/report-row.ts'
import { formatShort } from '../../texts/days.ts'
import { formatDeadline, formatDeadlineShort } from '../../texts/deadlines.ts'
import type { Texts } from '../../texts/texts.ts'
import { officeOf, standingOf, waitsForMember } from '../approval/standing.ts'
import { deadlineFor } from './reported-plan.ts'

/** One report with all that decides who may do what with it now. */
export type Case = {
  report: Report
  /** As it stands for the report's round. */
  deadline: PlanDeadline | null
  approvers: Approvers
  standing: Standing
  window: Window
}

/** What the member of this turn is to a report, by the roles held now. */
export async function caseOf(turn: Turn, report: Report, office?: Office): Promise<Case> {
  const deadline = await deadlineFor(turn, report)
  const window = { today: turn.today, lastDay: deadline?.deadline.lastDay ?? null }
  return { report, deadline, window, ...(await standingOf(turn, report, office)) }
}

/** All reports that wait for the member of this turn, what was sent first before the rest. */
export async function waitingForMe(turn: Turn): Promise<Case[]> {
  const office = await officeOf(turn)
  const open = await turn.store.reports.inState('waiting', 'approved')
  const cases = await Promise.all(open.map((report) => caseOf(turn, report, office)))
  return cases.filter(({ report, standing }) => waitsForMember(report, standing))
}

export const isWritten = ({ deadline }: Pick<Case, 'deadline'>): boolean => deadline?.deadline.written === true

/** How a report that is or was sent on a day stands to its deadline; without one nothing is late. */
export const arrivalFor = (deadline: PlanDeadline | null, sentOn: string): Arrival =>
  arrivalOf(sentOn, { onDay: deadline?.deadline.on ?? null, lastDay: deadline?.deadline.lastDay ?? null })

/** That it came on the named day itself, or after; empty where it was in time. */
export function describeArrival(turn: Pick<Turn, 'zone'>, texts: Texts, { report, deadline }: Case): string {
  const day = dayOf(report.submittedAt, turn.zone)
  const arrival = arrivalFor(deadline, day)
  if (!deadline || arrival === 'in_time') return ''
  const values = { day: formatShort(day), reason: report.lateReason ?? '' }
  return arrival === 'on_named_day'
    ? texts.t('reports.arrival.onNamedDay', { ...values, deadline: formatDeadlineShort(texts, deadline.deadline) })
    : texts.t('reports.arrival.late', { ...values, deadline: formatDeadline(texts, deadline.deadline) })
}
