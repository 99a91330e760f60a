import type { Kysely } from 'kysely'
import { key, mayRefer, refers, required } from '../columns.ts'

/** Groups bound to units, the codes that bind them, and the menus that chats were given. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('bound_group')
    .addColumn('account_id', 'text', (column) => key(mayRefer('account.id')(column)))
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('title', 'text', required)
    .addColumn('bound_by', 'text', refers('person.id'))
    .addColumn('bound_at', 'bigint', required)
    .execute()
  await schema
    .createTable('group_code')
    .addColumn('code_hash', 'text', key)
    .addColumn('unit_id', 'text', refers('unit.id'))
    .addColumn('created_by', 'text', refers('person.id'))
    .addColumn('expires_at', 'bigint', required)
    .addColumn('used_at', 'bigint')
    .execute()
  await schema
    .createTable('given_menu')
    .addColumn('account_id', 'text', (column) => key(mayRefer('account.id')(column)))
    .addColumn('hash', 'text', required)
    .execute()
  await schema.createIndex('bound_group_of_unit').on('bound_group').column('unit_id').execute()
}
