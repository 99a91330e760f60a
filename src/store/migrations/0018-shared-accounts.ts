import type { Kysely } from 'kysely'
import { key, refers, required } from '../columns.ts'

/** People of whom several use one account (an office), who sits at it, and who typed each version of a registration. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('shared_account')
    .addColumn('person_id', 'text', (column) => refers('person.id')(column).primaryKey())
    .addColumn('at', 'bigint', required)
    .execute()
  await schema
    .createTable('operator')
    .addColumn('account_id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute()
  await schema.alterTable('registration_version').addColumn('operator', 'text').execute()
}
