import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'

/** Up to which calendar instant each row of the timetable has been done. */
export function createJobRuns(db: Db) {
  return {
    async ranFor(name: string): Promise<Instant | null> {
      const row = await db.selectFrom('job_run').select('ran_for').where('name', '=', name).executeTakeFirst()
      return row ? Number(row.ran_for) : null
    },
    async record(name: string, ranFor: Instant): Promise<void> {
      await db
        .insertInto('job_run')
        .values({ name, ran_for: ranFor })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ ran_for: ranFor }))
        .execute()
    },
  }
}
