import type { Day, Instant } from '../domain/day.ts'
import type { Db } from './db.ts'

/** `headId`: who leads the merged unit; null: whoever leads either of them. */
export type Merger = { fromId: string; intoId: string; headId: string | null; onDay: Day; by: string; at: Instant }

/** One unit going into another in mid-campaign. */
export function createUnitMergers(db: Db) {
  async function movePeople({ fromId, intoId, headId, at }: Merger): Promise<void> {
    const held = await db.selectFrom('membership').selectAll().where('unit_id', '=', fromId).execute()
    await db.deleteFrom('membership').where('unit_id', '=', fromId).execute()
    for (const { person_id, role, absence_id } of held)
      await db
        .insertInto('membership')
        .values({ person_id, unit_id: intoId, role, since: at, absence_id })
        .onConflict((conflict) => conflict.columns(['person_id', 'unit_id', 'role']).doNothing())
        .execute()
    if (headId === null) return
    const heads = db.selectFrom('membership').select('person_id').where('unit_id', '=', intoId)
    for (const { person_id } of await heads.where('role', '=', 'head').where('person_id', '!=', headId).execute()) {
      await db
        .deleteFrom('membership')
        .where('unit_id', '=', intoId)
        .where('person_id', '=', person_id)
        .where('role', '=', 'head')
        .execute()
      await db
        .insertInto('membership')
        .values({ person_id, unit_id: intoId, role: 'official', since: at, absence_id: null })
        .onConflict((conflict) => conflict.columns(['person_id', 'unit_id', 'role']).doNothing())
        .execute()
    }
  }

  /** What bound the one binds the other, once. */
  async function moveAudience({ fromId, intoId }: Merger): Promise<void> {
    const bound = await db.selectFrom('audience').selectAll().where('unit_id', '=', fromId).execute()
    const already = await db.selectFrom('audience').selectAll().where('unit_id', '=', intoId).execute()
    await db.deleteFrom('audience').where('unit_id', '=', fromId).execute()
    for (const row of bound)
      if (!already.some((one) => one.deadline_id === row.deadline_id && one.subject === row.subject))
        await db
          .insertInto('audience')
          .values({ ...row, unit_id: intoId })
          .execute()
  }

  return {
    /** People, deadlines and units below pass; what was sent stays under the name of its day, below the unit that follows. */
    async merge(merger: Merger): Promise<void> {
      const { fromId, intoId, onDay, by, at } = merger
      await movePeople(merger)
      await moveAudience(merger)
      await db.updateTable('unit').set({ parent_id: intoId }).where('parent_id', '=', fromId).execute()
      await db.updateTable('unit').set({ parent_id: intoId }).where('id', '=', fromId).execute()
      await db.updateTable('bound_group').set({ unit_id: intoId }).where('unit_id', '=', fromId).execute()
      await db.insertInto('unit_merger').values({ from_id: fromId, into_id: intoId, on_day: onDay, by, at }).execute()
    },
    /** The unit that a unit went into; null where it stands. */
    async successorOf(unitId: string): Promise<string | null> {
      const row = await db.selectFrom('unit_merger').select('into_id').where('from_id', '=', unitId).executeTakeFirst()
      return row?.into_id ?? null
    },
    /** The units that have gone into another. */
    gone: async (): Promise<string[]> =>
      (await db.selectFrom('unit_merger').select('from_id').execute()).map(({ from_id }) => from_id),
  }
}
