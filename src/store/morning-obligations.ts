import type { Day } from '../domain/day.ts'
import type { Owed } from '../domain/due-reminders.ts'
import type { UnitRelation } from '../domain/unit.ts'
import type { Db } from './db.ts'
import { readLocalDays } from './local-days.ts'
import { type Demand, readDemands } from './morning-demands.ts'

/**
 * What is open of these deadlines, of what comes again for the rounds near a day: the same as `find` gives, made one by one
 * from whom a deadline binds and who is done with it, so that a million of them take no room. A person's stand together,
 * in the order of the people's ids: in it their reminders are written fastest.
 */
export async function readOpen(db: Db, deadlineIds: string[], today: Day): Promise<Iterable<Owed>> {
  if (deadlineIds.length === 0) return []
  const demands = await readDemands(db, deadlineIds, today)
  const bound = await readBound(db, deadlineIds, demands)
  const localOf = await readLocalDays(db)
  const open = openOf(bound, await readPeople(db))
  return localOf ? localized(open, localOf) : open
}

type Units = Map<string, { relation: UnitRelation; ofUnit: Demand[]; ofPeople: Demand[] }>

/** The units that are bound, and by what. */
async function readBound(db: Db, deadlineIds: string[], demands: Map<string, Demand[]>): Promise<Units> {
  const rows = await db
    .selectFrom('audience')
    .innerJoin('unit', 'unit.id', 'audience.unit_id')
    .select(['audience.deadline_id', 'audience.unit_id', 'audience.subject', 'unit.relation'])
    .where('audience.deadline_id', 'in', deadlineIds)
    .execute()
  const units: Units = new Map()
  for (const { deadline_id, unit_id, subject, relation } of rows) {
    const unit = units.get(unit_id) ?? { relation, ofUnit: [], ofPeople: [] }
    units.set(unit_id, unit)
    const all = subject === 'unit' ? unit.ofUnit : unit.ofPeople
    all.push(...(demands.get(deadline_id) ?? []))
  }
  return units
}

/** The units of each person whom a deadline can bind. */
async function readPeople(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select(['membership.person_id', 'membership.unit_id'])
    .where('membership.absence_id', 'is', null)
    .where('person.left_at', 'is', null)
    .where('person.id', 'not in', db.selectFrom('shared_account').select('person_id'))
    .orderBy('membership.person_id')
    .orderBy('unit.position')
    .orderBy('membership.unit_id')
    .execute()
  const people = new Map<string, string[]>()
  for (const { person_id, unit_id } of rows) {
    const units = people.get(person_id)
    if (!units) people.set(person_id, [unit_id])
    else if (units.at(-1) !== unit_id) units.push(unit_id)
  }
  return people
}

function* openOf(units: Units, people: Map<string, string[]>): Generator<Owed> {
  for (const [personId, unitIds] of people) {
    // Who is bound through two units is bound once.
    const twice = unitIds.length > 1 ? new Set<Demand>() : null
    for (const unitId of unitIds) {
      const unit = units.get(unitId)
      for (const demand of unit?.ofPeople ?? []) {
        if (!unit || twice?.has(demand)) continue
        twice?.add(demand)
        if (!demand.isDone('person', personId)) yield owed(demand, unitId, unit.relation, personId)
      }
    }
  }
  for (const [unitId, { relation, ofUnit }] of units)
    for (const demand of ofUnit) if (!demand.isDone('unit', unitId)) yield owed(demand, unitId, relation, null)
}

const owed = (demand: Demand, unitId: string, unitRelation: UnitRelation, personId: string | null): Owed => ({
  deadlineId: demand.deadlineId,
  revision: demand.revision,
  kind: demand.kind,
  round: demand.round,
  lastDay: demand.lastDay,
  opens: demand.opens,
  unitId,
  unitRelation,
  personId,
  state: 'open',
})

type LocalDays = NonNullable<Awaited<ReturnType<typeof readLocalDays>>>

function* localized(open: Iterable<Owed>, localOf: LocalDays): Generator<Owed> {
  for (const one of open) {
    const { lastDay, revision, isAway } = localOf(one)
    yield { ...one, lastDay, revision, ...(isAway && { away: true }) }
  }
}
