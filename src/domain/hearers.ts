import type { Obligation } from './obligation.ts'
import type { Membership, Role } from './person.ts'
import type { Unit } from './unit.ts'

/** Who hears of what binds a unit or its people, looked up instead of searched for. */
export type Hearers = {
  /** The person bound; for a unit its heads and focal points. */
  ofObligation(obligation: Pick<Obligation, 'personId' | 'unitId'>): string[]
  /** The heads who answer for a unit: its own, else those of the next unit up that has any. */
  headsOver(unitId: string): string[]
  clerksIn(unitId: string): string[]
}

/** Puts the roles of an office in order once, for a morning of many obligations. */
export function indexHearers(units: Unit[], memberships: Membership[]): Hearers {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const inRole = (...roles: Role[]) => {
    const people = new Map<string, Set<string>>()
    for (const { unitId, role, personId } of memberships)
      if (roles.includes(role)) people.set(unitId, (people.get(unitId) ?? new Set()).add(personId))
    return new Map([...people].map(([unitId, ids]) => [unitId, [...ids]]))
  }
  const [heads, clerks, both] = [inRole('head'), inRole('clerk'), inRole('head', 'clerk')]
  const over = new Map<string, string[]>()
  const headsOver = (unitId: string): string[] => {
    const known = over.get(unitId)
    if (known) return known
    const parentId = parents.get(unitId)
    const found = heads.get(unitId) ?? (parentId ? headsOver(parentId) : [])
    over.set(unitId, found)
    return found
  }
  return {
    ofObligation: ({ personId, unitId }) => (personId === null ? (both.get(unitId) ?? []) : [personId]),
    headsOver,
    clerksIn: (unitId) => clerks.get(unitId) ?? [],
  }
}
