import type { Day, Instant } from '../domain/day.ts'
import type { HandoverReason } from '../domain/handover.ts'
import type { Role } from '../domain/person.ts'
import { type Db, newId } from './db.ts'
import type { HandoverRow } from './rows/absences.ts'

/** A role of one person passes to another on a day; `toId` null: nobody follows yet. */
export type Handover = {
  id: string
  fromId: string
  toId: string | null
  unitId: string
  role: Role
  reason: HandoverReason
  onDay: Day
  by: string
}

const toHandover = (row: HandoverRow): Handover => ({
  ...{ id: row.id, fromId: row.from_id, toId: row.to_id, unitId: row.unit_id, role: row.role },
  ...{ reason: row.reason, onDay: row.on_day, by: row.by },
})

/** Hand-overs of roles: those to come and those done. */
export function createHandovers(db: Db) {
  return {
    async add({ fromId, toId, unitId, role, reason, onDay, by }: Omit<Handover, 'id'>, at: Instant): Promise<Handover> {
      const row: HandoverRow = {
        ...{ id: newId(), from_id: fromId, to_id: toId, unit_id: unitId, role, reason, on_day: onDay },
        ...{ by, at, done_at: null },
      }
      await db.insertInto('handover').values(row).execute()
      return toHandover(row)
    },
    async byId(id: string): Promise<Handover | null> {
      const row = await db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toHandover(row) : null
    },
    /** What is to be done up to a day and is not done. */
    async due(day: Day): Promise<Handover[]> {
      const rows = db.selectFrom('handover').selectAll().where('done_at', 'is', null).where('on_day', '<=', day)
      return (await rows.orderBy('on_day').orderBy('at').execute()).map(toHandover)
    },
    /** Marks it done with whoever really follows. */
    async done(id: string, toId: string | null, at: Instant): Promise<void> {
      await db.updateTable('handover').set({ done_at: at, to_id: toId }).where('id', '=', id).execute()
    },
  }
}
