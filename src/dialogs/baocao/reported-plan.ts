import { ownDeadline } from '../../chat/own-deadline.ts'
import type { Turn } from '../../chat/turn.ts'
import { closingOf } from '../../domain/closing-day.ts'
import { deadlineOfRound, roundByKey } from '../../domain/recurrence.ts'
import type { Closing } from '../../domain/report.ts'
import type { Plan, PlanDeadline } from '../../store/plan-rows.ts'

type Called = { planId: string; deadlineId: string | null; round: string | null; unitId: string }

/** A plan that is reported on, with the deadline (as it stands for its round) and the day at which its data are closed. */
export type ReportedPlan = { plan: Plan; deadline: PlanDeadline | null; closing: Closing | null }

/** The deadline of a report as it is now for its unit: with the days of its round, or the last day that a leader agreed to. */
export async function deadlineFor(
  { store }: Pick<Turn, 'store'>,
  { deadlineId, round, unitId }: Omit<Called, 'planId'>,
): Promise<PlanDeadline | null> {
  const found = deadlineId === null ? null : await store.plans.deadlineById(deadlineId)
  if (!found) return null
  // More time is given for a deadline that comes once.
  if (round === null) return ownDeadline(store, found, unitId)
  const of = roundByKey(found.deadline, round)
  return of ? { ...found, deadline: deadlineOfRound(found.deadline, of) } : found
}

/** The plan that answers speak of as it is now; null where it is gone. */
export async function loadReported(turn: Turn, called: Called): Promise<ReportedPlan | null> {
  const plan = await turn.store.plans.byId(called.planId)
  if (!plan) return null
  const deadline = await deadlineFor(turn, called)
  const closing = closingOf(deadline?.deadline ?? null, plan.draft)
  // A closing day after this round's own day is another round's.
  const on = called.round === null ? null : (deadline?.deadline.on ?? null)
  return { plan, deadline, closing: closing && on !== null && closing.day > on ? null : closing }
}
