import type { Instant } from '../domain/day.ts'
import { type Db, newId } from './db.ts'
import type { TaskRow } from './schema.ts'

/** Slow work, taken up again after a crash until it has said how it ended. */
export function createTasks(db: Db) {
  return {
    async add(task: { accountId: string; kind: string; payload: unknown; at: Instant }): Promise<string> {
      const id = newId()
      const payload = JSON.stringify(task.payload)
      await db
        .insertInto('task')
        .values({
          id,
          account_id: task.accountId,
          kind: task.kind,
          payload,
          state: 'waiting',
          lease_until: null,
          attempts: 0,
          created_at: task.at,
        })
        .execute()
      return id
    },
    /** The next task to work on, leased; also one whose worker died. */
    async claim(realNow: Instant, leaseMs: number): Promise<TaskRow | null> {
      const next = await db
        .selectFrom('task')
        .selectAll()
        .where((where) =>
          where.or([
            where('state', '=', 'waiting'),
            where.and([where('state', '=', 'running'), where('lease_until', '<', realNow)]),
          ]),
        )
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst()
      if (!next) return null
      const attempts = next.attempts + 1
      await db
        .updateTable('task')
        .set({ state: 'running', lease_until: realNow + leaseMs, attempts })
        .where('id', '=', next.id)
        .execute()
      return { ...next, attempts }
    },
    async renew(id: string, leaseUntil: Instant): Promise<void> {
      await db
        .updateTable('task')
        .set({ lease_until: leaseUntil })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute()
    },
    /** Ends all leases: at its start the one process of the embedded database has no worker yet. */
    async release(): Promise<void> {
      await db.updateTable('task').set({ lease_until: 0 }).where('state', '=', 'running').execute()
    },
    byId: (id: string) => db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst(),
    /** Empties a task of what it was given: for what must not be kept. */
    async forget(id: string): Promise<void> {
      await db.updateTable('task').set({ payload: '{}' }).where('id', '=', id).execute()
    },
    async end(id: string, state: 'done' | 'cancelled'): Promise<void> {
      await db.updateTable('task').set({ state, lease_until: null }).where('id', '=', id).execute()
    },
    /** Deletes what ended and was begun before an instant. */
    async sweep(before: Instant): Promise<void> {
      await db.deleteFrom('task').where('state', 'in', ['done', 'cancelled']).where('created_at', '<', before).execute()
    },
  }
}
