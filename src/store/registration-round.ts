import { dayOf, type Instant } from '../domain/day.ts'
import { deadline } from '../domain/plan.ts'
import { nearestRound } from '../domain/recurrence.ts'
import type { Db } from './db.ts'
import { recursPattern } from './round-obligations.ts'

/** Says for which round a registration for a plan counts that was sent at a moment; '' where registering comes once. */
export async function readRegistrationRound(db: Db, planId: string): Promise<(at: Instant) => string> {
  const row = await db
    .selectFrom('deadline')
    .select('body')
    .where('plan_id', '=', planId)
    .where('kind', '=', 'registration')
    .where('status', '=', 'live')
    .where('body', 'like', recursPattern)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  if (!row) return () => ''
  const again = deadline.parse(JSON.parse(row.body))
  return (at) => nearestRound(again, dayOf(at, 'UTC')) ?? ''
}
