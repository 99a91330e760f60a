import { type ByHand, type Chased, fateOf } from '../domain/chase.ts'
import type { Instant } from '../domain/day.ts'
import { type Db, newId, sql } from './db.ts'

/** Who was reminded of a deadline, by the chat or by hand. */
export function createChases(db: Db) {
  const sentRows = () =>
    db
      .selectFrom('outbox')
      .leftJoin('account', 'account.id', 'outbox.sent_account_id')
      .select(['outbox.person_id', 'outbox.state', 'outbox.outcome', 'outbox.sent_at', 'outbox.due_at'])
      .select('account.channel')
  type Row = Awaited<ReturnType<ReturnType<typeof sentRows>['execute']>>[number]
  const toChased = (row: Row): Chased => ({
    personId: row.person_id ?? '',
    at: Number(row.sent_at ?? row.due_at),
    channel: row.channel,
    fate: fateOf(row.state, row.outcome),
  })
  return {
    /** The chat's reminders of a deadline, those in a head's name among them; the oldest first. */
    async inChat(deadlineId: string): Promise<Chased[]> {
      const keys = db.selectFrom('reminder').select('outbox_key').where('deadline_id', '=', deadlineId)
      const rows = await sentRows()
        .where((where) =>
          where.or([
            where('outbox.key', 'in', keys),
            where('outbox.key', 'like', sql<string>`'nudge:%:' || ${deadlineId} || ':%'`),
          ]),
        )
        .orderBy('outbox.id')
        .execute()
      return rows.map(toChased)
    },
    /** Reminders of a deadline by telephone, in person or at a meeting; the oldest first. */
    async byHand(deadlineId: string): Promise<ByHand[]> {
      const rows = await db
        .selectFrom('reminder_by_hand')
        .selectAll()
        .where('deadline_id', '=', deadlineId)
        .orderBy('day')
        .orderBy('at')
        .execute()
      return rows.map((row) => ({
        ...{ deadlineId, subject: row.subject, subjectId: row.subject_id, way: row.way, day: row.day },
        ...{ heardBy: row.heard_by, outcome: row.outcome },
      }))
    },
    async addByHand(given: ByHand & { by: string; at: Instant }): Promise<void> {
      const { deadlineId, subject, subjectId, way, day, heardBy, outcome, by, at } = given
      const what = { deadline_id: deadlineId, subject, subject_id: subjectId, way, day, heard_by: heardBy, outcome }
      await db
        .insertInto('reminder_by_hand')
        .values({ id: newId(), ...what, by, at })
        .execute()
    },
  }
}
