import type { AudienceMember } from '../domain/audience.ts'
import type { Instant } from '../domain/day.ts'
import { createAudit } from './audit.ts'
import { type Db, newId } from './db.ts'
import { deadlineColumns, type NewDeadline } from './plan-rows.ts'

/** Who changes a plan, and when: for the audit row that every change writes. */
export type Change = { by: string | null; at: Instant }
/** The small writes that every change of a plan is made of. */
export function createPlanWriter(db: Db) {
  const audit = createAudit(db)
  const write = ({ by, at }: Change, action: string, planId: string, detail: unknown = {}) =>
    audit.write({ at, by, action: `plan.${action}`, subject: `plan:${planId}`, detail })

  async function setAudience(deadlineId: string, audience: AudienceMember[]): Promise<void> {
    await db.deleteFrom('audience').where('deadline_id', '=', deadlineId).execute()
    const rows = audience.map(({ unitId, subject }) => ({ deadline_id: deadlineId, unit_id: unitId, subject }))
    if (rows.length > 0) await db.insertInto('audience').values(rows).execute()
  }

  async function insertDeadline(
    planId: string,
    position: number,
    { deadline, audience }: NewDeadline,
  ): Promise<string> {
    const id = newId()
    await db
      .insertInto('deadline')
      .values({ id, plan_id: planId, position, revision: 1, status: 'live', ...deadlineColumns(deadline) })
      .execute()
    await setAudience(id, audience)
    return id
  }

  const raise = (planId: string) =>
    db
      .updateTable('plan')
      .set((set) => ({ revision: set('revision', '+', 1) }))
      .where('id', '=', planId)
      .returning('revision')
      .executeTakeFirstOrThrow()

  return { write, setAudience, insertDeadline, raise }
}

export type PlanWriter = ReturnType<typeof createPlanWriter>
