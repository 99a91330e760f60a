import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'
import type { WebSessionRow } from './schema.ts'

const numbered = (row: WebSessionRow): WebSessionRow => ({
  ...row,
  made_at: Number(row.made_at),
  seen_at: Number(row.seen_at),
  expires_at: Number(row.expires_at),
})

/** Browsers that are signed in, by the hash of their token. Instants are real time. */
export function createWebSessions(db: Db) {
  return {
    async add(row: WebSessionRow): Promise<void> {
      await db.insertInto('web_session').values(row).execute()
    },
    /** The session of a token that has not run out. */
    async find(tokenHash: string, realNow: Instant): Promise<WebSessionRow | null> {
      const row = await db
        .selectFrom('web_session')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', realNow)
        .executeTakeFirst()
      return row ? numbered(row) : null
    },
    async prolong(tokenHash: string, seenAt: Instant, expiresAt: Instant): Promise<void> {
      await db
        .updateTable('web_session')
        .set({ seen_at: seenAt, expires_at: expiresAt })
        .where('token_hash', '=', tokenHash)
        .execute()
    },
    async end(tokenHash: string): Promise<void> {
      await db.deleteFrom('web_session').where('token_hash', '=', tokenHash).execute()
    },
    /** The open sessions of some accounts of the web channel, the one used last first. */
    async ofSenders(senders: string[], realNow: Instant): Promise<WebSessionRow[]> {
      if (senders.length === 0) return []
      const rows = await db
        .selectFrom('web_session')
        .selectAll()
        .where('sender', 'in', senders)
        .where('expires_at', '>', realNow)
        .orderBy('seen_at', 'desc')
        .execute()
      return rows.map(numbered)
    },
    /** Ends all sessions of some accounts; returns how many. */
    async endAll(senders: string[]): Promise<number> {
      if (senders.length === 0) return 0
      const ended = await db.deleteFrom('web_session').where('sender', 'in', senders).executeTakeFirstOrThrow()
      return Number(ended.numDeletedRows)
    },
    async sweep(realNow: Instant): Promise<void> {
      await db.deleteFrom('web_session').where('expires_at', '<=', realNow).execute()
    },
  }
}
