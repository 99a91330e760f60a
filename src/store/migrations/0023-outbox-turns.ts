import { type Kysely, sql } from 'kysely'

/** Whose turn it is in a long outbox is found without looking at every row of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createIndex('outbox_answers')
    .on('outbox')
    .columns(['state', 'due_at'])
    .where(sql<boolean>`account_id is not null`)
    .execute()
  await schema.createIndex('outbox_retries').on('outbox').columns(['state', 'retry_at']).execute()
  await schema.createIndex('outbox_of_person').on('outbox').columns(['person_id', 'state']).execute()
}
