import type { Day } from '../domain/day.ts'
import { type DeadlineKind, deadline } from '../domain/plan.ts'
import type { Db } from './db.ts'
import { readRunning, recursPattern, wantedRounds } from './round-obligations.ts'

/** One last safe day of a deadline in force: its own, a unit's extended one, or that of a round. `time`: the hour named. */
export type DeadlineDay = { deadlineId: string; kind: DeadlineKind; time: string | null; lastDay: Day; opens?: Day }

/** The last safe days of all deadlines in force, of rounds those near a day: few, where the people whom they bind are many. */
export async function readDeadlineDays(db: Db, today: Day): Promise<DeadlineDay[]> {
  const inForce = db
    .selectFrom('deadline')
    .innerJoin('plan', 'plan.id', 'deadline.plan_id')
    .where('deadline.status', '=', 'live')
    .where('plan.status', '=', 'in_force')
  const dated = await inForce
    .select(['deadline.id as deadlineId', 'deadline.kind', 'deadline.time', 'deadline.last_day as lastDay'])
    .where('deadline.last_day', 'is not', null)
    .$narrowType<{ lastDay: Day }>()
    .execute()
  const extended = await inForce
    .innerJoin('extension', 'extension.deadline_id', 'deadline.id')
    .select(['deadline.id as deadlineId', 'deadline.kind', 'deadline.time', 'extension.last_day as lastDay'])
    .execute()
  const recurring = await inForce
    .select(['deadline.id as deadlineId', 'deadline.kind', 'deadline.time', 'deadline.plan_id', 'deadline.body'])
    .where('deadline.last_day', 'is', null)
    .where('deadline.body', 'like', recursPattern)
    .execute()
  return [...dated, ...extended, ...(await daysOfRounds(db, recurring, today))]
}

type Recurring = { deadlineId: string; kind: DeadlineKind; time: string | null; plan_id: string; body: string }

async function daysOfRounds(db: Db, recurring: Recurring[], today: Day): Promise<DeadlineDay[]> {
  if (recurring.length === 0) return []
  const running = await readRunning(db, [...new Set(recurring.map(({ plan_id }) => plan_id))])
  return recurring.flatMap(({ deadlineId, kind, time, plan_id, body }) => {
    const always = { start: null, end: null }
    const rounds = wantedRounds(deadline.parse(JSON.parse(body)), { today }, running.get(plan_id) ?? always)
    return rounds.flatMap(({ lastDay, opens }) =>
      lastDay === null ? [] : [{ deadlineId, kind, time, lastDay, ...(opens !== null && { opens }) }],
    )
  })
}
