import type { Day, Instant } from './day.ts'
import type { Extension } from './extension.ts'
import type { Member, Membership, Role } from './person.ts'
import type { Deadline, DeadlineKind } from './plan.ts'
import type { Unit, UnitRelation } from './unit.ts'
import { pathUp } from './unit-tree.ts'

export type SubjectKind = 'unit' | 'person'

/** What is recorded for an obligation. Returned and withdrawn registrations leave it open; `reported`: said to be sent, not seen yet. */
export type ObligationState = 'open' | 'returned' | 'reported' | 'waiting' | 'approved' | 'received'

/** A deadline and one whom it binds: a unit, or a person of it. Derived from the plan and what is recorded, never stored. */
export type Obligation = {
  deadlineId: string
  /** Rises when the deadline's day changes. */
  revision: number
  planId: string
  /** The plan's short name. */
  plan: string
  kind: DeadlineKind
  lastDay: Day | null
  /** The deadline as the admin confirmed it; of one round, with the days of that round. */
  deadline: Deadline
  /** The round of what comes again (`2024-Q1`); null where it comes once. */
  round: string | null
  subject: SubjectKind
  unitId: string
  unitName: string
  unitRelation: UnitRelation
  /** Null where the unit itself is bound. */
  personId: string | null
  state: ObligationState
  /** The registration that is recorded for it. */
  registrationId: string | null
  /** The report that is recorded for it. */
  reportId: string | null
  /** The signed paper beside the registration or report. */
  paper: 'none' | 'reported' | 'received' | null
  reportedAt: Instant | null
  /** The person is away for long on the last safe day (maternity, study, secondment): not counted among the missing. */
  away?: boolean
  /** A leader's spoken extension for this unit: `lastDay` is the extended one, the plan's own stays in its words. */
  extension?: Pick<Extension, 'agreedBy' | 'agreedOn' | 'via'>
  /** The day by which the unit itself wants its papers ("hạn nội bộ"), never mixed with the plan's. */
  internalDay?: Day
  /** Of a round: the last safe day of the one before it, until which only that one is spoken of. */
  opens?: Day
}

/** Obligations of one unit, or of its people, that differ in nothing but whom they bind, with their number. */
export type ObligationCount = Omit<Obligation, 'personId' | 'registrationId' | 'reportId' | 'paper' | 'reportedAt'> & {
  count: number
}

/** One obligation, or several as one: what is counted of them does not ask whom they bind. */
export type Countable = Omit<ObligationCount, 'count'> & { count?: number }

/** How many they are together. */
export const numberOf = (some: Pick<Countable, 'count'>[]): number =>
  some.reduce((sum, { count = 1 }) => sum + count, 0)

/** Who is bound by a deadline: the key under which what is reported of it is recorded. */
export type Bound = { deadlineId: string; subject: SubjectKind; subjectId: string; round?: string | undefined }

export const subjectIdOf = ({ personId, unitId }: Pick<Obligation, 'personId' | 'unitId'>): string => personId ?? unitId

type BoundIn = Pick<Obligation, 'deadlineId' | 'subject' | 'personId' | 'unitId'> & { round?: string | null }

export const boundOf = (one: BoundIn): Bound => ({
  deadlineId: one.deadlineId,
  subject: one.subject,
  subjectId: subjectIdOf(one),
  ...(one.round && { round: one.round }),
})

type Recorded = { paper: string | null; fulfilment: 'reported' | 'received' | null }

/** The state that a registration's or report's state (`paper`) and what was reported beside it come to. */
export function stateOf({ paper, fulfilment }: Recorded): ObligationState {
  if (fulfilment === 'received' || paper === 'received' || paper === 'aggregated') return 'received'
  if (paper === 'waiting' || paper === 'approved') return paper
  if (fulfilment === 'reported') return 'reported'
  return paper === 'returned' ? 'returned' : 'open'
}

/** Does it still want doing, with nothing recorded that would answer it? Only such ones remind. */
export const isOpen = ({ state }: Pick<Obligation, 'state'>): boolean => state === 'open' || state === 'returned'

/** Is it done as far as the one who is bound can do it? */
export const isMet = ({ state }: Pick<Obligation, 'state'>): boolean =>
  state === 'waiting' || state === 'approved' || state === 'received'

/** Does it count where those bound are counted? Who is away for long counts only with something recorded. */
export const isCounted = ({ away, state }: Pick<Obligation, 'away' | 'state'>): boolean =>
  away !== true || isMet({ state }) || state === 'reported'

/** Who hears of an obligation: the person bound; for a unit its heads and focal points. */
export function remindedOf({ personId, unitId }: Obligation, memberships: Membership[]): string[] {
  if (personId) return [personId]
  const told = memberships.filter((one) => one.unitId === unitId && (one.role === 'head' || one.role === 'clerk'))
  return [...new Set(told.map((one) => one.personId))]
}

/** Who holds a role nearest to a unit: in it, else in the next unit up where anybody does. */
function nearest(role: Role, unitId: string, units: Unit[], memberships: Membership[]): string[] {
  for (const { id } of pathUp(units, unitId)) {
    const holders = memberships.filter((one) => one.unitId === id && one.role === role)
    if (holders.length > 0) return holders.map(({ personId }) => personId)
  }
  return []
}

/** The heads who answer for a unit: its own, else those of the next unit up that has any. */
export const headsOf = (unitId: string, units: Unit[], memberships: Membership[]): string[] =>
  nearest('head', unitId, units, memberships)

/** The admins in whose charge a unit is, the nearest. */
export const adminsOf = (unitId: string, units: Unit[], memberships: Membership[]): string[] =>
  nearest('admin', unitId, units, memberships)

/** Is this person written to courteously: of a superior body, the head of a coordinating one, or of the agency itself? */
export function isCourteous(
  { unitId, unitRelation }: Pick<Obligation, 'unitId' | 'unitRelation'>,
  { memberships }: Pick<Member, 'memberships'>,
  units: Unit[],
): boolean {
  if (unitRelation === 'superior') return true
  const roots = units.filter(({ parentId }) => parentId === null).map(({ id }) => id)
  const honoured = unitRelation === 'coordinating' ? [...roots, unitId] : roots
  return memberships.some((one) => one.role === 'head' && honoured.includes(one.unitId))
}
