import type { Kysely } from 'kysely'
import { required } from '../columns.ts'

/** How many messages went out on channels that count them, by bot and calendar month. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('usage')
    .addColumn('channel', 'text', required)
    .addColumn('bot', 'text', required)
    .addColumn('month', 'text', required)
    .addColumn('sent', 'integer', required)
    .addPrimaryKeyConstraint('usage_key', ['channel', 'bot', 'month'])
    .execute()
}
