import type { Kysely } from 'kysely'
import { key, mayRefer, oneOf, refers, required } from '../columns.ts'

/** Who is away from when to when with whom standing in, and who hands a role over to whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('absence')
    .addColumn('id', 'text', key)
    .addColumn('person_id', 'text', refers('person.id'))
    .addColumn('from_day', 'text', required)
    .addColumn('to_day', 'text', required)
    .addColumn('reason', 'text', oneOf('reason', 'trip', 'leave', 'sick', 'maternity', 'study', 'secondment'))
    .addColumn('stand_in_id', 'text', mayRefer('person.id'))
    .addColumn('state', 'text', oneOf('state', 'asked', 'agreed', 'declined', 'alone'))
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .execute()
  await schema.createIndex('absence_of_person').on('absence').columns(['person_id', 'to_day']).execute()
  await schema.createIndex('absence_of_stand_in').on('absence').columns(['stand_in_id', 'to_day']).execute()
  // A role that somebody holds only while another is away.
  await schema.alterTable('membership').addColumn('absence_id', 'text').execute()
  await schema
    .createTable('handover')
    .addColumn('id', 'text', key)
    .addColumn('from_id', 'text', refers('person.id'))
    .addColumn('to_id', 'text', mayRefer('person.id'))
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('role', 'text', oneOf('role', 'official', 'clerk', 'head', 'admin'))
    .addColumn('reason', 'text', oneOf('reason', 'retirement', 'transfer', 'other'))
    .addColumn('on_day', 'text', required)
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .addColumn('done_at', 'bigint')
    .execute()
}
