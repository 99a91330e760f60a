import type { SubjectKind } from '../domain/obligation.ts'
import type { UnitRelation } from '../domain/unit.ts'
import type { Db } from './db.ts'

/** A unit, or those of its people whom a deadline does not bind through another unit before it. */
export type Bound = {
  unitId: string
  unitName: string
  unitRelation: UnitRelation
  subject: SubjectKind
  /** The unit's own id, or its people's. */
  subjectIds: string[]
}

/** By deadline whom it binds among these units, in the order in which obligations stand. */
export async function readBound(db: Db, deadlineIds: string[], unitIds: string[]): Promise<Map<string, Bound[]>> {
  const people = await readPeople(db, unitIds)
  const several = peopleOfSeveral(people)
  const rows = await db
    .selectFrom('audience')
    .innerJoin('unit', 'unit.id', 'audience.unit_id')
    .select(['audience.deadline_id', 'audience.unit_id as unitId', 'audience.subject'])
    .select(['unit.name as unitName', 'unit.relation as unitRelation'])
    .where('audience.deadline_id', 'in', deadlineIds)
    .where('audience.unit_id', 'in', unitIds)
    .orderBy('unit.position')
    .orderBy('audience.unit_id')
    .orderBy('audience.subject')
    .execute()
  const byDeadline = new Map<string, { all: Bound[]; seen: Set<string> }>()
  for (const { deadline_id, ...row } of rows) {
    const { all, seen } = byDeadline.get(deadline_id) ?? { all: [], seen: new Set() }
    byDeadline.set(deadline_id, { all, seen })
    all.push({
      ...row,
      subjectIds: row.subject === 'unit' ? [row.unitId] : once(people.get(row.unitId), several, seen),
    })
  }
  return new Map([...byDeadline].map(([id, { all }]) => [id, all]))
}

/** Whoever is bound through two units is bound once. */
function once(ids: string[] = [], several: ReadonlySet<string>, seen: Set<string>): string[] {
  if (several.size === 0) return ids
  return ids.filter((id) => {
    if (!several.has(id)) return true
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew
  })
}

/** The people of each unit, whom a deadline can bind. */
async function readPeople(db: Db, unitIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.unit_id', 'membership.person_id'])
    .distinct()
    .where('membership.unit_id', 'in', unitIds)
    // A role that is lent to a stand-in makes nobody a person of the unit.
    .where('membership.absence_id', 'is', null)
    .where('person.left_at', 'is', null)
    // An account that several share is nobody who registers.
    .where('person.id', 'not in', db.selectFrom('shared_account').select('person_id'))
    .execute()
  const people = new Map<string, string[]>()
  for (const { unit_id, person_id } of rows) {
    const all = people.get(unit_id)
    if (all) all.push(person_id)
    else people.set(unit_id, [person_id])
  }
  return people
}

function peopleOfSeveral(people: Map<string, string[]>): Set<string> {
  const known = new Set<string>()
  return new Set([...people.values()].flat().filter((id) => known.has(id) || !known.add(id)))
}
