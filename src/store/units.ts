import type { Unit, UnitRelation } from '../domain/unit.ts'
import { type Db, newId } from './db.ts'
import type { UnitRow } from './schema.ts'

type NewUnit = { id?: string; parentId: string | null; name: string; relation: UnitRelation }

/** The units of the agency; the one without a parent is the agency itself. */
export function createUnits(db: Db) {
  const uses = async (table: 'membership' | 'audience' | 'registration', id: string) =>
    (await db.selectFrom(table).select('unit_id').where('unit_id', '=', id).limit(1).executeTakeFirst()) !== undefined
  const siblings = (parentId: string | null) =>
    db.selectFrom('unit').where('parent_id', parentId === null ? 'is' : '=', parentId)
  return {
    all: async (): Promise<Unit[]> =>
      (await db.selectFrom('unit').selectAll().orderBy('position').orderBy('id').execute()).map(toUnit),
    async byId(id: string): Promise<Unit | null> {
      const row = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toUnit(row) : null
    },
    /** Adds a unit after those that stand below the same one. */
    async add({ id = newId(), parentId, name, relation }: NewUnit): Promise<string> {
      const last = await siblings(parentId)
        .select((select) => select.fn.max('position').as('position'))
        .executeTakeFirst()
      const position = Number(last?.position ?? 0) + 1
      await db.insertInto('unit').values({ id, parent_id: parentId, name, relation, position }).execute()
      return id
    },
    async rename(id: string, name: string): Promise<void> {
      await db.updateTable('unit').set({ name }).where('id', '=', id).execute()
    },
    /** Removes a unit that nothing stands below and no person, plan or registration belongs to; else false. */
    async remove(id: string): Promise<boolean> {
      const child = await siblings(id).select('id').limit(1).executeTakeFirst()
      if (child || (await uses('membership', id)) || (await uses('audience', id)) || (await uses('registration', id)))
        return false
      // An invitation into a unit that is gone invites nowhere, and its group has nothing to be told.
      await db.deleteFrom('invitation').where('unit_id', '=', id).execute()
      await db.deleteFrom('group_code').where('unit_id', '=', id).execute()
      await db.deleteFrom('bound_group').where('unit_id', '=', id).execute()
      await db.deleteFrom('unit').where('id', '=', id).execute()
      return true
    },
  }
}

const toUnit = ({ parent_id, ...row }: UnitRow): Unit => ({ ...row, parentId: parent_id })
