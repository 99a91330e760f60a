import type { Kysely } from 'kysely'
import { key, mayRefer, oneOf, refers, required } from '../columns.ts'

/** Days of one unit beside the plan's: a leader's spoken extension, and the day a head set for the unit itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('extension')
    .addColumn('id', 'text', key)
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('revision', 'integer', required)
    .addColumn('last_day', 'text', required)
    .addColumn('agreed_by', 'text', required)
    .addColumn('agreed_on', 'text', required)
    .addColumn('via', 'text', oneOf('via', 'phone', 'in_person', 'meeting', 'message'))
    .addColumn('document', 'text')
    .addColumn('by', 'text', mayRefer('person.id'))
    .addColumn('at', 'bigint', required)
    .addUniqueConstraint('extension_once', ['deadline_id', 'unit_id', 'revision'])
    .execute()
  await schema
    .createTable('internal_deadline')
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('day', 'text', required)
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('internal_deadline_key', ['deadline_id', 'unit_id'])
    .execute()
}
