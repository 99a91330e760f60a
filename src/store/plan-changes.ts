import type { AudienceMember } from '../domain/audience.ts'
import type { Instant } from '../domain/day.ts'
import type { Deadline, PlanDraft } from '../domain/plan.ts'
import { claimOf, type PlanIdentity } from '../domain/plan-identity.ts'
import { createAudit } from './audit.ts'
import { type Db, newId } from './db.ts'
import { deadlineColumns, draftColumns, type NewDeadline, type PlanFile } from './plan-rows.ts'
import type { PlanReads } from './plans.ts'

/** Who changes a plan, and when: for the audit row that every change writes. */
type Change = { by: string | null; at: Instant }
export type NewPlan = Change & {
  shortName: string
  draft: PlanDraft
  identity: PlanIdentity
  /** False for a plan that its admin has told apart from one that reads the same. */
  unique: boolean
  file: PlanFile | null
  deadlines: NewDeadline[]
}
/** What a new text makes of a plan: deadlines with an id keep it, those of the plan that are not listed are dropped. */
export type PlanChange = Change & {
  planId: string
  why: 'replaced' | 'corrected'
  draft: PlanDraft
  identity: PlanIdentity
  file: PlanFile | null
  deadlines: (NewDeadline & { id: string | null; moved: boolean })[]
}

/** What changes plans: each in the caller's transaction, each with its audit row. */
export function createPlanChanges(db: Db, plans: PlanReads) {
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

  return {
    /** Publishes; where somebody has published the same plan already, nothing is written and that plan is told. */
    async publish(plan: NewPlan): Promise<{ ok: true; planId: string } | { ok: false; planId: string }> {
      const id = newId()
      const claim = plan.unique ? claimOf(plan.identity) : null
      const added = await db
        .insertInto('plan')
        .values({
          id,
          short_name: plan.shortName,
          status: 'in_force',
          revision: 1,
          ...draftColumns(plan.draft, plan.file),
          key: plan.identity.key,
          year: plan.identity.year,
          fingerprint: plan.identity.fingerprint,
          claim,
          published_at: plan.at,
          published_by: plan.by,
        })
        .onConflict((conflict) => conflict.column('claim').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!added) {
        const other = await db.selectFrom('plan').select('id').where('claim', '=', claim).executeTakeFirstOrThrow()
        return { ok: false, planId: other.id }
      }
      for (const [position, deadline] of plan.deadlines.entries()) await insertDeadline(id, position, deadline)
      await write(plan, 'published', id, { shortName: plan.shortName, deadlines: plan.deadlines.length })
      return { ok: true, planId: id }
    },
    /** Puts a new text in a plan's place; registrations and the reminders of what did not move stay. Gives its revision. */
    async revise(change: PlanChange): Promise<number> {
      const { planId, identity } = change
      const kept = new Set(change.deadlines.flatMap(({ id }) => id ?? []))
      const gone = (await plans.deadlinesOf(planId)).filter(({ id }) => !kept.has(id)).map(({ id }) => id)
      if (gone.length > 0) await db.updateTable('deadline').set({ status: 'dropped' }).where('id', 'in', gone).execute()
      for (const [position, next] of change.deadlines.entries()) {
        if (next.id === null) await insertDeadline(planId, position, next)
        else {
          await db
            .updateTable('deadline')
            .set((set) => ({
              ...deadlineColumns(next.deadline),
              position,
              revision: set('revision', '+', next.moved ? 1 : 0),
            }))
            .where('id', '=', next.id)
            .execute()
          await setAudience(next.id, next.audience)
        }
      }
      const claims = db.selectFrom('plan').select('id').where('claim', '=', claimOf(identity))
      const claimed = await claims.where('id', '!=', planId).executeTakeFirst()
      await db
        .updateTable('plan')
        .set({
          ...draftColumns(change.draft, change.file),
          key: identity.key,
          year: identity.year,
          fingerprint: identity.fingerprint,
          ...(claimed === undefined && { claim: claimOf(identity) }),
          status: 'in_force',
        })
        .where('id', '=', planId)
        .execute()
      const { revision } = await raise(planId)
      const moved = change.deadlines.flatMap(({ id, moved }) => (moved && id ? [id] : []))
      await write(change, change.why, planId, { revision, moved, dropped: gone })
      return revision
    },
    /** Gives a deadline another time (a correction, or the day of its event): reminders follow the new revision. */
    async correctDeadline(change: Change & { id: string; deadline: Deadline; basis: string | null }): Promise<number> {
      const was = await plans.deadlineById(change.id)
      if (!was) throw new Error(`There is no deadline ${change.id}.`)
      await db
        .updateTable('deadline')
        .set((set) => ({ ...deadlineColumns(change.deadline), revision: set('revision', '+', 1) }))
        .where('id', '=', change.id)
        .execute()
      const { revision } = await raise(was.planId)
      const detail = { deadline: change.id, from: was.deadline.on, to: change.deadline.on, basis: change.basis }
      await write(change, 'deadline_corrected', was.planId, detail)
      return revision
    },
    async addDeadline(change: Change & NewDeadline & { planId: string }): Promise<string> {
      const { length } = await plans.deadlinesOf(change.planId)
      const id = await insertDeadline(change.planId, length, change)
      await raise(change.planId)
      await write(change, 'deadline_added', change.planId, { deadline: id, on: change.deadline.on })
      return id
    },
    async dropDeadline(change: Change & { id: string }): Promise<void> {
      const dropped = await db
        .updateTable('deadline')
        .set({ status: 'dropped' })
        .where('id', '=', change.id)
        .where('status', '=', 'live')
        .returning('plan_id')
        .executeTakeFirst()
      if (!dropped) return
      await raise(dropped.plan_id)
      await write(change, 'deadline_dropped', dropped.plan_id, { deadline: change.id })
    },
    async bind(change: Change & { id: string; audience: AudienceMember[] }): Promise<void> {
      const bound = await plans.deadlineById(change.id)
      if (!bound) throw new Error(`There is no deadline ${change.id}.`)
      await setAudience(change.id, change.audience)
      await write(change, 'audience_changed', bound.planId, { deadline: change.id, audience: change.audience })
    },
    /** Takes a plan out of force; false where somebody has done so already. A withdrawn plan may be loaded again. */
    async end(change: Change & { planId: string; status: 'withdrawn' | 'closed' }): Promise<boolean> {
      const { planId, status } = change
      const ended = await db
        .updateTable('plan')
        .set({ status, ...(status === 'withdrawn' && { claim: null }) })
        .where('id', '=', planId)
        .where('status', '=', 'in_force')
        .returning('id')
        .executeTakeFirst()
      if (!ended) return false
      await raise(planId)
      await write(change, status, planId)
      return true
    },
  }
}
