import type { Day, Instant } from '../domain/day.ts'
import type { Rung } from '../domain/ladder.ts'
import type { Bound } from '../domain/obligation.ts'
import type { PaperArrival } from '../domain/paper-arrival.ts'
import { arrivalColumns } from './arrival-columns.ts'
import type { Db } from './db.ts'
import type { FulfilmentRow, ReminderRow } from './schema.ts'

export type Reminder = { deadlineId: string; revision: number; rung: Rung; personId: string }
export type Pause = { personId: string; deadlineId: string; untilDay: Day }

/** What was reminded, who asked for quiet, and what was reported done outside a registration. */
export function createReminders(db: Db) {
  return {
    /** Writes a reminder down; false where this rung has reminded this person already. */
    async add({ deadlineId, revision, rung, personId }: Reminder, day: Day, outboxKey: string): Promise<boolean> {
      const added = await db
        .insertInto('reminder')
        .values({ deadline_id: deadlineId, revision, rung, person_id: personId, day, outbox_key: outboxKey })
        .onConflict((conflict) => conflict.columns(['deadline_id', 'revision', 'rung', 'person_id']).doNothing())
        .returning('rung')
        .executeTakeFirst()
      return added !== undefined
    },
    /** What one message reminds of. */
    async ofMessage(outboxKey: string): Promise<Reminder[]> {
      const rows = await db.selectFrom('reminder').selectAll().where('outbox_key', '=', outboxKey).execute()
      return rows.map(reminderOf)
    },
    /** Takes back the reminders whose message found no channel in the office hours of its day: they are still owed. */
    async takeLost(): Promise<Reminder[]> {
      const expired = db
        .selectFrom('outbox')
        .select('key')
        .where('state', '=', 'dropped')
        .where('outcome', '=', 'expired')
      const rows = await db.deleteFrom('reminder').where('outbox_key', 'in', expired).returningAll().execute()
      return rows.map(reminderOf)
    },
    async pause({ personId, deadlineId, untilDay }: Pause): Promise<void> {
      await db
        .insertInto('pause')
        .values({ person_id: personId, deadline_id: deadlineId, until_day: untilDay, reason: 'snoozed' })
        .onConflict((conflict) => conflict.columns(['person_id', 'deadline_id']).doUpdateSet({ until_day: untilDay }))
        .execute()
    },
    /** Pauses that end after a day: quiet until then, and again something to say that morning. */
    async pausesAfter(day: Day): Promise<Pause[]> {
      const rows = await db.selectFrom('pause').selectAll().where('until_day', '>', day).execute()
      return rows.map((row) => ({
        personId: row.person_id,
        deadlineId: row.deadline_id,
        untilDay: row.until_day,
      }))
    },
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

const reminderOf = (row: ReminderRow): Reminder => ({
  deadlineId: row.deadline_id,
  revision: row.revision,
  rung: row.rung,
  personId: row.person_id,
})
