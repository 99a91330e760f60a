import type { Kysely } from 'kysely'

/** On what ground a person last wanted charts drawn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('person').addColumn('chart_theme', 'text').execute()
}
