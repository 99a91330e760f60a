import type { PlanDraft } from '../domain/plan.ts'
import { claimOf, type PlanIdentity } from '../domain/plan-identity.ts'
import { type Db, newId } from './db.ts'
import { deadlineColumns, draftColumns, identityColumns, type NewDeadline, type PlanFile } from './plan-rows.ts'
import type { Change, PlanWriter } from './plan-writer.ts'
import type { PlanReads } from './plans.ts'

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

/** Publishing a plan, and putting a new text in its place. */
export function createPublishing(db: Db, plans: PlanReads, writer: PlanWriter) {
  async function putDeadline(planId: string, position: number, next: PlanChange['deadlines'][number]): Promise<void> {
    if (next.id === null) {
      await writer.insertDeadline(planId, position, next)
      return
    }
    const step = next.moved ? 1 : 0
    await db
      .updateTable('deadline')
      .set((set) => ({ ...deadlineColumns(next.deadline), position, revision: set('revision', '+', step) }))
      .where('id', '=', next.id)
      .execute()
    await writer.setAudience(next.id, next.audience)
  }

  /** Does another plan go by this number or these words? */
  async function isClaimed(claim: string, planId: string): Promise<boolean> {
    const query = db.selectFrom('plan').select('id').where('claim', '=', claim).where('id', '!=', planId)
    return (await query.executeTakeFirst()) !== undefined
  }

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
          ...identityColumns(plan.identity),
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
      for (const [position, deadline] of plan.deadlines.entries()) await writer.insertDeadline(id, position, deadline)
      await writer.write(plan, 'published', id, { shortName: plan.shortName, deadlines: plan.deadlines.length })
      return { ok: true, planId: id }
    },
    /** Puts a new text in a plan's place; registrations and the reminders of what did not move stay. Gives its revision. */
    async revise(change: PlanChange): Promise<number> {
      const { planId, identity } = change
      const kept = new Set(change.deadlines.flatMap(({ id }) => id ?? []))
      const gone = (await plans.deadlinesOf(planId)).filter(({ id }) => !kept.has(id)).map(({ id }) => id)
      if (gone.length > 0) await db.updateTable('deadline').set({ status: 'dropped' }).where('id', 'in', gone).execute()
      for (const [position, next] of change.deadlines.entries()) await putDeadline(planId, position, next)
      await db
        .updateTable('plan')
        .set({
          ...draftColumns(change.draft, change.file),
          ...identityColumns(identity),
          ...((await isClaimed(claimOf(identity), planId)) ? {} : { claim: claimOf(identity) }),
          status: 'in_force',
        })
        .where('id', '=', planId)
        .execute()
      const { revision } = await writer.raise(planId)
      const moved = change.deadlines.flatMap(({ id, moved }) => (moved && id ? [id] : []))
      await writer.write(change, change.why, planId, { revision, moved, dropped: gone })
      return revision
    },
  }
}
