import type { Db } from './db.ts'

export type MenuHolder = { accountId: string; chat: string; personId: string | null; hash: string | null }

/** Which menu each chat of a person was given last. */
export function createGivenMenus(db: Db) {
  return {
    /** Differs from before where roles, links or languages may have changed: cheap enough to be asked often. */
    async stamp(): Promise<string> {
      const audit = await db
        .selectFrom('audit')
        .select((select) => select.fn.max('id').as('last'))
        .executeTakeFirst()
      const english = await db
        .selectFrom('person')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('language', '=', 'en')
        .executeTakeFirst()
      return `${audit?.last} ${english?.count}`
    },
    /** The chats of a channel that have somebody behind them, or a menu left from when they had. */
    async holders(channel: string): Promise<MenuHolder[]> {
      const rows = await db
        .selectFrom('account')
        .leftJoin('given_menu', 'given_menu.account_id', 'account.id')
        .select(['account.id', 'account.chat', 'account.person_id', 'given_menu.hash'])
        .where('account.channel', '=', channel)
        .where('account.blocked_at', 'is', null)
        .where((where) => where.or([where('person_id', 'is not', null), where('hash', 'is not', null)]))
        .orderBy('account.id')
        .execute()
      return rows.map(({ id, chat, person_id, hash }) => ({ accountId: id, chat, personId: person_id, hash }))
    },
    /** Notes what a chat was given; null: its own menu was taken away. */
    async put(accountId: string, hash: string | null): Promise<void> {
      if (hash === null) return void (await db.deleteFrom('given_menu').where('account_id', '=', accountId).execute())
      await db
        .insertInto('given_menu')
        .values({ account_id: accountId, hash })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash }))
        .execute()
    },
  }
}
