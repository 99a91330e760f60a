import type { Db } from './db.ts'
import type { UsageRow } from './rows/usage.ts'

type Meter = Pick<UsageRow, 'channel' | 'bot' | 'month'>

/** What went out on channels whose platform counts messages or people. */
export function createUsage(db: Db) {
  return {
    /** Counts messages that went out, or may have; gives the month's number with them. */
    async add({ channel, bot, month }: Meter, messages: number): Promise<number> {
      const row = await db
        .insertInto('usage')
        .values({ channel, bot, month, sent: messages })
        .onConflict((conflict) =>
          conflict
            .columns(['channel', 'bot', 'month'])
            .doUpdateSet((set) => ({ sent: set('usage.sent', '+', messages) })),
        )
        .returning('sent')
        .executeTakeFirstOrThrow()
      return Number(row.sent)
    },
    async sent({ channel, bot, month }: Meter): Promise<number> {
      const row = await db
        .selectFrom('usage')
        .select('sent')
        .where('channel', '=', channel)
        .where('bot', '=', bot)
        .where('month', '=', month)
        .executeTakeFirst()
      return Number(row?.sent ?? 0)
    },
    ofMonth: (month: string) =>
      db.selectFrom('usage').selectAll().where('month', '=', month).orderBy('channel').orderBy('bot').execute(),
    /** How many people have ever written on a channel: the platform counts strangers too. */
    async people(channel: string): Promise<number> {
      const row = await db
        .selectFrom('account')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('channel', '=', channel)
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
  }
}
