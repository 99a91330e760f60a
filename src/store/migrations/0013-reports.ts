import { type Kysely, sql } from 'kysely'
import { key, mayRefer, oneOf, refers, required } from '../columns.ts'

/** Reports with their versions; papers that came by hand; and what was reported sent, by round of a deadline. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createReports(db)
  await addArrival(db, 'registration')
  await addRounds(db)
}

async function createReports({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('report')
    .addColumn('id', 'text', key)
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('plan_id', 'text', refers('plan.id'))
    .addColumn('deadline_id', 'text', mayRefer('deadline.id'))
    .addColumn('round', 'text', required)
    .addColumn('live_key', 'text', (column) => column.unique())
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
    .addColumn('arrival_number', 'text')
    .addColumn('arrival_day', 'text')
    .addColumn('arrival_scan', 'text')
    .execute()
  await schema
    .createTable('report_version')
    .addColumn('report_id', 'text', refers('report.id'))
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('by', 'text', refers('person.id'))
    .addPrimaryKeyConstraint('report_version_key', ['report_id', 'version'])
    .execute()
  await schema.createIndex('report_of_deadline').on('report').columns(['deadline_id', 'round']).execute()
  await schema.createIndex('report_of_plan').on('report').columns(['plan_id', 'state']).execute()
  await schema.createIndex('report_of_unit').on('report').columns(['unit_id', 'state']).execute()
  await schema.createIndex('report_of_person').on('report').column('person_id').execute()
}

/** Number and day under which the clerk took a paper in, and its scan. */
async function addArrival({ schema }: Kysely<unknown>, table: string): Promise<void> {
  for (const column of ['arrival_number', 'arrival_day', 'arrival_scan'])
    await schema.alterTable(table).addColumn(column, 'text').execute()
}

/** A key cannot be widened in place on both databases: the table is written anew. */
async function addRounds(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('fulfilment_by_round')
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('subject', 'text', oneOf('subject', 'unit', 'person'))
    .addColumn('subject_id', 'text', required)
    .addColumn('round', 'text', required)
    .addColumn('state', 'text', oneOf('state', 'reported', 'received'))
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .addColumn('arrival_number', 'text')
    .addColumn('arrival_day', 'text')
    .addColumn('arrival_scan', 'text')
    .addPrimaryKeyConstraint('fulfilment_by_round_key', ['deadline_id', 'subject', 'subject_id', 'round'])
    .execute()
  await sql`insert into fulfilment_by_round (deadline_id, subject, subject_id, round, state, "by", at)
    select deadline_id, subject, subject_id, '', state, "by", at from fulfilment`.execute(db)
  await schema.dropTable('fulfilment').execute()
  await schema.alterTable('fulfilment_by_round').renameTo('fulfilment').execute()
}
