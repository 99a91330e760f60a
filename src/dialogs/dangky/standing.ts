import { ownDeadline } from '../../chat/own-deadline.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Standing, Window } from '../../domain/registration.ts'
import type { Approvers, Office } from '../../domain/rights.ts'
import type { PlanDeadline } from '../../store/plan-rows.ts'
import type { Registration } from '../../store/registration-row.ts'
import { officeOf, standingOf, waitsForMember } from '../approval/standing.ts'

export { officeOf }

/** One registration with all that decides who may do what with it now. */
export type Case = {
  registration: Registration
  deadline: PlanDeadline | null
  approvers: Approvers
  standing: Standing
  window: Window
}

/** What the member of this turn is to a registration, by the roles held now. */
export async function caseOf(turn: Turn, registration: Registration, office?: Office): Promise<Case> {
  const { store, today } = turn
  const named = registration.deadlineId ? await store.plans.deadlineById(registration.deadlineId) : null
  const deadline = named && (await ownDeadline(store, named, registration.unitId))
  const window = { today, lastDay: deadline?.deadline.lastDay ?? null }
  return { registration, deadline, window, ...(await standingOf(turn, registration, office)) }
}

/** All that waits for the member of this turn, what was sent first before the rest. */
export async function waitingForMe(turn: Turn): Promise<Case[]> {
  const office = await officeOf(turn)
  const open = await turn.store.registrations.inState('waiting', 'approved')
  const cases = await Promise.all(open.map((registration) => caseOf(turn, registration, office)))
  return cases.filter(({ registration, standing }) => waitsForMember(registration, standing))
}
