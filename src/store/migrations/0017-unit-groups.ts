import type { Kysely } from 'kysely'
import { key, refers, required } from '../columns.ts'

/** Khối, cụm: units beside each other with one that leads them for a term. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('unit_group')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('leading_id', 'text', refers('unit.id'))
    .addColumn('from_day', 'text', required)
    .addColumn('to_day', 'text', required)
    .execute()
  await schema
    .createTable('unit_group_member')
    .addColumn('group_id', 'text', refers('unit_group.id'))
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addPrimaryKeyConstraint('unit_group_member_key', ['group_id', 'unit_id'])
    .execute()
}
