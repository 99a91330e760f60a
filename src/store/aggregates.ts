import type { AggregateLine } from '../domain/aggregate-line.ts'
import { dayOf, type Instant } from '../domain/day.ts'
import type { Membership } from '../domain/person.ts'
import { registrationBody } from '../domain/registration-body.ts'
import type { Db } from './db.ts'

/** Which registrations: of a plan, or of all plans those sent from one instant up to another. */
export type AggregateFilter = { planId: string } | { from: Instant; to: Instant }

/** Rows read at a time: the one connection is free for others in between. */
const page = 500

/** Registrations as tables count them. */
export function createAggregates(db: Db) {
  const rowsAfter = (filter: AggregateFilter, code: string) => {
    const query = db
      .selectFrom('registration')
      .leftJoin('person', 'person.id', 'registration.person_id')
      .select(['code', 'subject', 'unit_id', 'state', 'late', 'submitted_at', 'received_at', 'body'])
      .select(['arrival_day', 'arrival_number'])
      .select(['person.name', 'person.position'])
      .where('code', '>', code)
      .where('state', '!=', 'withdrawn')
      .orderBy('code')
      .limit(page)
    return 'planId' in filter
      ? query.where('plan_id', '=', filter.planId)
      : query.where('submitted_at', '>=', filter.from).where('submitted_at', '<', filter.to)
  }
  type Found = Awaited<ReturnType<ReturnType<typeof rowsAfter>['execute']>>[number]
  const toLine = (row: Found, zone: string): AggregateLine => ({
    code: row.code,
    subject: row.subject,
    unitId: row.unit_id,
    person: { name: row.name ?? '', position: row.position ?? '' },
    state: row.state,
    late: row.late === 1,
    sentOn: dayOf(row.submitted_at, zone),
    receivedOn: row.arrival_day ?? (row.received_at === null ? null : dayOf(row.received_at, zone)),
    arrivalNumber: row.arrival_number,
    body: registrationBody.parse(JSON.parse(row.body)),
  })
  return {
    /** Those of these units that are not withdrawn, by code; days are of the zone. */
    async lines(filter: AggregateFilter, unitIds: ReadonlySet<string>, zone: string): Promise<AggregateLine[]> {
      const lines: AggregateLine[] = []
      for (let after = ''; ; ) {
        const rows = await rowsAfter(filter, after).execute()
        for (const row of rows) if (unitIds.has(row.unit_id)) lines.push(toLine(row, zone))
        const last = rows.at(-1)
        if (!last || rows.length < page) return lines
        after = last.code
      }
    },
    /** The roles that people hold in their own right, not while another is away: who belongs to a unit. */
    async ownRoles(): Promise<Membership[]> {
      const own = db.selectFrom('membership').where('absence_id', 'is', null)
      const rows = await own.select(['person_id', 'unit_id', 'role']).execute()
      return rows.map(({ person_id, unit_id, role }) => ({ personId: person_id, unitId: unit_id, role }))
    },
    /** Ids of a plan's registrations that were taken in and not added up yet, by code. */
    async received(planId: string, unitIds: ReadonlySet<string>): Promise<string[]> {
      const rows = await db
        .selectFrom('registration')
        .select(['id', 'unit_id'])
        .where('plan_id', '=', planId)
        .where('state', '=', 'received')
        .orderBy('code')
        .execute()
      return rows.filter(({ unit_id }) => unitIds.has(unit_id)).map(({ id }) => id)
    },
  }
}
