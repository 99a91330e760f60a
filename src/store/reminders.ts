import type { Day, Instant } from '../domain/day.ts'
import type { DueReminder, Reminded } from '../domain/due-reminders.ts'
import type { Rung } from '../domain/ladder.ts'
import { type ReminderChoices, usualChoices } from '../domain/reminder-choices.ts'
import type { Db } from './db.ts'
import { createFulfilments } from './fulfilments.ts'
import { inChunks } from './in-chunks.ts'
import type { ReminderRow } from './schema.ts'

export type Pause = { personId: string; deadlineId: string; round: string | null; untilDay: Day }

/** What was reminded, who asked for quiet, how people want to be reminded, and what was reported done outside a registration. */
export function createReminders(db: Db) {
  const fulfilments: ReturnType<typeof createFulfilments> = createFulfilments(db)
  return {
    ...fulfilments,
    /**
     * Writes reminders down under the message that each person gets; a rung that has reminded its person already is left
     * out. Gives those of which it is not certain that they are written: `newest` knows.
     */
    addAll: (reminders: DueReminder[], messages: Map<string, string>, day: Day): Promise<DueReminder[]> =>
      inChunks(db, 'reminder', reminders, (one) => rowOf(one, messages.get(one.personId) ?? '', day)),
    /** The greatest rung that each of these messages brings; not those that bring nothing. */
    async newest(keys: string[]): Promise<Map<string, Rung>> {
      const found = new Map<string, Rung>()
      for (let at = 0; at < keys.length; at += mostKeys) {
        const rows = await db
          .selectFrom('reminder')
          .select((select) => ['outbox_key', select.fn.max('rung').as('rung')])
          .where('outbox_key', 'in', keys.slice(at, at + mostKeys))
          .groupBy('outbox_key')
          .execute()
        for (const { outbox_key, rung } of rows) found.set(outbox_key, Number(rung))
      }
      return found
    },
    /** What one message reminds of. */
    async ofMessage(outboxKey: string): Promise<DueReminder[]> {
      const rows = await db.selectFrom('reminder').selectAll().where('outbox_key', '=', outboxKey).execute()
      return rows.map(reminderOf)
    },
    /**
     * Takes back the reminders whose message found no channel in the office hours of its day: they are still owed. Of
     * one that expired while the program stood still nobody has taken note yet; one that may have arrived, or that a
     * channel has no quota left for, is not lost.
     */
    async takeLost(now: Instant): Promise<DueReminder[]> {
      const expired = db
        .selectFrom('outbox')
        .select('key')
        .where((where) =>
          where.or([
            where.and([where('state', '=', 'dropped'), where('outcome', '=', 'expired')]),
            where.and([
              where('state', '=', 'waiting'),
              where('expires_at', '<', now),
              where.or([
                where('outcome', 'is', null),
                where.and([where('outcome', 'not like', 'unknown%'), where('outcome', 'not like', 'channel: %')]),
              ]),
            ]),
          ]),
        )
      const messages = db.selectFrom('reminder').select('outbox_key').distinct().where('outbox_key', 'in', expired)
      const keys = (await messages.execute()).map(({ outbox_key }) => outbox_key)
      const lost: DueReminder[] = []
      // A whole morning may be lost: as many rows at once, each with words of its own, would take gigabytes.
      const words = new Map<string, string>()
      const word = (text: string) => words.get(text) ?? words.set(text, text).get(text) ?? text
      for (let at = 0; at < keys.length; at += mostTaken) {
        const some = keys.slice(at, at + mostTaken)
        const rows = await db.deleteFrom('reminder').where('outbox_key', 'in', some).returningAll().execute()
        for (const row of rows)
          lost.push({ ...reminderOf(row), personId: word(row.person_id), deadlineId: word(row.deadline_id) })
      }
      return lost
    },
    /** Since when each person has been reminded of these deadlines before a day, and when they were last heard from. */
    async reactions(
      deadlineIds: string[],
      before: Day,
    ): Promise<(Reminded & { since: Day; seenAt: Instant | null })[]> {
      if (deadlineIds.length === 0) return []
      const rows = await db
        .selectFrom('reminder')
        .leftJoin('account', 'account.person_id', 'reminder.person_id')
        .select(['reminder.deadline_id', 'reminder.round', 'reminder.revision', 'reminder.person_id'])
        .select((select) => [
          select.fn.min('reminder.day').as('since'),
          select.fn.max('account.last_seen_at').as('seen_at'),
        ])
        .where('reminder.deadline_id', 'in', deadlineIds)
        .where('reminder.day', '<', before)
        .groupBy(['reminder.deadline_id', 'reminder.round', 'reminder.revision', 'reminder.person_id'])
        .execute()
      return rows.map((row) => ({
        ...{ personId: row.person_id, deadlineId: row.deadline_id, round: row.round || null, revision: row.revision },
        ...{ since: row.since, seenAt: row.seen_at === null ? null : Number(row.seen_at) },
      }))
    },
    async pause({ personId, deadlineId, round, untilDay }: Pause): Promise<void> {
      const key = { person_id: personId, deadline_id: deadlineId, round: round ?? '' }
      await db
        .insertInto('pause')
        .values({ ...key, until_day: untilDay, reason: 'snoozed' })
        .onConflict((conflict) =>
          conflict.columns(['person_id', 'deadline_id', 'round']).doUpdateSet({ until_day: untilDay }),
        )
        .execute()
    },
    async unpause({ personId, deadlineId, round }: Omit<Pause, 'untilDay'>): Promise<void> {
      await db
        .deleteFrom('pause')
        .where('person_id', '=', personId)
        .where('deadline_id', '=', deadlineId)
        .where('round', '=', round ?? '')
        .execute()
    },
    /** Pauses that end after a day: quiet until then, and again something to say that morning. */
    async pausesAfter(day: Day): Promise<Pause[]> {
      const rows = await db.selectFrom('pause').selectAll().where('until_day', '>', day).execute()
      return rows.map((row) => ({
        ...{ personId: row.person_id, deadlineId: row.deadline_id, round: row.round || null, untilDay: row.until_day },
      }))
    },
    /** How each person who has chosen anything wants to be reminded. */
    async choices(): Promise<Map<string, ReminderChoices>> {
      const rows = await db.selectFrom('reminder_choice').selectAll().execute()
      return new Map(rows.map(({ person_id, quiet, hour }) => [person_id, { quiet: quiet === 1, hour }]))
    },
    async choicesOf(personId: string): Promise<ReminderChoices> {
      const row = await db
        .selectFrom('reminder_choice')
        .selectAll()
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row ? { quiet: row.quiet === 1, hour: row.hour } : usualChoices
    },
    async choose(personId: string, { quiet, hour }: ReminderChoices): Promise<void> {
      const chosen = { quiet: quiet ? (1 as const) : (0 as const), hour }
      await db
        .insertInto('reminder_choice')
        .values({ person_id: personId, ...chosen })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(chosen))
        .execute()
    },
  }
}

/** So many messages are asked about at once. */
const mostKeys = 1000
const mostTaken = 100

const rowOf = (one: DueReminder, outboxKey: string, day: Day): ReminderRow => ({
  deadline_id: one.deadlineId,
  round: one.round ?? '',
  revision: one.revision,
  rung: one.rung,
  person_id: one.personId,
  day,
  outbox_key: outboxKey,
})

const reminderOf = (row: ReminderRow): DueReminder => ({
  ...{ deadlineId: row.deadline_id, round: row.round || null, revision: row.revision },
  ...{ rung: row.rung, personId: row.person_id },
})
