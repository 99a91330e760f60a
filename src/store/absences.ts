import type { Absence, AbsenceState, LentRole } from '../domain/absence.ts'
import type { Day, Instant } from '../domain/day.ts'
import { type Db, newId } from './db.ts'
import type { AbsenceRow } from './rows/absences.ts'

type NewAbsence = Omit<Absence, 'id'> & { by: string; at: Instant }

const toAbsence = (row: AbsenceRow): Absence => ({
  ...{ id: row.id, personId: row.person_id, from: row.from_day, to: row.to_day },
  ...{ reason: row.reason, standInId: row.stand_in_id, state: row.state },
})

/** Who is away with whom standing in, and the roles that stand-ins hold meanwhile. */
export function createAbsences(db: Db) {
  return {
    async add({ personId, from, to, reason, standInId, state, by, at }: NewAbsence): Promise<string> {
      const id = newId()
      const days = { from_day: from, to_day: to }
      const row = { id, person_id: personId, ...days, reason, stand_in_id: standInId, state, by, at }
      await db.insertInto('absence').values(row).execute()
      return id
    },
    async byId(id: string): Promise<Absence | null> {
      const row = await db.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toAbsence(row) : null
    },
    /** Absences that are not over before a day, the nearest first. */
    async notOver(day: Day): Promise<Absence[]> {
      const rows = await db
        .selectFrom('absence')
        .selectAll()
        .where('to_day', '>=', day)
        .orderBy('from_day')
        .orderBy('id')
        .execute()
      return rows.map(toAbsence)
    },
    /** The stand-in's answer; false where it was given before. */
    async answer(id: string, state: AbsenceState): Promise<boolean> {
      const answered = await db
        .updateTable('absence')
        .set({ state })
        .where('id', '=', id)
        .where('state', '=', 'asked')
        .returning('id')
        .executeTakeFirst()
      return answered !== undefined
    },
    /** Ends an absence after a day; one that had not begun is over at once. */
    async end(id: string, to: Day): Promise<void> {
      await db.updateTable('absence').set({ to_day: to }).where('id', '=', id).execute()
    },
    /** The roles that stand-ins hold now. */
    async lent(): Promise<LentRole[]> {
      const rows = await db.selectFrom('membership').selectAll().where('absence_id', 'is not', null).execute()
      return rows.flatMap(({ absence_id, person_id, unit_id, role }) =>
        role === 'head' || role === 'clerk'
          ? [{ absenceId: absence_id ?? '', personId: person_id, unitId: unit_id, role }]
          : [],
      )
    },
    /** Lends a role; false where the person holds it anyway. */
    async lend({ absenceId, personId, unitId, role }: LentRole, since: Instant): Promise<boolean> {
      const lent = await db
        .insertInto('membership')
        .values({ person_id: personId, unit_id: unitId, role, since, absence_id: absenceId })
        .onConflict((conflict) => conflict.columns(['person_id', 'unit_id', 'role']).doNothing())
        .returning('role')
        .executeTakeFirst()
      return lent !== undefined
    },
    async takeBack({ absenceId, personId, unitId, role }: LentRole): Promise<void> {
      await db
        .deleteFrom('membership')
        .where('absence_id', '=', absenceId)
        .where('person_id', '=', personId)
        .where('unit_id', '=', unitId)
        .where('role', '=', role)
        .execute()
    },
  }
}
