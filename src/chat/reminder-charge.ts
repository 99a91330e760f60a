import { awayOn } from '../domain/absence.ts'
import { missingUnder, remindedKey } from '../domain/due-reminders.ts'
import { isCounted, isOpen, type Obligation } from '../domain/obligation.ts'
import { unitsUnder } from '../domain/rights.ts'
import type { Unit } from '../domain/unit.ts'
import type { Store } from '../store/store.ts'
import type { Reader, Subject, Task, Wanted } from './reminder-matters.ts'
import { readSilent } from './silent.ts'

/** What a reader answers for beside their own: the people of a head, and those of a focal point's unit who do not react. */
export type Charge = {
  obligations: Obligation[]
  units: Unit[]
  /** Of whom nothing is recorded; when it is late only in subordinate units. */
  missing(task: Task, late: boolean): string[]
  silent(task: Task): string[]
}

/** Reads what a head's counting and a deputy's naming need; nothing where the reader is neither. */
export async function readCharge(store: Store, subjects: Subject[], wanted: Wanted, reader: Reader): Promise<Charge> {
  const { member } = reader
  const units = await store.units.all()
  const led = subjects.some(({ asHead }) => asHead) ? [...unitsUnder(member, units, 'head')] : []
  const clerks = subjects.some(({ asDeputy }) => asDeputy)
    ? member.memberships.filter(({ role }) => role === 'clerk').map(({ unitId }) => unitId)
    : []
  const unitIds = [...new Set([...led, ...clerks])]
  const obligations = unitIds.length > 0 ? await store.obligations.find({ ...wanted, unitIds }) : []
  const memberships = led.length > 0 ? await store.people.memberships() : []
  const silent = await silentIn(store, obligations, new Set(clerks), wanted, reader)
  return {
    obligations,
    units,
    missing: (task, late) => missingUnder(member.id, { ...task, late }, { obligations, units, memberships }),
    silent: ({ deadlineId, round }) =>
      silent.filter((one) => one.deadlineId === deadlineId && one.round === round).map(({ personId }) => personId),
  }
}

/** The people of these units for whom nothing is recorded, who have not reacted and for whom nobody stands in. */
async function silentIn(
  store: Store,
  obligations: Obligation[],
  unitIds: Set<string>,
  { deadlineIds, today }: Wanted,
  reader: Reader,
): Promise<(Task & { personId: string })[]> {
  if (unitIds.size === 0) return []
  const silent = new Set((await readSilent({ store, ...reader }, deadlineIds)).map(remindedKey))
  const away = awayOn(await store.absences.notOver(today), today)
  const standsIn = new Set(away.filter(({ standInId }) => standInId !== null).map(({ personId }) => personId))
  return obligations.flatMap((one) => {
    const { personId, deadlineId, round, revision, unitId, unitRelation } = one
    if (personId === null || personId === reader.member.id || !unitIds.has(unitId)) return []
    const isAsked = unitRelation === 'subordinate' && isOpen(one) && isCounted(one) && !standsIn.has(personId)
    const reminded = { personId, deadlineId, round, revision }
    return isAsked && silent.has(remindedKey(reminded)) ? [reminded] : []
  })
}

/** Names in the order of their alphabet. */
export async function namesOf(store: Store, personIds: string[]): Promise<string[]> {
  const people = await Promise.all(personIds.map((id) => store.people.byId(id)))
  return people.flatMap((person) => person?.name ?? []).sort((one, other) => one.localeCompare(other, 'vi'))
}
