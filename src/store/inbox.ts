import type { Instant } from '../domain/day.ts'
import { type Db, sql } from './db.ts'
import type { InboxRow } from './schema.ts'

/** A message of the web chat that says nothing any more. */
const emptied = JSON.stringify({ blocks: [], buttons: [] })

/** What happened, written down before it was acknowledged. */
export function createInbox(db: Db) {
  return {
    /** Takes an event down; null where this update was taken down before. */
    async add(row: Omit<InboxRow, 'id' | 'done_at' | 'failed'>): Promise<number | null> {
      const added = await db
        .insertInto('inbox')
        .values({ ...row, done_at: null, failed: null })
        .onConflict((conflict) => conflict.columns(['channel', 'bot', 'update_id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      return added?.id ?? null
    },
    /** Was this update taken down? */
    has: async (channel: string, bot: string, updateId: string): Promise<boolean> =>
      (await db
        .selectFrom('inbox')
        .select('id')
        .where('channel', '=', channel)
        .where('bot', '=', bot)
        .where('update_id', '=', updateId)
        .executeTakeFirst()) !== undefined,
    byId: (id: number) => db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst(),
    /** What a stop left unhandled, oldest first. */
    open: () =>
      db.selectFrom('inbox').select(['id', 'channel', 'chat']).where('done_at', 'is', null).orderBy('id').execute(),
    async done(id: number, at: Instant, failed: string | null = null): Promise<void> {
      await db.updateTable('inbox').set({ done_at: at, failed }).where('id', '=', id).execute()
    },
    /** Empties events of what they said, on the page of the web chat too: for what must not be kept. */
    async forget(ids: number[]): Promise<void> {
      if (ids.length === 0) return
      await db.updateTable('inbox').set({ body: '{}' }).where('id', 'in', ids).execute()
      const shown = db.selectFrom('inbox').select('update_id').where('id', 'in', ids).where('channel', '=', 'web')
      await db
        .updateTable('web_message')
        .set({ body: emptied })
        .where(sql<string>`chat || ':' || client_id`, 'in', shown)
        .execute()
    },
    /** Forgets handled events received before an instant; returns how many. */
    async sweep(before: Instant): Promise<number> {
      const result = await db
        .deleteFrom('inbox')
        .where('done_at', 'is not', null)
        .where('received_at', '<', before)
        .executeTakeFirst()
      return Number(result.numDeletedRows)
    },
  }
}
