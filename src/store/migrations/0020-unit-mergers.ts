import type { Kysely } from 'kysely'
import { refers, required } from '../columns.ts'

/** Units that have gone into another; they stay below it, with what was sent under their name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unit_merger')
    .addColumn('from_id', 'text', (column) => refers('unit.id')(column).primaryKey())
    .addColumn('into_id', 'text', refers('unit.id'))
    .addColumn('on_day', 'text', required)
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .execute()
}
