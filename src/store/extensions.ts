import type { Instant } from '../domain/day.ts'
import type { Extension } from '../domain/extension.ts'
import type { InternalDeadline } from '../domain/internal-deadline.ts'
import { type Db, newId } from './db.ts'
import type { ExtensionRow } from './rows/extensions.ts'

const toExtension = (row: ExtensionRow): Extension => ({
  ...{ id: row.id, deadlineId: row.deadline_id, unitId: row.unit_id, revision: row.revision, lastDay: row.last_day },
  ...{ agreedBy: row.agreed_by, agreedOn: row.agreed_on, via: row.via, document: row.document },
})

type NewExtension = Omit<Extension, 'id' | 'revision' | 'document'> & { by: string; at: Instant }

/** Spoken extensions of units, and the days that units set for themselves. */
export function createExtensions(db: Db) {
  const ofUnit = (deadlineId: string, unitId: string) =>
    db.selectFrom('extension').selectAll().where('deadline_id', '=', deadlineId).where('unit_id', '=', unitId)
  return {
    async add({ deadlineId, unitId, lastDay, agreedBy, agreedOn, via, by, at }: NewExtension): Promise<Extension> {
      const before = await ofUnit(deadlineId, unitId).execute()
      const row: ExtensionRow = {
        ...{ id: newId(), deadline_id: deadlineId, unit_id: unitId, revision: before.length + 1, last_day: lastDay },
        ...{ agreed_by: agreedBy, agreed_on: agreedOn, via, document: null, by, at },
      }
      await db.insertInto('extension').values(row).execute()
      return toExtension(row)
    },
    async byId(id: string): Promise<Extension | null> {
      const row = await db.selectFrom('extension').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toExtension(row) : null
    },
    /** The extension that counts for a unit; null where the plan's day stands. */
    async current(deadlineId: string, unitId: string): Promise<Extension | null> {
      const row = await ofUnit(deadlineId, unitId).orderBy('revision', 'desc').limit(1).executeTakeFirst()
      return row ? toExtension(row) : null
    },
    /** All extensions without a letter yet, with who noted them and when. */
    async undocumented(): Promise<(Extension & { by: string | null; at: Instant })[]> {
      const rows = await db.selectFrom('extension').selectAll().where('document', 'is', null).execute()
      return rows.map((row) => ({ ...toExtension(row), by: row.by, at: Number(row.at) }))
    },
    async document(id: string, document: string): Promise<void> {
      await db.updateTable('extension').set({ document }).where('id', '=', id).execute()
    },
    async internal(deadlineId: string, unitId: string): Promise<InternalDeadline | null> {
      const row = await db
        .selectFrom('internal_deadline')
        .select('day')
        .where('deadline_id', '=', deadlineId)
        .where('unit_id', '=', unitId)
        .executeTakeFirst()
      return row ? { deadlineId, unitId, day: row.day } : null
    },
    async setInternal({ deadlineId, unitId, day }: InternalDeadline, by: string, at: Instant): Promise<void> {
      const set = { day, by, at }
      await db
        .insertInto('internal_deadline')
        .values({ deadline_id: deadlineId, unit_id: unitId, ...set })
        .onConflict((conflict) => conflict.columns(['deadline_id', 'unit_id']).doUpdateSet(set))
        .execute()
    },
    async dropInternal(deadlineId: string, unitId: string): Promise<void> {
      await db
        .deleteFrom('internal_deadline')
        .where('deadline_id', '=', deadlineId)
        .where('unit_id', '=', unitId)
        .execute()
    },
  }
}
