import type { Instant } from '../domain/day.ts'
import type { RegistrationState } from '../domain/registration.ts'
import type { Db } from './db.ts'
import { createRegistrationChanges } from './registration-changes.ts'
import { readRegistrationRound } from './registration-round.ts'
import { type Registration, toRegistration } from './registration-row.ts'
import type { RegistrationRow } from './schema.ts'

/** Who registers for a plan, in which capacity: a unit, or a person of it. */
export type Registrant = { subject: 'unit' | 'person'; unitId: string; personId: string | null }

/** Registrations with their versions and contents. Each change writes its audit row. */
export function createRegistrations(db: Db) {
  return Object.assign(readRegistrations(db), createRegistrationChanges(db))
}

const all = (rows: RegistrationRow[]): Registration[] => rows.map(toRegistration)

function readRegistrations(db: Db) {
  const select = () => db.selectFrom('registration').selectAll()
  const one = async (column: 'id' | 'code' | 'draft_id', value: string): Promise<Registration | null> => {
    const row = await select().where(column, '=', value).executeTakeFirst()
    return row ? toRegistration(row) : null
  }
  return {
    byId: (id: string) => one('id', id),
    byCode: (code: string) => one('code', code.trim().toUpperCase()),
    byDraft: (draftId: string) => one('draft_id', draftId),

    /** The registrations in one of these states, oldest first. */
    inState: async (...states: RegistrationState[]): Promise<Registration[]> =>
      all(await select().where('state', 'in', states).orderBy('submitted_at').orderBy('code').execute()),

    /** What a person registered or typed, and what these units registered; the newest first. */
    async ofPerson(personId: string, unitIds: string[]): Promise<Registration[]> {
      const query = select().where((where) => {
        const ofUnits = where.and([where('subject', '=', 'unit'), where('unit_id', 'in', unitIds)])
        const own = [where('person_id', '=', personId), where('typed_by', '=', personId)]
        return where.or(unitIds.length > 0 ? [...own, ofUnits] : own)
      })
      return all(await query.orderBy('submitted_at', 'desc').orderBy('code', 'desc').execute())
    },

    /** What one registrant has registered for a plan and not withdrawn, oldest first. */
    async ofRegistrant(planId: string, { subject, unitId, personId }: Registrant): Promise<Registration[]> {
      const query = select()
        .where('plan_id', '=', planId)
        .where('subject', '=', subject)
        .where('unit_id', '=', unitId)
        .where('person_id', personId === null ? 'is' : '=', personId)
        .where('state', '!=', 'withdrawn')
      return all(await query.orderBy('submitted_at').orderBy('code').execute())
    },

    /** Those of them that count for the round of a moment; all where registering comes once. */
    async ofRound(planId: string, registrant: Registrant, at: Instant): Promise<Registration[]> {
      const roundOf = await readRegistrationRound(db, planId)
      const all = await this.ofRegistrant(planId, registrant)
      return all.filter(({ submittedAt }) => roundOf(submittedAt) === roundOf(at))
    },

    versions: (id: string) =>
      db.selectFrom('registration_version').selectAll().where('registration_id', '=', id).orderBy('version').execute(),
  }
}
