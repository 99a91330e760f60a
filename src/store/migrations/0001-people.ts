import type { Kysely } from 'kysely'
import { key, mayRefer, oneOf, refers, required } from '../columns.ts'

/** The agency, its people and how they are reached. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema.createTable('setting').addColumn('key', 'text', key).addColumn('value', 'text', required).execute()
  await schema
    .createTable('unit')
    .addColumn('id', 'text', key)
    .addColumn('parent_id', 'text', mayRefer('unit.id'))
    .addColumn('name', 'text', required)
    .addColumn('relation', 'text', oneOf('relation', 'subordinate', 'coordinating', 'superior'))
    .addColumn('position', 'integer', required)
    .execute()
  await schema
    .createTable('person')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('position', 'text', required)
    .addColumn('language', 'text', oneOf('language', 'vi', 'en'))
    .addColumn('left_at', 'bigint')
    .execute()
  await schema
    .createTable('membership')
    .addColumn('person_id', 'text', refers('person.id'))
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('role', 'text', oneOf('role', 'official', 'clerk', 'head', 'admin'))
    .addColumn('since', 'bigint', required)
    .addPrimaryKeyConstraint('membership_key', ['person_id', 'unit_id', 'role'])
    .execute()
  await schema
    .createTable('account')
    .addColumn('id', 'text', key)
    .addColumn('channel', 'text', required)
    .addColumn('chat', 'text', required)
    .addColumn('sender', 'text', required)
    .addColumn('person_id', 'text', mayRefer('person.id'))
    .addColumn('language', 'text')
    .addColumn('linked_at', 'bigint')
    .addColumn('last_seen_at', 'bigint')
    .addColumn('blocked_at', 'bigint')
    .addUniqueConstraint('account_once', ['channel', 'sender'])
    .execute()
  await schema
    .createTable('invitation')
    .addColumn('code_hash', 'text', key)
    .addColumn('purpose', 'text', oneOf('purpose', 'setup', 'join', 'link'))
    .addColumn('unit_id', 'text', mayRefer('unit.id'))
    .addColumn('role', 'text')
    .addColumn('person_id', 'text', mayRefer('person.id'))
    .addColumn('created_by', 'text', mayRefer('person.id'))
    .addColumn('expires_at', 'bigint', required)
    .addColumn('used_at', 'bigint')
    .addColumn('used_by', 'text', mayRefer('person.id'))
    .execute()
  await schema.createIndex('membership_of_unit').on('membership').columns(['unit_id', 'role']).execute()
  await schema.createIndex('account_of_person').on('account').column('person_id').execute()
}
