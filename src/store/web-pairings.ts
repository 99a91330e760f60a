import { createHash } from 'node:crypto'
import { codeKey } from '../domain/codes.ts'
import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'
import type { WebPairingRow } from './schema.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Waiting = { code: string; secret: string; number: string; browser: string; expiresAt: Instant }

/** Pages that wait for somebody to confirm them in a chat. Only hashes of code and secret are kept; expiry is real time. */
export function createWebPairings(db: Db) {
  const openOnes = (realNow: Instant) =>
    db.selectFrom('web_pairing').selectAll().where('state', '=', 'open').where('expires_at', '>', realNow)
  return {
    /** A page begins to wait; pages that waited in vain are forgotten. */
    async open({ code, secret, number, browser, expiresAt }: Waiting, realNow: Instant): Promise<void> {
      await db.deleteFrom('web_pairing').where('expires_at', '<=', realNow).execute()
      await db
        .insertInto('web_pairing')
        .values({
          ...{ code_hash: sha256(codeKey(code)), secret_hash: sha256(secret), number, browser },
          ...{ state: 'open', sender: null, expires_at: expiresAt },
        })
        .execute()
    },
    /** The page that waits under a code as somebody typed it. */
    byCode: async (code: string, realNow: Instant): Promise<WebPairingRow | null> =>
      (await openOnes(realNow)
        .where('code_hash', '=', sha256(codeKey(code)))
        .executeTakeFirst()) ?? null,
    async bySecret(secret: string, realNow: Instant): Promise<WebPairingRow | null> {
      const found = await db
        .selectFrom('web_pairing')
        .selectAll()
        .where('secret_hash', '=', sha256(secret))
        .where('expires_at', '>', realNow)
        .executeTakeFirst()
      return found ?? null
    },
    /** Lets a waiting page in as an account of the web channel, or turns it away (null): true for one decision only. */
    async decide(codeHash: string, sender: string | null, realNow: Instant): Promise<boolean> {
      const decided = await db
        .updateTable('web_pairing')
        .set({ state: sender === null ? 'refused' : 'confirmed', sender })
        .where('code_hash', '=', codeHash)
        .where('state', '=', 'open')
        .where('expires_at', '>', realNow)
        .executeTakeFirst()
      return Number(decided.numUpdatedRows) > 0
    },
    /** A confirmed page comes in: its account, for one caller only. */
    async take(secret: string, realNow: Instant): Promise<string | null> {
      const taken = await db
        .updateTable('web_pairing')
        .set({ state: 'used' })
        .where('secret_hash', '=', sha256(secret))
        .where('state', '=', 'confirmed')
        .where('expires_at', '>', realNow)
        .returning('sender')
        .executeTakeFirst()
      return taken?.sender ?? null
    },
  }
}
