import type { Instant } from '../domain/day.ts'
import type { Language, Member, Membership, Role } from '../domain/person.ts'
import { type Db, newId } from './db.ts'
import type { MembershipRow, PersonRow } from './schema.ts'

type NewPerson = { id?: string; name: string; position: string; language: Language }
type Joined = PersonRow & { shared: string | null } & {
  [Column in Exclude<keyof MembershipRow, 'absence_id'>]: MembershipRow[Column] | null
}

/** People and the roles they hold now; ended roles stay in the audit. */
export function createPeople(db: Db) {
  const joined = () =>
    db
      .selectFrom('person')
      .leftJoin('membership', 'membership.person_id', 'person.id')
      .leftJoin('shared_account', 'shared_account.person_id', 'person.id')
      .selectAll('person')
      .select([
        'membership.person_id',
        'membership.unit_id',
        'membership.role',
        'membership.since',
        'shared_account.person_id as shared',
      ])
      .where('person.left_at', 'is', null)
      .orderBy('person.name')
      .orderBy('person.id')
      .orderBy('membership.since')
      .orderBy('membership.unit_id')
  const change = (id: string, values: Partial<Omit<PersonRow, 'id'>>) =>
    db.updateTable('person').set(values).where('id', '=', id).execute()
  return {
    async add({ id = newId(), ...person }: NewPerson): Promise<string> {
      await db
        .insertInto('person')
        .values({ id, ...person, left_at: null, phone: null })
        .execute()
      return id
    },
    /** Everybody who has not left, by name. */
    all: async (): Promise<Member[]> => toMembers(await joined().execute()),
    /** Who holds a role in these units, by name, each with all roles held anywhere. */
    async ofUnits(unitIds: string[]): Promise<Member[]> {
      if (unitIds.length === 0) return []
      const inUnits = db.selectFrom('membership').select('person_id').where('unit_id', 'in', unitIds)
      return toMembers(await joined().where('person.id', 'in', inUnits).execute())
    },
    /** The name of a person, also of one who left: papers keep it. */
    byId: (id: string) => db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst(),
    /** All roles held by people who have not left; with roles named, those alone. */
    async memberships(...roles: Role[]): Promise<Membership[]> {
      const all = db.selectFrom('membership').select(['person_id', 'unit_id', 'role'])
      return (await (roles.length > 0 ? all.where('role', 'in', roles) : all).execute()).map(toMembership)
    },
    /** Gives a role; false where it is held already. */
    async addRole({ personId, unitId, role }: Membership, since: Instant): Promise<boolean> {
      const added = await db
        .insertInto('membership')
        .values({ person_id: personId, unit_id: unitId, role, since, absence_id: null })
        .onConflict((conflict) => conflict.columns(['person_id', 'unit_id', 'role']).doNothing())
        .returning('role')
        .executeTakeFirst()
      return added !== undefined
    },
    /** Ends a role; false where it is not held (any more). */
    async endRole({ personId, unitId, role }: Membership): Promise<boolean> {
      const ended = await db
        .deleteFrom('membership')
        .where('person_id', '=', personId)
        .where('unit_id', '=', unitId)
        .where('role', '=', role)
        .executeTakeFirst()
      return Number(ended.numDeletedRows) > 0
    },
    async describe(id: string, { name, position }: { name: string; position: string }): Promise<void> {
      await change(id, { name, position })
    },
    /** The telephone at the office; null takes it back. */
    async setPhone(id: string, phone: string | null): Promise<void> {
      await change(id, { phone })
    },
    /** The telephones that people gave, by person. */
    async phones(ids: string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map()
      const rows = await db.selectFrom('person').select(['id', 'phone']).where('id', 'in', ids).execute()
      return new Map(rows.flatMap(({ id, phone }) => (phone === null ? [] : [[id, phone] as const])))
    },
    /** On what charts are drawn for a person; null where they never chose. */
    async chartTheme(id: string): Promise<'light' | 'dark' | null> {
      const row = await db.selectFrom('person').select('chart_theme').where('id', '=', id).executeTakeFirst()
      return row?.chart_theme ?? null
    },
    async setChartTheme(id: string, theme: 'light' | 'dark'): Promise<void> {
      await change(id, { chart_theme: theme })
    },
    async setLanguage(id: string, language: Language): Promise<void> {
      await change(id, { language })
    },
    /** Ends all roles, lets go of all channels and of the telephone; what the person registered stays under their name. */
    async leave(id: string, at: Instant): Promise<void> {
      await change(id, { left_at: at, phone: null })
      await db.deleteFrom('membership').where('person_id', '=', id).execute()
      await db.updateTable('account').set({ person_id: null, linked_at: null }).where('person_id', '=', id).execute()
    },
  }
}

const toMembership = (row: { person_id: string; unit_id: string; role: Role }): Membership => ({
  personId: row.person_id,
  unitId: row.unit_id,
  role: row.role,
})

function toMembers(rows: Joined[]): Member[] {
  const members = new Map<string, Member>()
  for (const { id, name, position, language, left_at, person_id, unit_id, role, shared } of rows) {
    const member = members.get(id) ?? { id, name, position, language, leftAt: left_at, memberships: [] }
    if (shared !== null) member.shared = true
    if (person_id && unit_id && role) member.memberships.push({ personId: person_id, unitId: unit_id, role })
    members.set(id, member)
  }
  return [...members.values()]
}
