import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'
import { hashOf, newCode } from './invitations.ts'
import type { BoundGroupRow, GroupCodeRow } from './rows/groups.ts'

export type BoundGroup = { accountId: string; unitId: string; title: string; boundBy: string }

const toGroup = ({ account_id, unit_id, title, bound_by }: BoundGroupRow): BoundGroup => ({
  ...{ accountId: account_id, unitId: unit_id, title, boundBy: bound_by },
})

/** Group chats bound to units, and the single-use codes that bind them. */
export function createGroups(db: Db) {
  return {
    async of(accountId: string): Promise<BoundGroup | null> {
      const row = await db.selectFrom('bound_group').selectAll().where('account_id', '=', accountId).executeTakeFirst()
      return row ? toGroup(row) : null
    },
    /** All groups, oldest first; `gone`: the assistant was removed from it and hears nothing there. */
    async all(): Promise<(BoundGroup & { gone: boolean })[]> {
      const rows = await db
        .selectFrom('bound_group')
        .innerJoin('account', 'account.id', 'bound_group.account_id')
        .selectAll('bound_group')
        .select('account.blocked_at')
        .orderBy('bound_at')
        .orderBy('account_id')
        .execute()
      return rows.map((row) => ({ ...toGroup(row), gone: row.blocked_at !== null }))
    },
    /** Binds a group, in the place of what it was bound to. */
    async bind({ accountId, unitId, title, boundBy }: BoundGroup, at: Instant): Promise<void> {
      const binding = { unit_id: unitId, title, bound_by: boundBy, bound_at: at }
      await db
        .insertInto('bound_group')
        .values({ account_id: accountId, ...binding })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(binding))
        .execute()
    },
    /** False where it was not bound (any more). */
    async unbind(accountId: string): Promise<boolean> {
      const gone = await db.deleteFrom('bound_group').where('account_id', '=', accountId).executeTakeFirst()
      return Number(gone.numDeletedRows) > 0
    },
    async retitle(accountId: string, title: string): Promise<void> {
      await db.updateTable('bound_group').set({ title }).where('account_id', '=', accountId).execute()
    },
    /** The group goes on under another account, with what waits for it; the new account's own binding stays. */
    async carryOver(from: string, to: string): Promise<void> {
      await db
        .updateTable('outbox')
        .set({ account_id: to })
        .where('account_id', '=', from)
        .where('state', '=', 'waiting')
        .execute()
      const taken = await db.selectFrom('bound_group').select('unit_id').where('account_id', '=', to).executeTakeFirst()
      if (taken) await db.deleteFrom('bound_group').where('account_id', '=', from).execute()
      else await db.updateTable('bound_group').set({ account_id: to }).where('account_id', '=', from).execute()
    },
    /** Makes a code for a unit, good until an instant of real time, and gives it in clear for the only time. */
    async makeCode({ unitId, createdBy }: { unitId: string; createdBy: string }, expiresAt: Instant): Promise<string> {
      const code = newCode()
      await db
        .insertInto('group_code')
        .values({
          ...{ code_hash: hashOf(code), unit_id: unitId, created_by: createdBy },
          ...{ expires_at: expiresAt, used_at: null },
        })
        .execute()
      return code
    },
    /** The code as somebody typed it, where it can still be used. */
    async openCode(code: string, realNow: Instant): Promise<GroupCodeRow | null> {
      const row = await db
        .selectFrom('group_code')
        .selectAll()
        .where('code_hash', '=', hashOf(code))
        .where('used_at', 'is', null)
        .where('expires_at', '>', realNow)
        .executeTakeFirst()
      return row ?? null
    },
    /** Takes a code: true for one caller only. */
    async takeCode(hash: string, realNow: Instant): Promise<boolean> {
      const taken = await db
        .updateTable('group_code')
        .set({ used_at: realNow })
        .where('code_hash', '=', hash)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return Number(taken.numUpdatedRows) > 0
    },
  }
}
