import type { Day } from './day.ts'
import { isOpen, type Obligation } from './obligation.ts'
import type { DeadlineKind } from './plan.ts'
import type { UnitRelation } from './unit.ts'

/** A unit that a letter may urge: nothing is recorded of its own paper (`missing` 0), or of so many of its people. */
export type ToUrge = {
  unitId: string
  name: string
  relation: Exclude<UnitRelation, 'superior'>
  missing: number
  /** A leader has given it more time, up to this day. */
  extendedTo: Day | null
}

/** Letters of urging ask for what is sent in writing. */
export const isUrgedKind = (kind: DeadlineKind): kind is 'registration' | 'report' =>
  kind === 'registration' || kind === 'report'

/**
 * The units that a letter may urge under one deadline, coordinating bodies first. Never upward: neither superior bodies, nor who
 * issues the letter, nor what stands above it (`issuing`: those units).
 */
export function unitsToUrge(bound: Obligation[], issuing: ReadonlySet<string>): ToUrge[] {
  const all = [...Map.groupBy(bound, ({ unitId }) => unitId).values()].flatMap((ofUnit) => toUrge(ofUnit, issuing))
  return (['coordinating', 'subordinate'] as const).flatMap((relation) =>
    all.filter((one) => one.relation === relation),
  )
}

function toUrge(ofUnit: Obligation[], issuing: ReadonlySet<string>): ToUrge[] {
  const [first] = ofUnit
  if (!first || first.unitRelation === 'superior' || issuing.has(first.unitId)) return []
  const own = ofUnit.find(({ subject }) => subject === 'unit')
  // Where the unit itself is bound its own paper counts; what its people still owe it is its own business.
  const open = (own ? [own] : ofUnit).filter(isOpen)
  if (open.length === 0) return []
  const { unitId, unitName: name, unitRelation: relation } = first
  const extended = open.find(({ extension }) => extension !== undefined)
  return [{ unitId, name, relation, missing: own ? 0 : open.length, extendedTo: extended?.lastDay ?? null }]
}
