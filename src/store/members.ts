import type { Member } from '../domain/person.ts'
import type { Db } from './db.ts'

/** People with the roles they hold, as the door needs them. */
export function createMembers(db: Db) {
  return {
    /** The member, or null where the person is unknown or has left. */
    async byId(personId: string): Promise<Member | null> {
      const person = await db
        .selectFrom('person')
        .leftJoin('shared_account', 'shared_account.person_id', 'person.id')
        .selectAll('person')
        .select('shared_account.person_id as shared')
        .where('person.id', '=', personId)
        .where('left_at', 'is', null)
        .executeTakeFirst()
      if (!person) return null
      const rows = await db
        .selectFrom('membership')
        .select(['unit_id', 'role'])
        .where('person_id', '=', personId)
        .orderBy('since')
        .execute()
      const memberships = rows.map(({ unit_id, role }) => ({ personId, unitId: unit_id, role }))
      return {
        id: person.id,
        name: person.name,
        position: person.position,
        language: person.language,
        leftAt: null,
        memberships,
        ...(person.shared !== null && { shared: true }),
      }
    },
  }
}
