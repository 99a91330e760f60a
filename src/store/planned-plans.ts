import { z } from 'zod'
import type { Instant } from '../domain/day.ts'
import { deadline, planDraft } from '../domain/plan.ts'
import { createAudit } from './audit.ts'
import { type Db, newId } from './db.ts'
import type { PlannedPlanRow } from './planned-plan-row.ts'
import type { NewPlan } from './publish-plan.ts'

/** A plan that has been reviewed and waits to be published. */
export type PlannedPlan = { id: string; publishAt: Instant; plan: Omit<NewPlan, 'at'> }

const body = z.object({
  draft: planDraft,
  identity: z.object({ key: z.string().nullable(), fingerprint: z.string(), year: z.int().nullable() }),
  unique: z.boolean(),
  file: z.object({ hash: z.string(), name: z.string(), mime: z.string() }).nullable(),
  deadlines: z.array(
    z.object({ deadline, audience: z.array(z.object({ unitId: z.string(), subject: z.enum(['unit', 'person']) })) }),
  ),
})

/** A row of the store → the plan; units that are gone since bind nobody. */
function plannedOf(row: PlannedPlanRow, unitIds: Set<string>): PlannedPlan {
  const { deadlines, ...plan } = body.parse(JSON.parse(row.body))
  const bound = deadlines.map((one) => ({ ...one, audience: one.audience.filter(({ unitId }) => unitIds.has(unitId)) }))
  return {
    id: row.id,
    publishAt: Number(row.publish_at),
    plan: { shortName: row.short_name, ...plan, deadlines: bound, by: row.planned_by },
  }
}

/** Plans to be published at a later time. Every change writes its audit row. */
export function createPlannedPlans(db: Db) {
  const audit = createAudit(db)
  const unitIds = async () => new Set((await db.selectFrom('unit').select('id').execute()).map(({ id }) => id))
  const rows = () => db.selectFrom('planned_plan').selectAll().orderBy('publish_at').orderBy('id')
  return {
    async add({ by, at, shortName, ...plan }: NewPlan, publishAt: Instant): Promise<string> {
      const id = newId()
      const values = { id, short_name: shortName, body: JSON.stringify(plan), publish_at: publishAt }
      await db
        .insertInto('planned_plan')
        .values({ ...values, planned_at: at, planned_by: by })
        .execute()
      const detail = { shortName, publishAt }
      await audit.write({ at, by, action: 'plan.planned', subject: `planned:${id}`, detail })
      return id
    },
    /** All that wait, the next first. */
    async all(): Promise<PlannedPlan[]> {
      const units = await unitIds()
      return (await rows().execute()).map((row) => plannedOf(row, units))
    },
    async byId(id: string): Promise<PlannedPlan | null> {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row ? plannedOf(row, await unitIds()) : null
    },
    /** The first time after an instant at which one is to be published. */
    async nextAt(after: Instant): Promise<Instant | null> {
      const row = await rows().where('publish_at', '>', after).executeTakeFirst()
      return row ? Number(row.publish_at) : null
    },
    /** Takes one out, published or given up; false where somebody has done so already. */
    async take(id: string, change: { by: string | null; at: Instant; why: 'due' | 'early' | 'cancelled' }) {
      const taken = await db.deleteFrom('planned_plan').where('id', '=', id).returning('id').executeTakeFirst()
      if (!taken) return false
      const { why, ...entry } = change
      await audit.write({ ...entry, action: `plan.planned_${why}`, subject: `planned:${id}` })
      return true
    },
  }
}
