import type { Kysely } from 'kysely'
import { key, mayRefer, oneOf, refers, required } from '../columns.ts'

/** Registrations with their versions, and what is recorded beside them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('registration')
    .addColumn('id', 'text', key)
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('plan_id', 'text', refers('plan.id'))
    .addColumn('deadline_id', 'text', mayRefer('deadline.id'))
    .addColumn('subject', 'text', oneOf('subject', 'unit', 'person'))
    .addColumn('person_id', 'text', mayRefer('person.id'))
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('typed_by', 'text', refers('person.id'))
    .addColumn(
      'state',
      'text',
      oneOf('state', 'waiting', 'returned', 'approved', 'received', 'aggregated', 'withdrawn'),
    )
    .addColumn('late', 'integer', required)
    .addColumn('late_reason', 'text')
    .addColumn('paper', 'text', oneOf('paper', 'none', 'reported', 'received'))
    .addColumn('return_reason', 'text')
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text', required)
    .addColumn('draft_id', 'text', (column) => column.notNull().unique())
    .addColumn('submitted_at', 'bigint', required)
    .addColumn('decided_by', 'text', mayRefer('person.id'))
    .addColumn('decided_at', 'bigint')
    .addColumn('received_by', 'text', mayRefer('person.id'))
    .addColumn('received_at', 'bigint')
    .execute()
  await schema
    .createTable('registration_content')
    .addColumn('registration_id', 'text', refers('registration.id'))
    .addColumn('plan_id', 'text', refers('plan.id'))
    .addColumn('subject_key', 'text', required)
    .addColumn('content_key', 'text', required)
    .addUniqueConstraint('content_once', ['plan_id', 'subject_key', 'content_key'])
    .execute()
  await schema
    .createTable('registration_version')
    .addColumn('registration_id', 'text', refers('registration.id'))
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('by', 'text', refers('person.id'))
    .addPrimaryKeyConstraint('registration_version_key', ['registration_id', 'version'])
    .execute()
  await schema
    .createTable('fulfilment')
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('subject', 'text', oneOf('subject', 'unit', 'person'))
    .addColumn('subject_id', 'text', required)
    .addColumn('state', 'text', oneOf('state', 'reported', 'received'))
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('fulfilment_key', ['deadline_id', 'subject', 'subject_id'])
    .execute()
  await schema.createIndex('registration_of_plan').on('registration').columns(['plan_id', 'state']).execute()
  await schema.createIndex('registration_of_unit').on('registration').columns(['unit_id', 'state']).execute()
  await schema.createIndex('registration_of_person').on('registration').column('person_id').execute()
  await schema.createIndex('content_of_registration').on('registration_content').column('registration_id').execute()
}
