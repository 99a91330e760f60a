import type { Kysely } from 'kysely'

/** What was said in a chat on the web: a page that is opened again must show it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('web_message')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('side', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text')
    .addColumn('replaces', 'integer')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('web_message_once', ['chat', 'client_id'])
    .execute()
  await db.schema.createIndex('web_message_of_chat').on('web_message').columns(['chat', 'id']).execute()
}
