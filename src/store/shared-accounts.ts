import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'

/** Accounts that several people use, and who sits at each. */
export function createSharedAccounts(db: Db) {
  return {
    async mark(personId: string, at: Instant): Promise<void> {
      await db
        .insertInto('shared_account')
        .values({ person_id: personId, at })
        .onConflict((conflict) => conflict.column('person_id').doNothing())
        .execute()
    },
    async unmark(personId: string): Promise<void> {
      await db.deleteFrom('shared_account').where('person_id', '=', personId).execute()
    },
    ids: async (): Promise<string[]> =>
      (await db.selectFrom('shared_account').select('person_id').execute()).map(({ person_id }) => person_id),
    /** Who said they sit at an account, and when. */
    operatorOf: (accountId: string) =>
      db.selectFrom('operator').selectAll().where('account_id', '=', accountId).executeTakeFirst(),
    async sit(accountId: string, name: string, at: Instant): Promise<void> {
      await db
        .insertInto('operator')
        .values({ account_id: accountId, name, at })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ name, at }))
        .execute()
    },
  }
}
