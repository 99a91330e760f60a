import type { Instant } from '../domain/day.ts'
import { type Db, sql } from './db.ts'

export type FailureCause = 'blocked' | 'refused' | 'quota' | 'unknown' | 'expired'

const cause = sql<FailureCause>`case
  when state = 'unknown' then 'unknown'
  when state = 'dropped' then 'expired'
  when outcome = 'blocked' then 'blocked'
  when outcome like 'channel: %' then 'quota'
  else 'refused'
end`

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
    /** The same by cause, the most frequent first, with those that were not sent because it was too late. */
    async failuresSince(at: Instant): Promise<{ cause: FailureCause; count: number }[]> {
      const rows = await db
        .selectFrom('outbox')
        .select((select) => [cause.as('cause'), select.fn.countAll<number>().as('count')])
        .where((where) =>
          where.or([
            where('state', 'in', ['failed', 'unknown']),
            where.and([where('state', '=', 'dropped'), where('outcome', '=', 'expired')]),
          ]),
        )
        .where('person_id', 'is not', null)
        .where('created_at', '>=', at)
        .where((where) => where.or([where('outcome', 'is', null), where('outcome', '!=', 'no channel')]))
        .groupBy(cause)
        .orderBy('count', 'desc')
        .orderBy('cause')
        .execute()
      return rows.map((row) => ({ cause: row.cause, count: Number(row.count) }))
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
