import type { Turn } from '../../chat/turn.ts'
import type { Member } from '../../domain/person.ts'
import type { Standing, Window } from '../../domain/registration.ts'
import { type Approvers, approversOf, canReceive, canTypeFor, type Office, type Paper } from '../../domain/rights.ts'
import type { PlanDeadline } from '../../store/plan-rows.ts'
import type { Registration } from '../../store/registration-row.ts'

/** One registration with all that decides who may do what with it now. */
export type Case = {
  registration: Registration
  deadline: PlanDeadline | null
  approvers: Approvers
  standing: Standing
  window: Window
}

/** Whose own paper it is: who registers; for a unit's paper who drew it up. */
const paperOf = ({ subject, unitId, personId, typedBy }: Registration): Paper => ({
  unitId,
  own: [subject === 'person' ? (personId ?? typedBy) : typedBy],
})

const isAuthor = (member: Member, { subject, unitId, personId, typedBy }: Registration): boolean =>
  member.id === personId || member.id === typedBy || (subject === 'unit' && canTypeFor(member, unitId))

export async function officeOf({ store }: Pick<Turn, 'store'>): Promise<Office> {
  return { units: await store.units.all(), memberships: await store.people.memberships() }
}

/** What the member of this turn is to a registration, by the roles held now. */
export async function caseOf(turn: Turn, registration: Registration, office?: Office): Promise<Case> {
  const { person, store, today } = turn
  const known = office ?? (await officeOf(turn))
  const paper = paperOf(registration)
  const approvers = approversOf(paper, known)
  const deadline = registration.deadlineId ? await store.plans.deadlineById(registration.deadlineId) : null
  const standing: Standing = {
    author: person !== null && isAuthor(person, registration),
    approver: person !== null && approvers.personIds.includes(person.id),
    admin: person !== null && canReceive(person, paper, known.units),
  }
  return { registration, deadline, approvers, standing, window: { today, lastDay: deadline?.deadline.lastDay ?? null } }
}

/** Does it wait for the member of this turn: to be approved, or to be taken in? */
function waitsForMe({ registration, standing }: Case): boolean {
  if (registration.state === 'waiting') return standing.approver
  return registration.state === 'approved' && standing.admin
}

/** All that waits for the member of this turn, what was sent first before the rest. */
export async function waitingForMe(turn: Turn): Promise<Case[]> {
  const office = await officeOf(turn)
  const open = await turn.store.registrations.inState('waiting', 'approved')
  const cases = await Promise.all(open.map((registration) => caseOf(turn, registration, office)))
  return cases.filter(waitsForMe)
}
