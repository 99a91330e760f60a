import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'

/** What did not arrive, for those who can pick up the telephone. */
export function createDeliveryReport(db: Db) {
  return {
    /** Messages to people that failed, or may not have arrived, since an instant; not those to people without a channel. */
    async undeliveredSince(at: Instant): Promise<number> {
      const row = await db
        .selectFrom('outbox')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('state', 'in', ['failed', 'unknown'])
        .where('person_id', 'is not', null)
        .where('created_at', '>=', at)
        .where((where) => where.or([where('outcome', 'is', null), where('outcome', '!=', 'no channel')]))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
    /** Messages that arrived since an instant, by the channel that brought them. */
    async sentSince(at: Instant): Promise<{ channel: string; count: number }[]> {
      const rows = await db
        .selectFrom('outbox')
        .innerJoin('account', 'account.id', 'outbox.sent_account_id')
        .select((select) => ['account.channel', select.fn.countAll<number>().as('count')])
        .where('outbox.state', '=', 'sent')
        .where('outbox.sent_at', '>=', at)
        .groupBy('account.channel')
        .orderBy('account.channel')
        .execute()
      return rows.map(({ channel, count }) => ({ channel, count: Number(count) }))
    },
    /** Messages due by an instant and not sent yet. */
    async waitingAt(at: Instant): Promise<number> {
      const row = await db
        .selectFrom('outbox')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('state', 'in', ['waiting', 'sending'])
        .where('due_at', '<=', at)
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
    /** People with a role whom no channel reaches: they blocked the bot, or are not linked yet. */
    async unreachable(): Promise<string[]> {
      const rows = await db
        .selectFrom('person')
        .select('person.id')
        .distinct()
        .innerJoin('membership', 'membership.person_id', 'person.id')
        .where('person.left_at', 'is', null)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('account')
                .select('account.id')
                .whereRef('account.person_id', '=', 'person.id')
                .where('account.blocked_at', 'is', null),
            ),
          ),
        )
        .orderBy('person.id')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}
