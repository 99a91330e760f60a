import type { Kysely } from 'kysely'
import { key, mayRefer, required } from '../columns.ts'

/** Plans that wait for the day of their publication: nothing of them reaches anybody before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('planned_plan')
    .addColumn('id', 'text', key)
    .addColumn('short_name', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('publish_at', 'bigint', required)
    .addColumn('planned_at', 'bigint', required)
    .addColumn('planned_by', 'text', mayRefer('person.id'))
    .execute()
  await db.schema.createIndex('planned_plan_by_time').on('planned_plan').column('publish_at').execute()
}
