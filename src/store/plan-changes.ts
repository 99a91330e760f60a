import type { AudienceMember } from '../domain/audience.ts'
import type { Deadline } from '../domain/plan.ts'
import type { Db } from './db.ts'
import { deadlineColumns, type NewDeadline } from './plan-rows.ts'
import type { Change, PlanWriter } from './plan-writer.ts'
import type { PlanReads } from './plans.ts'

/** What changes a published plan: each in the caller's transaction, each with its audit row. */
export function createPlanChanges(db: Db, plans: PlanReads, { write, setAudience, insertDeadline, raise }: PlanWriter) {
  return {
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
    /** Keeps what bodies that a deadline names are called today; its time stays, and so do its reminders. */
    async nameBodies(change: Change & { id: string; formerly: Deadline['formerly'] }): Promise<void> {
      const was = await plans.deadlineById(change.id)
      if (!was) throw new Error(`There is no deadline ${change.id}.`)
      const body = JSON.stringify({ ...was.deadline, formerly: change.formerly })
      await db.updateTable('deadline').set({ body }).where('id', '=', change.id).execute()
      await raise(was.planId)
      await write(change, 'bodies_named', was.planId, { deadline: change.id, formerly: change.formerly })
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
