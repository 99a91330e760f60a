import type { Day } from '../domain/day.ts'
import { isOpen, type Obligation, type SubjectKind, stateOf } from '../domain/obligation.ts'
import { deadline } from '../domain/plan.ts'
import type { Db } from './db.ts'
import { readRunning, wantedRounds } from './round-obligations.ts'
import { readRoundRecords } from './round-records.ts'

/** A deadline in force, or a round of one, and who is done with it. */
export type Demand = Pick<Obligation, 'deadlineId' | 'revision' | 'kind' | 'round' | 'lastDay'> & {
  opens: Day | undefined
  isDone(subject: SubjectKind, subjectId: string): boolean
}

/** By deadline what is demanded of whomever it binds: once, or for each of the rounds near a day. */
export async function readDemands(db: Db, deadlineIds: string[], today: Day): Promise<Map<string, Demand[]>> {
  const live = await readLive(db, deadlineIds)
  const rounds = await readRounds(
    db,
    live.filter(({ deadline }) => deadline.recurrence !== null),
    today,
  )
  const demands = new Map<string, Demand[]>()
  for (const one of live) demands.set(one.deadlineId, rounds.get(one.deadlineId) ?? [await readOnce(db, one)])
  return demands
}

type Live = Pick<Obligation, 'deadlineId' | 'revision' | 'planId' | 'kind' | 'lastDay' | 'deadline'>

async function readLive(db: Db, deadlineIds: string[]): Promise<Live[]> {
  const rows = await db
    .selectFrom('deadline')
    .innerJoin('plan', 'plan.id', 'deadline.plan_id')
    .select(['deadline.id as deadlineId', 'deadline.revision', 'deadline.plan_id as planId', 'deadline.kind'])
    .select(['deadline.last_day as lastDay', 'deadline.body'])
    .where('deadline.id', 'in', deadlineIds)
    .where('deadline.status', '=', 'live')
    .where('plan.status', '=', 'in_force')
    .execute()
  return rows.map(({ body, ...row }) => ({ ...row, deadline: deadline.parse(JSON.parse(body)) }))
}

async function readOnce(db: Db, one: Live): Promise<Demand> {
  const { deadlineId, revision, kind, lastDay } = one
  const done = { unit: new Set<string>(), person: new Set<string>() }
  for (const { subject, unit_id, person_id } of await readPapers(db, one))
    done[subject].add(subject === 'unit' ? unit_id : (person_id ?? ''))
  const fulfilled = db.selectFrom('fulfilment').select(['subject', 'subject_id']).where('round', '=', '')
  for (const { subject, subject_id } of await fulfilled.where('deadline_id', '=', deadlineId).execute())
    done[subject].add(subject_id)
  return {
    ...{ deadlineId, revision, kind, lastDay, round: null, opens: undefined },
    isDone: (subject, subjectId) => done[subject].has(subjectId),
  }
}

/** The registrations or reports that meet a deadline: neither withdrawn nor returned. */
async function readPapers(db: Db, { deadlineId, planId, kind }: Live) {
  const columns = ['subject', 'unit_id', 'person_id'] as const
  if (kind === 'report')
    return db
      .selectFrom('report')
      .select(columns)
      .where('deadline_id', '=', deadlineId)
      .where('round', '=', '')
      .where('state', 'not in', ['withdrawn', 'returned'])
      .execute()
  if (kind !== 'registration') return []
  return db
    .selectFrom('registration')
    .select(columns)
    .where('plan_id', '=', planId)
    .where((where) => where.or([where('deadline_id', 'is', null), where('deadline_id', '=', deadlineId)]))
    .where('state', 'not in', ['withdrawn', 'returned'])
    .execute()
}

async function readRounds(db: Db, recurring: Live[], today: Day): Promise<Map<string, Demand[]>> {
  if (recurring.length === 0) return new Map()
  const running = await readRunning(db, [...new Set(recurring.map(({ planId }) => planId))])
  const recorded = await readRoundRecords(db, recurring)
  const roundsOf = ({ deadlineId, revision, kind, planId, deadline }: Live) => {
    const always = { start: null, end: null }
    return wantedRounds(deadline, { today }, running.get(planId) ?? always).map(
      ({ key, lastDay, opens }): Demand => ({
        ...{ deadlineId, revision, kind, lastDay, round: key, opens: opens ?? undefined },
        isDone(subject, subjectId) {
          const ids = { unitId: subjectId, personId: subject === 'person' ? subjectId : null }
          const { paper, fulfilment } = recorded({ deadlineId, subject, ...ids }, key)
          return !isOpen({ state: stateOf({ paper: paper?.state ?? null, fulfilment: fulfilment?.state ?? null }) })
        },
      }),
    )
  }
  return new Map(recurring.map((one) => [one.deadlineId, roundsOf(one)]))
}
