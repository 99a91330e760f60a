import type { Kysely } from 'kysely'
import { key, required } from '../columns.ts'

/** Tokens of a Zalo Official Account: each refresh uses one up and brings the next, so they cannot stand in a configuration. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('oa_token')
    .addColumn('source', 'text', key)
    .addColumn('refresh_token', 'text', required)
    .addColumn('access_token', 'text')
    .addColumn('access_until', 'bigint')
    .addColumn('tried_at', 'bigint')
    .addColumn('refused_at', 'bigint')
    .addColumn('lease_by', 'text')
    .addColumn('lease_until', 'bigint')
    .execute()
}
