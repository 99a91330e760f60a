import type { Kysely } from 'kysely'
import { key, oneOf, refers, required } from '../columns.ts'

/** Reminders that people gave each other: by telephone, in person, at a meeting. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_by_hand')
    .addColumn('id', 'text', key)
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('subject', 'text', oneOf('subject', 'unit', 'person'))
    .addColumn('subject_id', 'text', required)
    .addColumn('way', 'text', oneOf('way', 'phone', 'in_person', 'meeting'))
    .addColumn('day', 'text', required)
    .addColumn('heard_by', 'text', required)
    .addColumn('outcome', 'text', required)
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .execute()
  await db.schema.createIndex('reminder_by_hand_of').on('reminder_by_hand').column('deadline_id').execute()
}
