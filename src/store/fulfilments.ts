import type { Instant } from '../domain/day.ts'
import type { Bound } from '../domain/obligation.ts'
import type { PaperArrival } from '../domain/paper-arrival.ts'
import { arrivalColumns } from './arrival-columns.ts'
import type { Db } from './db.ts'
import type { FulfilmentRow } from './schema.ts'

/** What was reported done outside a registration or report, and what was seen to arrive. */
export function createFulfilments(db: Db) {
  return {
    /** What was reported sent and is not settled: who, by whom, when. */
    async reported(): Promise<(Bound & { by: string; at: Instant })[]> {
      const rows = await db.selectFrom('fulfilment').selectAll().where('state', '=', 'reported').execute()
      return rows.map((row) => ({
        deadlineId: row.deadline_id,
        subject: row.subject,
        subjectId: row.subject_id,
        ...(row.round && { round: row.round }),
        by: row.by,
        at: Number(row.at),
      }))
    },
    async fulfilmentOf({ deadlineId, subject, subjectId, round = '' }: Bound): Promise<FulfilmentRow | undefined> {
      return db
        .selectFrom('fulfilment')
        .selectAll()
        .where('deadline_id', '=', deadlineId)
        .where('subject', '=', subject)
        .where('subject_id', '=', subjectId)
        .where('round', '=', round)
        .executeTakeFirst()
    },
    /** Records that it was reported sent, or seen to be received, perhaps with how the paper came. */
    async fulfil(bound: Bound, by: string, at: Instant, state: FulfilmentRow['state'], arrival?: PaperArrival) {
      const { deadlineId, subject, subjectId, round = '' } = bound
      const noted = { state, by, at, ...(arrival && arrivalColumns(arrival)) }
      await db
        .insertInto('fulfilment')
        .values({ deadline_id: deadlineId, subject, subject_id: subjectId, round, ...noted })
        .onConflict((conflict) =>
          conflict.columns(['deadline_id', 'subject', 'subject_id', 'round']).doUpdateSet(noted),
        )
        .execute()
    },
    /** What was reported turned out not to have come: the obligation is open again. */
    async reopen({ deadlineId, subject, subjectId, round = '' }: Bound): Promise<void> {
      await db
        .deleteFrom('fulfilment')
        .where('deadline_id', '=', deadlineId)
        .where('subject', '=', subject)
        .where('subject_id', '=', subjectId)
        .where('round', '=', round)
        .execute()
    },
  }
}
