import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'

/** Who changed what, when: written in the transaction of the change. `by` is null for what the program did itself. */
export function createAudit(db: Db) {
  return {
    async write(entry: {
      at: Instant
      by: string | null
      action: string
      subject: string
      detail?: unknown
    }): Promise<void> {
      const { at, by, action, subject, detail = {} } = entry
      await db
        .insertInto('audit')
        .values({ at, by, action, subject, detail: JSON.stringify(detail) })
        .execute()
    },
    about: (subject: string) =>
      db.selectFrom('audit').selectAll().where('subject', '=', subject).orderBy('id').execute(),
  }
}
