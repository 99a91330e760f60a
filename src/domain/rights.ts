import type { Membership, Role } from './person.ts'
import type { Unit } from './unit.ts'
import type { UnitGroup } from './unit-group.ts'
import { pathUp, rootOf, subtreeOf } from './unit-tree.ts'

type Holder = { id: string; memberships: Membership[] }
/** All units, and all roles held by people who have not left. */
export type Office = { units: Unit[]; memberships: Membership[] }

/** A paper to be approved: the unit it comes from, and those whose own it is (who registers; for a unit's paper who drew it up). */
export type Paper = { unitId: string; own: string[] }

/** Whom a paper waits for: the heads of `unitId`, else the admins. No person at all: somebody must be invited first. */
export type Approvers = { by: 'head' | 'admin'; unitId: string; personIds: string[] }

/** Does somebody hold one of these roles in this very unit? */
export const holds = ({ memberships }: Holder, unitId: string, ...roles: Role[]): boolean =>
  memberships.some((membership) => membership.unitId === unitId && roles.includes(membership.role))

/** The units in which somebody may use one of these roles: where it is held, and all below. */
export function unitsUnder({ memberships }: Holder, units: Unit[], ...roles: Role[]): Set<string> {
  const held = memberships.filter(({ role }) => roles.includes(role))
  return new Set(held.flatMap(({ unitId }) => [...subtreeOf(units, unitId)]))
}

/** May somebody change this unit, its people and its plans? Admins, for their subtree. */
export const canAdminister = (holder: Holder, unitId: string, units: Unit[]): boolean =>
  unitsUnder(holder, units, 'admin').has(unitId)

/** May somebody see what is recorded for this unit? Heads and admins, for their subtree and nothing beside it. */
export const canOversee = (holder: Holder, unitId: string, units: Unit[]): boolean =>
  unitsUnder(holder, units, 'head', 'admin').has(unitId)

/** May somebody draw up the unit's own papers, or type for people in it? Its focal points and its heads. */
export const canTypeFor = (holder: Holder, unitId: string): boolean => holds(holder, unitId, 'clerk', 'head')

const inUnit = ({ memberships }: Office, unitId: string, role: Role): string[] =>
  memberships.filter((one) => one.unitId === unitId && one.role === role).map(({ personId }) => personId)

/**
 * Who approves a paper. The heads of its unit; where a head's own paper is concerned, or the unit has none, those of the
 * next unit up; where no head is left, the admins, the nearest first. Nobody approves their own.
 */
export function approversOf(paper: Paper, office: Office): Approvers {
  const path = pathUp(office.units, paper.unitId)
  const notOwn = (personId: string) => !paper.own.includes(personId)
  const waitsFor = (by: Approvers['by']) =>
    path
      .map(({ id }) => ({ by, unitId: id, all: inUnit(office, id, by) }))
      // A head's paper passes over the other heads of the same unit too: it goes up.
      .find(({ all }) => (by === 'head' ? all.length > 0 && all.every(notOwn) : all.some(notOwn)))

  const found = waitsFor('head') ?? waitsFor('admin')
  if (!found) return { by: 'admin', unitId: rootOf(office.units)?.id ?? paper.unitId, personIds: [] }
  return { by: found.by, unitId: found.unitId, personIds: found.all.filter(notOwn) }
}

/** May this person approve or return the paper, now? */
export const canApprove = (personId: string, paper: Paper, office: Office): boolean =>
  approversOf(paper, office).personIds.includes(personId)

/** May this person take a paper of the unit into account ("Đã tiếp nhận")? Admins for their subtree, not their own paper. */
export const canReceive = (holder: Holder, paper: Paper, units: Unit[]): boolean =>
  canAdminister(holder, paper.unitId, units) && !paper.own.includes(holder.id)

/** May this person receive for a khối or cụm: head of the unit that leads it, for the papers of its other members? */
export const receivesForGroup = (holder: Holder, paper: Paper, groups: UnitGroup[]): boolean =>
  !paper.own.includes(holder.id) &&
  groups.some(
    ({ leadingId, unitIds }) =>
      leadingId !== paper.unitId && unitIds.includes(paper.unitId) && holds(holder, leadingId, 'head'),
  )

/** Would the agency be left without an admin at its root if these roles ended? */
export function leavesNoAdmin(ending: Membership[], { units, memberships }: Office): boolean {
  const root = rootOf(units)?.id
  const isAdmin = ({ role, unitId }: Membership) => role === 'admin' && unitId === root
  const ends = (held: Membership) =>
    ending.some((end) => end.personId === held.personId && end.unitId === held.unitId && end.role === held.role)
  return ending.some(isAdmin) && !memberships.some((held) => isAdmin(held) && !ends(held))
}
