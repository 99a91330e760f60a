import type { Kysely } from 'kysely'
import { key, refers, required } from '../columns.ts'

/** An office telephone that a person may give, the round that a reminder by hand was about, and drafts of letters of urging. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema.alterTable('person').addColumn('phone', 'text').execute()
  await schema
    .alterTable('reminder_by_hand')
    .addColumn('round', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await schema
    .createTable('urging_draft')
    .addColumn('id', 'text', key)
    .addColumn('deadline_id', 'text', refers('deadline.id'))
    .addColumn('round', 'text', required)
    .addColumn('unit_ids', 'text', required)
    .addColumn('until_day', 'text')
    .addColumn('by', 'text', refers('person.id'))
    .addColumn('at', 'bigint', required)
    .execute()
  await schema.createIndex('urging_draft_of').on('urging_draft').column('deadline_id').execute()
}
