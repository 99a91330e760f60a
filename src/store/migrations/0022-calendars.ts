import type { Kysely } from 'kysely'
import { key, mayRefer, refers, required } from '../columns.ts'

/** Addresses at which calendars are subscribed to, and what each calendar was last given. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_address')
    .addColumn('secret_hash', 'text', key)
    .addColumn('person_id', 'text', refers('person.id'))
    .addColumn('unit_id', 'text', mayRefer('unit.id'))
    .addColumn('made_at', 'bigint', required)
    .addColumn('ended_at', 'bigint')
    .execute()
  await db.schema.createIndex('calendar_address_of_person').on('calendar_address').column('person_id').execute()
  await db.schema
    .createTable('calendar_entry')
    .addColumn('calendar', 'text', required)
    .addColumn('uid', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('sequence', 'integer', required)
    .addColumn('modified_at', 'bigint', required)
    .addColumn('cancelled', 'integer', required)
    .addColumn('body', 'text', required)
    .addPrimaryKeyConstraint('calendar_entry_key', ['calendar', 'uid'])
    .execute()
}
