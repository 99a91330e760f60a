import type { Kysely } from 'kysely'
import { key, refers, required } from '../columns.ts'

/** Forms that an agency brings for its papers: one of a kind for a unit and those below it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('paper_template')
    .addColumn('id', 'text', key)
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('kind', 'text', required)
    .addColumn('file_hash', 'text', required)
    .addColumn('file_name', 'text', required)
    .addColumn('changed_at', 'bigint', required)
    .addColumn('changed_by', 'text', refers('person.id'))
    .addUniqueConstraint('paper_template_of_unit', ['unit_id', 'kind'])
    .execute()
}
