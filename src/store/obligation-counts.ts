import type { Day } from '../domain/day.ts'
import { type ObligationCount, type ObligationState, stateOf } from '../domain/obligation.ts'
import { type Deadline, deadline } from '../domain/plan.ts'
import { deadlineOfRound } from '../domain/recurrence.ts'
import { type Db, sql } from './db.ts'
import { readLocalDays } from './local-days.ts'
import { type Bound, readBound } from './obligation-bound.ts'
import { readStates, type StateOf } from './obligation-states.ts'
import { readRunning, recursPattern, wantedRounds } from './round-obligations.ts'
import { readRoundRecords } from './round-records.ts'

/** Of which last safe days and units; every round near `today` and on to `until`. */
export type CountFilter = { lastDay: { from: Day; to: Day }; unitIds: string[]; today: Day; until?: Day }

type Live = Awaited<ReturnType<typeof readLive>>[number]
type Demand = Pick<ObligationCount, 'round' | 'lastDay' | 'deadline' | 'opens'> & { stateOf: StateOf }
type LocalOf = Awaited<ReturnType<typeof readLocalDays>>

const always = { start: null, end: null }
const place = ({ lastDay }: ObligationCount) => lastDay ?? '9999'
const byDay = (one: ObligationCount, other: ObligationCount) => place(one).localeCompare(place(other))

/**
 * The same obligations as `find` gives, those that differ only in whom they bind as one with their number: of a large
 * agency there are hundreds of thousands, and who only counts need not have a row of each.
 */
export async function countObligations(db: Db, filter: CountFilter): Promise<ObligationCount[]> {
  const { lastDay, unitIds } = filter
  if (unitIds.length === 0) return []
  const live = await readLive(db, lastDay)
  if (live.length === 0) return []
  const bound = await readBound(
    db,
    live.map(({ deadlineId }) => deadlineId),
    unitIds,
  )
  const demandsOf = await readDemands(db, live, filter)
  const localOf = await readLocalDays(db)
  const all = live.flatMap((one) =>
    demandsOf(one).flatMap((demand) =>
      (bound.get(one.deadlineId) ?? []).flatMap((some) => countOf(one, demand, some, localOf)),
    ),
  )
  return all.filter(({ lastDay: day }) => day !== null && day >= lastDay.from && day <= lastDay.to).sort(byDay)
}

async function readLive(db: Db, { from, to }: { from: Day; to: Day }) {
  const rows = await db
    .selectFrom('deadline')
    .innerJoin('plan', 'plan.id', 'deadline.plan_id')
    .select(['deadline.id as deadlineId', 'deadline.revision', 'deadline.plan_id as planId', 'deadline.kind'])
    .select(['deadline.last_day as lastDay', 'deadline.body', 'plan.short_name as plan'])
    .where('deadline.status', '=', 'live')
    .where('plan.status', '=', 'in_force')
    .where((where) =>
      where.or([
        where.between('deadline.last_day', from, to),
        where('deadline.id', 'in', db.selectFrom('extension').select('deadline_id')),
        where('deadline.body', 'like', recursPattern),
      ]),
    )
    .orderBy(sql`case when deadline.last_day is null then 1 else 0 end`)
    .orderBy('deadline.last_day')
    .orderBy('plan.published_at')
    .orderBy('deadline.position')
    .execute()
  return rows.map(({ body, ...row }) => ({ ...row, deadline: deadline.parse(JSON.parse(body)) as Deadline }))
}

/** What each deadline demands: once, or for each of its rounds; and how far whom it binds is with it. */
async function readDemands(db: Db, live: Live[], { today, until }: CountFilter): Promise<(one: Live) => Demand[]> {
  const recurring = live.filter((one) => one.deadline.recurrence !== null)
  const planIds = [...new Set(recurring.map(({ planId }) => planId))]
  const running = recurring.length > 0 ? await readRunning(db, planIds) : new Map<string, never>()
  const recorded = recurring.length > 0 ? await readRoundRecords(db, recurring) : null
  const onceOf = await readStates(
    db,
    live.filter((one) => one.deadline.recurrence === null),
  )
  return (one) => {
    const { deadlineId, deadline: asked, lastDay } = one
    if (asked.recurrence === null || !recorded) return [{ round: null, lastDay, deadline: asked, stateOf: onceOf(one) }]
    return wantedRounds(asked, { today, until }, running.get(one.planId) ?? always).map(
      (round): Demand => ({
        ...{ round: round.key, lastDay: round.lastDay, deadline: deadlineOfRound(asked, round) },
        ...(round.opens !== null && { opens: round.opens }),
        stateOf(subject, subjectId) {
          const ids = { unitId: subjectId, personId: subject === 'person' ? subjectId : null }
          const { paper, fulfilment } = recorded({ deadlineId, subject, ...ids }, round.key)
          return stateOf({ paper: paper?.state ?? null, fulfilment: fulfilment?.state ?? null })
        },
      }),
    )
  }
}

/** One deadline or round and one unit, or its people: an obligation for each state, with its number. */
function countOf(one: Live, demand: Demand, some: Bound, localOf: LocalOf): ObligationCount[] {
  const { deadlineId, revision, planId, plan, kind } = one
  const { stateOf: stateOfSubject, round, lastDay } = demand
  const { unitId, subject, subjectIds } = some
  const about = { deadlineId, unitId, round, lastDay, revision }
  const counts = new Map<string, { state: ObligationState; isAway: boolean; count: number }>()
  for (const id of subjectIds) {
    const state = stateOfSubject(subject, id)
    const isAway = subject === 'person' && (localOf?.({ ...about, personId: id }).isAway ?? false)
    const key = `${state} ${isAway}`
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { state, isAway, count: 1 })
  }
  const local = localOf?.({ ...about, personId: null })
  const { extension, internalDay } = local ?? {}
  const day = local ? local.lastDay : lastDay
  const shared = {
    ...{ deadlineId, planId, plan, kind, round, subject, unitId, lastDay: day, revision: local?.revision ?? revision },
    ...{ unitName: some.unitName, unitRelation: some.unitRelation },
    deadline: extension ? { ...demand.deadline, lastDay: day } : demand.deadline,
    ...(demand.opens !== undefined && { opens: demand.opens }),
    ...(extension && {
      extension: { agreedBy: extension.agreed_by, agreedOn: extension.agreed_on, via: extension.via },
    }),
    ...(internalDay !== undefined && { internalDay }),
  }
  return [...counts.values()].map(({ state, isAway, count }) => ({
    ...shared,
    state,
    count,
    ...(isAway && { away: true }),
  }))
}
