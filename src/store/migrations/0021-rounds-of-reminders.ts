import { type Kysely, sql } from 'kysely'
import { key, oneOf, refers, required } from '../columns.ts'

/** Reminders and the quiet that people ask for, by round of what comes again; and how each person wants to be reminded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addRoundToReminders(db)
  await addRoundToPauses(db)
  await db.schema
    .createTable('reminder_choice')
    .addColumn('person_id', 'text', (column) => key(column).references('person.id'))
    .addColumn('quiet', 'integer', required)
    .addColumn('hour', 'text')
    .execute()
}

/** A key cannot be widened in place on both databases: the table is written anew. */
async function addRoundToReminders(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('reminder_by_round')
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('round', 'text', required)
    .addColumn('revision', 'integer', required)
    .addColumn('rung', 'integer', required)
    .addColumn('person_id', 'text', refers('person.id'))
    .addColumn('day', 'text', required)
    .addColumn('outbox_key', 'text', required)
    .addPrimaryKeyConstraint('reminder_by_round_once', ['deadline_id', 'round', 'revision', 'rung', 'person_id'])
    .execute()
  await sql`insert into reminder_by_round (deadline_id, round, revision, rung, person_id, day, outbox_key)
    select deadline_id, '', revision, rung, person_id, day, outbox_key from reminder`.execute(db)
  await schema.dropTable('reminder').execute()
  await schema.alterTable('reminder_by_round').renameTo('reminder').execute()
  await schema.createIndex('reminder_of_message').on('reminder').column('outbox_key').execute()
}

async function addRoundToPauses(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('pause_by_round')
    .addColumn('person_id', 'text', refers('person.id'))
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('round', 'text', required)
    .addColumn('until_day', 'text', required)
    .addColumn('reason', 'text', oneOf('reason', 'snoozed', 'reported'))
    .addPrimaryKeyConstraint('pause_by_round_key', ['person_id', 'deadline_id', 'round'])
    .execute()
  await sql`insert into pause_by_round (person_id, deadline_id, round, until_day, reason)
    select person_id, deadline_id, '', until_day, reason from pause`.execute(db)
  await schema.dropTable('pause').execute()
  await schema.alterTable('pause_by_round').renameTo('pause').execute()
}
