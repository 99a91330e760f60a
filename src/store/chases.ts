import { z } from 'zod'
import { type ByHand, type Chased, fateOf, type UrgingDraft } from '../domain/chase.ts'
import type { Instant } from '../domain/day.ts'
import { type Db, newId } from './db.ts'

type By = { by: string; at: Instant }

const unitIdsSchema = z.array(z.string())

/** Who was reminded of a deadline, by the chat or by hand, and which letters were drafted. */
export function createChases(db: Db) {
  const sent = () =>
    db
      .selectFrom('outbox')
      .leftJoin('account', 'account.id', 'outbox.sent_account_id')
      .select(['outbox.id', 'outbox.key', 'outbox.person_id', 'outbox.state', 'outbox.outcome'])
      .select(['outbox.sent_at', 'outbox.due_at', 'account.channel'])
  type Sent = Awaited<ReturnType<ReturnType<typeof sent>['execute']>>[number]
  const toChased = (row: Sent, { round, byHead }: Pick<Chased, 'round' | 'byHead'>): Chased => ({
    ...{ personId: row.person_id ?? '', at: Number(row.sent_at ?? row.due_at), round, byHead },
    ...{ channel: row.channel, fate: fateOf(row.state, row.outcome) },
  })
  const byLadder = async (deadlineId: string) => {
    const rows = await sent()
      .innerJoin('reminder', 'reminder.outbox_key', 'outbox.key')
      .select('reminder.round')
      .where('reminder.deadline_id', '=', deadlineId)
      .execute()
    return rows.map((row) => ({ id: row.id, chased: toChased(row, { round: row.round || null, byHead: false }) }))
  }
  // nudge:<day>:<deadline>:<person>, of what comes again nudge:<day>:<deadline>:<round>:<person>
  const roundIn = (key: string) => (key.split(':').length > 4 ? (key.split(':')[3] ?? null) : null)
  const byHeads = async (deadlineId: string) => {
    const rows = await sent().where('outbox.key', 'like', `nudge:%:${deadlineId}:%`).execute()
    return rows.map((row) => ({ id: row.id, chased: toChased(row, { round: roundIn(row.key), byHead: true }) }))
  }
  return {
    /** The chat's reminders of a deadline, those in a head's name among them; the oldest first. */
    async inChat(deadlineId: string): Promise<Chased[]> {
      const all = [...(await byLadder(deadlineId)), ...(await byHeads(deadlineId))]
      return all.sort((one, other) => one.id - other.id).map(({ chased }) => chased)
    },
    /** Reminders of a deadline by telephone, in person or at a meeting; the oldest first. */
    async byHand(deadlineId: string): Promise<ByHand[]> {
      const query = db.selectFrom('reminder_by_hand').selectAll().where('deadline_id', '=', deadlineId)
      const rows = await query.orderBy('day').orderBy('at').execute()
      return rows.map((row) => ({
        ...{ deadlineId, round: row.round || null, subject: row.subject, subjectId: row.subject_id },
        ...{ way: row.way, day: row.day, heardBy: row.heard_by, outcome: row.outcome },
      }))
    },
    async addByHand(given: ByHand & By): Promise<void> {
      const { deadlineId, round, subject, subjectId, way, day, heardBy, outcome, by, at } = given
      const what = { deadline_id: deadlineId, round: round ?? '', subject, subject_id: subjectId, way, day }
      await db
        .insertInto('reminder_by_hand')
        .values({ id: newId(), ...what, heard_by: heardBy, outcome, by, at })
        .execute()
    },
    /** The letters of urging that were drafted about a deadline; the oldest first. */
    async drafts(deadlineId: string): Promise<UrgingDraft[]> {
      const query = db.selectFrom('urging_draft').selectAll().where('deadline_id', '=', deadlineId)
      return (await query.orderBy('at').execute()).map((row) => ({
        ...{ deadlineId, round: row.round || null, until: row.until_day, at: Number(row.at) },
        unitIds: unitIdsSchema.parse(JSON.parse(row.unit_ids)),
      }))
    },
    async addDraft({ deadlineId, round, unitIds, until, by, at }: UrgingDraft & By): Promise<void> {
      const what = { deadline_id: deadlineId, round: round ?? '', unit_ids: JSON.stringify(unitIds), until_day: until }
      await db
        .insertInto('urging_draft')
        .values({ id: newId(), ...what, by, at })
        .execute()
    },
  }
}
