import type { Kysely } from 'kysely'
import { key, oneOf, required } from '../columns.ts'

/** Browsers that are signed in, and pages that wait for a chat to let them in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('web_session')
    .addColumn('token_hash', 'text', key)
    .addColumn('sender', 'text', required)
    .addColumn('browser', 'text', required)
    .addColumn('made_at', 'bigint', required)
    .addColumn('seen_at', 'bigint', required)
    .addColumn('expires_at', 'bigint', required)
    .execute()
  await db.schema.createIndex('web_session_of_sender').on('web_session').column('sender').execute()
  await db.schema
    .createTable('web_pairing')
    .addColumn('code_hash', 'text', key)
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('number', 'text', required)
    .addColumn('browser', 'text', required)
    .addColumn('state', 'text', oneOf('state', 'open', 'confirmed', 'refused', 'used'))
    .addColumn('sender', 'text')
    .addColumn('expires_at', 'bigint', required)
    .execute()
}
