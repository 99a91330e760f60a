import type { UnitGroup } from '../domain/unit-group.ts'
import { type Db, newId } from './db.ts'

type Term = Pick<UnitGroup, 'leadingId' | 'from' | 'to'>

/** Khối and cụm with their members and who leads them now. */
export function createUnitGroups(db: Db) {
  return {
    async all(): Promise<UnitGroup[]> {
      const groups = await db.selectFrom('unit_group').selectAll().orderBy('name').orderBy('id').execute()
      const members = await db.selectFrom('unit_group_member').selectAll().execute()
      return groups.map(({ id, name, leading_id, from_day, to_day }) => ({
        ...{ id, name, leadingId: leading_id, from: from_day, to: to_day },
        unitIds: members.filter(({ group_id }) => group_id === id).map(({ unit_id }) => unit_id),
      }))
    },
    async add({ name, leadingId, from, to, unitIds }: Omit<UnitGroup, 'id'>): Promise<string> {
      const id = newId()
      await db
        .insertInto('unit_group')
        .values({ id, name, leading_id: leadingId, from_day: from, to_day: to })
        .execute()
      for (const unitId of unitIds)
        await db.insertInto('unit_group_member').values({ group_id: id, unit_id: unitId }).execute()
      return id
    },
    /** The next term: who leads from when to when. */
    async renew(id: string, { leadingId, from, to }: Term): Promise<void> {
      await db
        .updateTable('unit_group')
        .set({ leading_id: leadingId, from_day: from, to_day: to })
        .where('id', '=', id)
        .execute()
    },
  }
}
