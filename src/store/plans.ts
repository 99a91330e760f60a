import type { AudienceMember } from '../domain/audience.ts'
import type { KnownPlan } from '../domain/plan-identity.ts'
import type { Db } from './db.ts'
import { createPlanChanges } from './plan-changes.ts'
import { type Plan, type PlanDeadline, type PlanStatus, planDeadlineOf, planOf } from './plan-rows.ts'
import { createPlanWriter } from './plan-writer.ts'
import { createPublishing } from './publish-plan.ts'

/** Published plans with their deadlines and whom these bind. Every change writes its audit row. */
export function createPlans(db: Db) {
  const plans = readPlans(db)
  const writer = createPlanWriter(db)
  return Object.assign(plans, createPublishing(db, plans, writer), createPlanChanges(db, plans, writer))
}

export type PlanReads = ReturnType<typeof readPlans>

function readPlans(db: Db) {
  return {
    async byId(id: string): Promise<Plan | null> {
      const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? planOf(row) : null
    },
    async deadlineById(id: string): Promise<PlanDeadline | null> {
      const row = await db.selectFrom('deadline').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? planDeadlineOf(row) : null
    },
    /** The live deadlines of a plan, in its order. */
    async deadlinesOf(planId: string): Promise<PlanDeadline[]> {
      const rows = await db
        .selectFrom('deadline')
        .selectAll()
        .where('plan_id', '=', planId)
        .where('status', '=', 'live')
        .orderBy('position')
        .execute()
      return rows.map(planDeadlineOf)
    },
    /** Plans of a status, the newest first. */
    async list(status: PlanStatus = 'in_force'): Promise<Plan[]> {
      const query = db.selectFrom('plan').selectAll().where('status', '=', status)
      return (await query.orderBy('published_at', 'desc').orderBy('id').execute()).map(planOf)
    },
    /** What a newly read plan is compared with: all but the withdrawn. */
    async known(): Promise<KnownPlan[]> {
      return db
        .selectFrom('plan')
        .select(['id', 'key', 'fingerprint', 'year'])
        .where('status', '!=', 'withdrawn')
        .orderBy('published_at', 'desc')
        .execute()
    },
    /** Whom these deadlines bind. */
    async audienceOf(deadlineIds: string[]): Promise<(AudienceMember & { deadlineId: string })[]> {
      if (deadlineIds.length === 0) return []
      const rows = await db.selectFrom('audience').selectAll().where('deadline_id', 'in', deadlineIds).execute()
      return rows.map((row) => ({ deadlineId: row.deadline_id, unitId: row.unit_id, subject: row.subject }))
    },
  }
}
