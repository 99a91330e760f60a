import type { Day } from '../domain/day.ts'
import type { Owed } from '../domain/due-reminders.ts'
import { type Obligation, type ObligationCount, stateOf } from '../domain/obligation.ts'
import { deadline } from '../domain/plan.ts'
import { type Db, sql } from './db.ts'
import { type DeadlineDay, readDeadlineDays } from './deadline-days.ts'
import { withLocalDays } from './local-days.ts'
import { readOpen } from './morning-obligations.ts'
import { type CountFilter, countObligations } from './obligation-counts.ts'
import { byRound, recursPattern } from './round-obligations.ts'

/** Which obligations: of last safe days in a range (without it also undated ones), of a person, of units, of a deadline or plan. */
export type ObligationFilter = {
  lastDay?: { from: Day; to: Day }
  personId?: string
  unitIds?: string[]
  deadlineIds?: string[]
  planId?: string
  /** With it, what comes again is owed once for each round near this day; without it, once and without a day. */
  today?: Day
  /** With `today`: every round on to this day, and those of these keys. */
  until?: Day
  rounds?: string[]
}

/** The subject of an audience row: the unit, or the member of it. */
const subjectId = sql<string>`case when audience.subject = 'unit' then audience.unit_id else membership.person_id end`

/** The registration that counts for a subject: one still good before one returned, the newest first. */
const itsRegistration = sql<string>`(
  select candidate.id from registration as candidate
  where candidate.plan_id = deadline.plan_id and deadline.kind = 'registration'
    and (candidate.deadline_id is null or candidate.deadline_id = deadline.id)
    and candidate.subject = audience.subject
    and (case when audience.subject = 'unit' then candidate.unit_id else candidate.person_id end) = ${subjectId}
    and candidate.state <> 'withdrawn'
  order by case when candidate.state = 'returned' then 1 else 0 end, candidate.submitted_at desc, candidate.id
  limit 1
)`

/** The report that counts for a subject: the one that stands, as one that comes once. Rounds: round-obligations.ts. */
const itsReport = sql<string>`(
  select candidate.id from report as candidate
  where candidate.deadline_id = deadline.id and deadline.kind = 'report' and candidate.round = ''
    and candidate.subject = audience.subject
    and (case when audience.subject = 'unit' then candidate.unit_id else candidate.person_id end) = ${subjectId}
    and candidate.state <> 'withdrawn'
  order by case when candidate.state = 'returned' then 1 else 0 end, candidate.submitted_at desc, candidate.id
  limit 1
)`

const columns = [
  'deadline.id as deadline_id',
  'audience.subject',
  'audience.unit_id',
  'unit.name as unit_name',
  'unit.relation as unit_relation',
  'membership.person_id',
  'registration.id as registration_id',
  'registration.state as registration_state',
  'registration.paper',
  'report.id as report_id',
  'report.state as report_state',
  'report.paper as report_paper',
  'fulfilment.state as fulfilment_state',
  'fulfilment.at as fulfilled_at',
] as const

export type Obligations = {
  /** Obligations that fit, the nearest last day first; a person bound through two units has one. */
  find(filter: ObligationFilter): Promise<Obligation[]>
  /** The same for all whom they bind, those that differ in nothing else as one with their number. */
  count(filter: CountFilter): Promise<ObligationCount[]>
  /** The last safe days of all deadlines in force, of rounds those near a day. */
  days(today: Day): Promise<DeadlineDay[]>
  /** What is open of deadlines on a day, for mornings: however much, one by one. */
  open(deadlineIds: string[], today: Day): Promise<Iterable<Owed>>
}

/** Who must do what by when: derived from deadlines, audiences, memberships and what is recorded, in one query. */
export function createObligations(db: Db): Obligations {
  const select = (personId?: string) =>
    db
      .selectFrom('deadline')
      .innerJoin('plan', 'plan.id', 'deadline.plan_id')
      .innerJoin('audience', 'audience.deadline_id', 'deadline.id')
      .innerJoin('unit', 'unit.id', 'audience.unit_id')
      .leftJoin(
        (from) =>
          from
            .selectFrom('membership')
            .select(['unit_id', 'person_id'])
            // A role that is lent to a stand-in makes nobody a person of the unit.
            .where('absence_id', 'is', null)
            .distinct()
            .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
            .as('membership'),
        (join) => join.onRef('membership.unit_id', '=', 'audience.unit_id').on('audience.subject', '=', 'person'),
      )
      .leftJoin('person', 'person.id', 'membership.person_id')
      .leftJoin('registration', (join) => join.on('registration.id', '=', itsRegistration))
      .leftJoin('report', (join) => join.on('report.id', '=', itsReport))
      .leftJoin('fulfilment', (join) =>
        join
          .on('fulfilment.round', '=', '')
          .onRef('fulfilment.deadline_id', '=', 'deadline.id')
          .onRef('fulfilment.subject', '=', 'audience.subject')
          .on('fulfilment.subject_id', '=', subjectId),
      )
      .select(columns)
      .where('deadline.status', '=', 'live')
      .where('plan.status', '=', 'in_force')
      .where((where) =>
        where.or([
          where('audience.subject', '=', 'unit'),
          where.and([
            where('person.id', 'is not', null),
            where('person.left_at', 'is', null),
            // An account that several share is nobody who registers.
            where('person.id', 'not in', db.selectFrom('shared_account').select('person_id')),
          ]),
        ]),
      )
      .orderBy(sql`case when deadline.last_day is null then 1 else 0 end`)
      .orderBy('deadline.last_day')
      .orderBy('plan.published_at')
      .orderBy('deadline.position')
      .orderBy('unit.position')
      .orderBy('audience.unit_id')
      .orderBy('audience.subject')
      .orderBy('person.name')
      .orderBy('person.id')

  type Found = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]
  const toObligation = (row: Found, { id, revision, plan_id, short_name, kind, last_day, body }: Live): Obligation => ({
    deadlineId: id,
    revision,
    planId: plan_id,
    plan: short_name,
    kind,
    lastDay: last_day,
    deadline: body,
    round: null,
    subject: row.subject,
    unitId: row.unit_id,
    unitName: row.unit_name,
    unitRelation: row.unit_relation,
    personId: row.person_id,
    state: stateOf({ paper: row.registration_state ?? row.report_state, fulfilment: row.fulfilment_state }),
    registrationId: row.registration_id,
    reportId: row.report_id,
    paper: row.paper ?? row.report_paper,
    reportedAt: row.fulfilled_at,
  })

  return {
    days: (today) => readDeadlineDays(db, today),
    count: (filter) => countObligations(db, filter),
    open: (deadlineIds, today) => readOpen(db, deadlineIds, today),
    async find({
      lastDay,
      personId,
      unitIds,
      deadlineIds,
      planId,
      today,
      until,
      rounds,
    }: ObligationFilter): Promise<Obligation[]> {
      const none = unitIds?.length === 0 || deadlineIds?.length === 0
      if (none) return []
      let query = select(personId)
      if (lastDay)
        query = query.where((where) => {
          const within = where.between('deadline.last_day', lastDay.from, lastDay.to)
          const mayComeRound = where.and([
            where('deadline.last_day', 'is', null),
            where('deadline.body', 'like', recursPattern),
          ])
          const isExtended = where('deadline.id', 'in', (from) => from.selectFrom('extension').select('deadline_id'))
          return where.or(today === undefined ? [within, isExtended] : [within, isExtended, mayComeRound])
        })
      if (planId) query = query.where('deadline.plan_id', '=', planId)
      if (unitIds) query = query.where('audience.unit_id', 'in', unitIds)
      if (deadlineIds) query = query.where('deadline.id', 'in', deadlineIds)
      if (personId) query = query.where(concerns(personId))
      const rows = await query.execute()
      const live = await readLive(db, [...new Set(rows.map(({ deadline_id }) => deadline_id))])
      const derived = withoutRepeats(rows.map((row) => toObligation(row, live.get(row.deadline_id) as Live)))
      const all = await withLocalDays(
        db,
        today === undefined ? derived : await byRound(db, derived, { today, until, rounds }),
      )
      return lastDay ? all.filter((one) => isWithin(one.lastDay, lastDay)) : all
    },
  }
}

/** What all obligations of a deadline share; read once, where their rows are many. */
type Live = Awaited<ReturnType<typeof readLive>> extends Map<string, infer One> ? One : never

async function readLive(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('deadline')
    .innerJoin('plan', 'plan.id', 'deadline.plan_id')
    .select(['deadline.id', 'deadline.revision', 'deadline.plan_id', 'deadline.kind', 'deadline.last_day'])
    .select(['plan.short_name', 'deadline.body'])
    .where('deadline.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ body, ...row }) => [row.id, { ...row, body: deadline.parse(JSON.parse(body)) }]))
}

/** Binds the person, or a unit whose papers the person draws up. */
const concerns = (personId: string) => sql<boolean>`(
  membership.person_id = ${personId} or (audience.subject = 'unit' and audience.unit_id in (
    select held.unit_id from membership as held where held.person_id = ${personId} and held.role in ('head', 'clerk')
  ))
)`

const isWithin = (day: Day | null, { from, to }: { from: Day; to: Day }): boolean =>
  day !== null && day >= from && day <= to

function withoutRepeats(obligations: Obligation[]): Obligation[] {
  const seen = new Set<string>()
  return obligations.filter(({ deadlineId, subject, personId, unitId }) => {
    const key = `${deadlineId} ${subject} ${personId ?? unitId}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
