import type { Day } from './day.ts'
import type { Membership } from './person.ts'

/** Why somebody is away; those of a long absence are not counted among those who should register (they may). */
export const absenceReasons = [
  { reason: 'trip', counted: true },
  { reason: 'leave', counted: true },
  { reason: 'sick', counted: true },
  { reason: 'maternity', counted: false },
  { reason: 'study', counted: false },
  { reason: 'secondment', counted: false },
] as const
export type AbsenceReason = (typeof absenceReasons)[number]['reason']

export const uncountedReasons: AbsenceReason[] = absenceReasons.flatMap(({ reason, counted }) =>
  counted ? [] : [reason],
)

/** asked: the stand-in has not answered yet; alone: nobody was asked to stand in. */
export type AbsenceState = 'asked' | 'agreed' | 'declined' | 'alone'

/** Somebody is away from one day to another, both included. */
export type Absence = {
  id: string
  personId: string
  from: Day
  to: Day
  reason: AbsenceReason
  standInId: string | null
  state: AbsenceState
}

type Days = Pick<Absence, 'from' | 'to'>

export const covers = ({ from, to }: Days, day: Day): boolean => from <= day && day <= to

/** Do two stretches of days share a day? */
export const overlap = (one: Days, other: Days): boolean => one.from <= other.to && other.from <= one.to

/** Away on a day, and who stands in where somebody agreed to. */
export type Away = { personId: string; standInId: string | null }

/** Who is away on a day. */
export const awayOn = (absences: Absence[], day: Day): Away[] =>
  absences
    .filter((one) => covers(one, day))
    .map(({ personId, standInId, state }) => ({ personId, standInId: state === 'agreed' ? standInId : null }))

/** What a stand-in holds on a day: the roles of head and focal point of the one who is away, for as long as that lasts. */
export function lentRoles(absences: Absence[], memberships: Membership[], day: Day) {
  return absences
    .filter((one) => one.state === 'agreed' && covers(one, day))
    .flatMap(({ id, personId, standInId }) =>
      memberships
        .filter((held) => held.personId === personId && (held.role === 'head' || held.role === 'clerk'))
        .map(({ unitId, role }) => ({ absenceId: id, personId: standInId ?? '', unitId, role })),
    )
}
export type LentRole = ReturnType<typeof lentRoles>[number]
