import { headsOf, isCounted, isOpen, type Obligation } from './obligation.ts'
import type { Member, Membership } from './person.ts'
import { unitsUnder } from './rights.ts'
import type { Unit } from './unit.ts'
import { pathUp } from './unit-tree.ts'

type Facts = { obligations: Obligation[]; units: Unit[]; memberships: Membership[] }

/**
 * Whom a head may remind of a deadline, or one round of it, in their own name: people below for whom nothing is recorded; never peers or
 * superiors, and people of coordinating or superior units only by their own head.
 */
export function nudgeTargets(
  head: Member,
  { deadlineId, round }: Pick<Obligation, 'deadlineId' | 'round'>,
  { obligations, units, memberships }: Facts,
): string[] {
  const under = unitsUnder(head, units, 'head')
  const above = new Set([...under].flatMap((id) => heldAbove(id, head, units)))
  const isPeer = (personId: string) =>
    memberships.some((one) => one.personId === personId && one.role === 'head' && above.has(one.unitId))
  const isMine = ({ unitId, unitRelation }: Obligation) =>
    under.has(unitId) && (unitRelation === 'subordinate' || headsOf(unitId, units, memberships).includes(head.id))
  const isIt = (one: Obligation) => one.deadlineId === deadlineId && one.round === round
  const open = obligations.filter((one) => isIt(one) && isOpen(one) && isCounted(one))
  const missing = open.filter(isMine)
  const people = missing.flatMap(({ personId }) => personId ?? [])
  return [...new Set(people)].filter((personId) => personId !== head.id && !isPeer(personId))
}

/** The units that the head leads on the way up from one, and those above them: their heads are peers or superiors. */
function heldAbove(unitId: string, head: Member, units: Unit[]): string[] {
  const path = pathUp(units, unitId).map(({ id }) => id)
  const led = path.findIndex((id) => head.memberships.some((one) => one.unitId === id && one.role === 'head'))
  return led < 0 ? [] : path.slice(led)
}
