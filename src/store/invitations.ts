import { createHash } from 'node:crypto'
import { codeFrom, codeKey } from '../domain/codes.ts'
import type { Instant } from '../domain/day.ts'
import type { Role } from '../domain/person.ts'
import type { Db } from './db.ts'
import type { InvitationRow } from './schema.ts'

type For =
  | { purpose: 'setup' }
  | { purpose: 'join'; unitId: string; role: Role; createdBy: string }
  | { purpose: 'link'; personId: string }

/** What is kept of a code: the same for all typings of it. */
export const hashOf = (code: string) => createHash('sha256').update(codeKey(code)).digest('hex')

/** A new code such as `K7QF-2M9P`. */
export function newCode(): string {
  return codeFrom(crypto.getRandomValues(new Uint8Array(24))) ?? newCode()
}

const blank = { unit_id: null, role: null, person_id: null, created_by: null, used_at: null, used_by: null }

function rowOf(use: For): Partial<InvitationRow> {
  if (use.purpose === 'setup') return {}
  if (use.purpose === 'link') return { person_id: use.personId, created_by: use.personId }
  return { unit_id: use.unitId, role: use.role, created_by: use.createdBy }
}

/** Codes that let somebody in, once. Only hashes are kept; expiry counts in real time. */
export function createInvitations(db: Db) {
  const byHash = (hash: string) =>
    db.selectFrom('invitation').selectAll().where('code_hash', '=', hash).executeTakeFirst()
  return {
    /** Makes a code good until an instant of real time, and gives it in clear for the only time. A given code that was used stays used. */
    async make(use: For, expiresAt: Instant, given = newCode()): Promise<string> {
      await db
        .insertInto('invitation')
        .values({ ...blank, ...rowOf(use), purpose: use.purpose, code_hash: hashOf(given), expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('code_hash').doUpdateSet({ expires_at: expiresAt }))
        .execute()
      return given
    },
    /** The invitation behind a code as somebody typed it, used and expired ones too. */
    find: async (code: string): Promise<InvitationRow | null> => (await byHash(hashOf(code))) ?? null,
    /** Takes a code: true for one caller only, and only before its expiry. */
    async take(hash: string, realNow: Instant): Promise<boolean> {
      const taken = await db
        .updateTable('invitation')
        .set({ used_at: realNow })
        .where('code_hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', realNow)
        .executeTakeFirst()
      return Number(taken.numUpdatedRows) > 0
    },
    /** Notes who came in by a code that was taken. */
    async credit(hash: string, personId: string): Promise<void> {
      await db.updateTable('invitation').set({ used_by: personId }).where('code_hash', '=', hash).execute()
    },
    /** Ends the unused setup codes, or the unused link codes of a person: the newest alone is good. */
    async retire(use: { purpose: 'setup' } | { purpose: 'link'; personId: string }, realNow: Instant): Promise<void> {
      const open = db
        .updateTable('invitation')
        .set({ expires_at: realNow })
        .where('purpose', '=', use.purpose)
        .where('used_at', 'is', null)
        .where('expires_at', '>', realNow)
      await (use.purpose === 'link' ? open.where('person_id', '=', use.personId) : open).execute()
    },
  }
}
