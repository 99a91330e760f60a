import type { Kysely } from 'kysely'

/** Who typed each version of a report, where several people share an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('report_version').addColumn('operator', 'text').execute()
}
