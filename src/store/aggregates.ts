import { setImmediate } from 'node:timers/promises'
import type { AggregateLine } from '../domain/aggregate-line.ts'
import { type Day, dayOf, type Instant } from '../domain/day.ts'
import type { Membership } from '../domain/person.ts'
import { type RegistrationBody, registrationBody } from '../domain/registration-body.ts'
import type { Db } from './db.ts'

/** Which registrations: of a plan, or of all plans those sent from one instant up to another. */
export type AggregateFilter = { planId: string } | { from: Instant; to: Instant }

/** `unitIds`: whose registrations, in which order; `unitsOnly`: only what units themselves send. */
type Whose = { unitIds: string[]; unitsOnly: boolean }

/** Rows read at a time: the one connection is free for others in between. */
const page = 500

/** Midnight is at a full quarter of an hour in every zone. */
const quarterMs = 15 * 60_000

/** The days of many instants, each quarter of an hour reckoned once. */
function createDays(zone: string): (at: Instant) => Day {
  const days = new Map<number, Day>()
  return (at) => {
    const quarter = Math.floor(at / quarterMs)
    const day = days.get(quarter) ?? dayOf(at, zone)
    days.set(quarter, day)
    return day
  }
}

/** Gives equal words as one: contents, titles and units come again in nearly every registration. */
function createOnce(): (words: string) => string {
  const known = new Map<string, string>()
  return (words) => {
    const before = known.get(words)
    if (before === undefined) known.set(words, words)
    return before ?? words
  }
}

type Lean = { dayAt: (at: Instant) => Day; once: (words: string) => string }

const nobody: AggregateLine['body']['people'] = []

/** What tables show of a body, with words that recur kept once. */
function leanBody({ items, people, ...body }: RegistrationBody, once: Lean['once']): AggregateLine['body'] {
  const onceOr = (words: string | null) => (words === null ? null : once(words))
  return {
    items: items.map(({ content, work, target, finishDay }) => ({
      ...{ content: once(content), work: once(work) },
      ...{ target: onceOr(target?.text ?? null), finishDay: onceOr(finishDay) },
    })),
    people: people.length === 0 ? nobody : people,
    ...{ title: onceOr(body.title), commendation: onceOr(body.commendation), initiative: onceOr(body.initiative) },
  }
}

/** Registrations as tables count them. */
export function createAggregates(db: Db) {
  // First which, without their bodies: sorting these anew for each page would read them all each time.
  const codesOf = async (filter: AggregateFilter, { unitIds, unitsOnly }: Whose): Promise<string[]> => {
    const ofUnits = new Map(unitIds.map((id): [string, string[]] => [id, []]))
    let query = db
      .selectFrom('registration')
      .select(['code', 'unit_id'])
      .where('state', '!=', 'withdrawn')
      .orderBy('code')
    if (unitsOnly) query = query.where('subject', '=', 'unit')
    const rows =
      'planId' in filter
        ? query.where('plan_id', '=', filter.planId)
        : query.where('submitted_at', '>=', filter.from).where('submitted_at', '<', filter.to)
    for (const { code, unit_id } of await rows.execute()) ofUnits.get(unit_id)?.push(code)
    return [...ofUnits.values()].flat()
  }
  const rowsUnder = (codes: string[]) =>
    db
      .selectFrom('registration')
      .leftJoin('person', 'person.id', 'registration.person_id')
      .select(['code', 'subject', 'unit_id', 'state', 'late', 'submitted_at', 'received_at', 'body'])
      .select(['arrival_day', 'arrival_number'])
      .select(['person.name', 'person.position'])
      .where('code', 'in', codes)
      // Withdrawn since the codes were read.
      .where('state', '!=', 'withdrawn')
  type Found = Awaited<ReturnType<ReturnType<typeof rowsUnder>['execute']>>[number]
  const toLine = (row: Found, { dayAt, once }: Lean): AggregateLine => ({
    code: row.code,
    subject: row.subject,
    unitId: once(row.unit_id),
    person: { name: once(row.name ?? ''), position: once(row.position ?? '') },
    state: row.state,
    late: row.late === 1,
    sentOn: dayAt(row.submitted_at),
    receivedOn: row.arrival_day ?? (row.received_at === null ? null : dayAt(row.received_at)),
    arrivalNumber: row.arrival_number,
    body: leanBody(registrationBody.parse(JSON.parse(row.body)), once),
  })
  return {
    /** Those that are not withdrawn, in the order of their units and within one by code; days are of the zone. */
    async *lines(filter: AggregateFilter, whose: Whose, zone: string): AsyncGenerator<AggregateLine> {
      const codes = await codesOf(filter, whose)
      const lean: Lean = { dayAt: createDays(zone), once: createOnce() }
      for (let from = 0; from < codes.length; from += page) {
        const asked = codes.slice(from, from + page)
        const rows = new Map((await rowsUnder(asked).execute()).map((row) => [row.code, row]))
        for (const code of asked) {
          const row = rows.get(code)
          if (row) yield toLine(row, lean)
        }
        // The embedded database answers at once: without a pause nobody else would have their turn.
        await setImmediate()
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
