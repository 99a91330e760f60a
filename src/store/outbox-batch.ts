import type { Instant } from '../domain/day.ts'
import { type Db, sql } from './db.ts'
import { inChunks } from './in-chunks.ts'
import type { OutboxRow } from './schema.ts'

/** A message to a person. */
export type NewLetter = Pick<OutboxRow, 'key' | 'kind' | 'body' | 'due_at' | 'created_at' | 'expires_at'> & {
  person_id: string
}

const unsent = {
  ...{ account_id: null, slot: null, state: 'waiting' as const },
  ...{ lease_until: null, retry_at: null, attempts: 0, outcome: null },
  ...{ sent_at: null, sent_account_id: null, external_id: null },
}

const mostKeys = 1000

/** What reminders do to the outbox: many messages at once, and one put off again. */
export function createOutboxBatch(db: Db) {
  return {
    /** Queues messages; those whose keys stand there already are left as they are. */
    async addAll(letters: NewLetter[]): Promise<void> {
      await inChunks(db, 'outbox', letters, ({ key, person_id, kind, body, due_at, created_at, expires_at }) => ({
        ...{ key, person_id, kind, body, due_at, created_at, expires_at },
        ...unsent,
      }))
    },
    /** Drops what waits for a person in the very same words, and is not going out yet: it is said later. */
    async dropAlike(personId: string, body: string): Promise<void> {
      await db
        .updateTable('outbox')
        .set({ state: 'dropped', outcome: 'put off again' })
        .where('person_id', '=', personId)
        .where('state', '=', 'waiting')
        .where('lease_until', 'is', null)
        .where('body', '=', body)
        .execute()
    },
    /** Ends what waited for longer than it was good; what may have arrived stays unknown, and what its channel held up has failed. */
    async expire(now: Instant): Promise<void> {
      const late = () => db.updateTable('outbox').where('state', '=', 'waiting').where('expires_at', '<', now)
      await late()
        .set({ state: 'unknown', outcome: sql<string>`outcome || '; expired'` })
        .where('outcome', 'like', 'unknown%')
        .execute()
      await late().set({ state: 'failed' }).where('outcome', 'like', 'channel: %').execute()
      await late().set({ state: 'dropped', outcome: 'expired' }).execute()
    },
    /** Which of these keys stand there. */
    async keysAmong(keys: string[]): Promise<Set<string>> {
      const found = new Set<string>()
      for (let at = 0; at < keys.length; at += mostKeys) {
        const some = keys.slice(at, at + mostKeys)
        const rows = await db.selectFrom('outbox').select('key').where('key', 'in', some).execute()
        for (const { key } of rows) found.add(key)
      }
      return found
    },
  }
}
