import type { Kysely } from 'kysely'

/** Which of a person's channels is written to first, as they chose; null: not chosen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('rank', 'integer').execute()
}
