import type { Kysely } from 'kysely'
import { refers, required } from '../columns.ts'

/** What may be typed in answer, in chats whose channel has no buttons. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('open_choice')
    .addColumn('account_id', 'text', refers('account.id'))
    .addColumn('mark', 'text', required)
    .addColumn('choices', 'text', required)
    .addColumn('source', 'text', required)
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('open_choice_key', ['account_id', 'mark'])
    .execute()
}
