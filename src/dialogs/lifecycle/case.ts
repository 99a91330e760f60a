import type { Turn } from '../../chat/turn.ts'
import { type Day, dayOf } from '../../domain/day.ts'
import { type Arrival, arrivalOf, decide, type Standing, type Window } from '../../domain/registration.ts'
import type { Approvers, Office } from '../../domain/rights.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import type { PlanDeadline } from '../../store/plan-rows.ts'
import { formatShort } from '../../texts/days.ts'
import { formatDeadline, formatDeadlineShort } from '../../texts/deadlines.ts'
import type { Texts } from '../../texts/texts.ts'
import { officeOf, standingOf, waitsForMember } from '../approval/standing.ts'
import type { Kind, Of } from './kind.ts'

/** One paper with all that decides who may do what with it now. */
export type Case<P extends SentPaper> = Of<P> & {
  deadline: PlanDeadline | null
  approvers: Approvers
  standing: Standing
  window: Window
}

/** What the member of this turn is to a paper, by the roles held now. */
export async function caseOf<P extends SentPaper>(
  turn: Turn,
  kind: Kind<P>,
  sent: P,
  office?: Office,
): Promise<Case<P>> {
  const deadline = await kind.deadlineOf(turn, sent)
  const window = { today: turn.today, lastDay: deadline?.deadline.lastDay ?? null }
  return { kind, sent, deadline, window, ...(await standingOf(turn, sent, office)) }
}

/** All of a kind that waits for the member of this turn, what was sent first before the rest. */
export async function waitingForMe<P extends SentPaper>(turn: Turn, kind: Kind<P>): Promise<Case<P>[]> {
  const office = await officeOf(turn)
  const open = await kind.kept(turn.store).inState('waiting', 'approved')
  const cases = await Promise.all(open.map((sent) => caseOf(turn, kind, sent, office)))
  return cases.filter(({ sent, standing }) => waitsForMember(sent, standing))
}

export const isWritten = ({ deadline }: { deadline: PlanDeadline | null }): boolean =>
  deadline?.deadline.written === true

/** Does a new version of it, sent today, come after the last safe day, so that it wants a reason? */
export function comesLate<P extends SentPaper>({ sent, standing, window }: Case<P>): boolean {
  const decision = decide('revise', sent, standing, window)
  return decision.ok && decision.late
}

/** How sending on a day stands to a deadline; without one nothing is late. */
export const arrivalFor = (deadline: PlanDeadline | null, sentOn: Day): Arrival =>
  arrivalOf(sentOn, { onDay: deadline?.deadline.on ?? null, lastDay: deadline?.deadline.lastDay ?? null })

/** "Gửi ngày 10/04, kế hoạch ghi trước ngày 10/04." or that it came after; empty where it was in time. */
export function describeArrival<P extends SentPaper>(
  { zone }: Pick<Turn, 'zone'>,
  texts: Texts,
  { kind, sent, deadline }: Pick<Case<P>, 'kind' | 'sent' | 'deadline'>,
): string {
  if (!deadline) return ''
  const on = dayOf(sent.submittedAt, zone)
  const arrival = arrivalFor(deadline, on)
  const values = { day: formatShort(on), reason: sent.lateReason ?? '' }
  // It came in time; a later version of it did not.
  if (arrival === 'in_time') return sent.lateReason ? texts.t(`${kind.words}.arrival.changedLate`, values) : ''
  return arrival === 'on_named_day'
    ? texts.t(`${kind.words}.arrival.onNamedDay`, {
        ...values,
        deadline: formatDeadlineShort(texts, deadline.deadline),
      })
    : texts.t(`${kind.words}.arrival.late`, { ...values, deadline: formatDeadline(texts, deadline.deadline) })
}
