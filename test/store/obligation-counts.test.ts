import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { entriesOfUnit } from '../../src/domain/calendar-entry.ts'
import { coverageOf } from '../../src/domain/coverage.ts'
import type { Countable } from '../../src/domain/obligation.ts'
import type { Deadline, DeadlineKind } from '../../src/domain/plan.ts'
import { openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { seedPlan } from './seed-plan.ts'
import { seedRegistration } from './seed-registration.ts'
import { seedReport } from './seed-report.ts'

const at = Date.UTC(2024, 2, 27, 2)
const today = '2024-04-02'
const lastDay = { from: '2024-03-03', to: '2024-12-31' }
const until = lastDay.to
const calendar = officeCalendar()

const quarterly: Partial<Deadline> = {
  ...{ on: null, from: null, lastDay: null, precision: 'none' },
  recurrence: {
    ...{ every: 'quarter', month: null, day: 15, weekday: null, fromMonth: null, fromDay: null },
    ...{ of: null, relation: 'before', latest: null },
  },
}
const undated: Partial<Deadline> = { on: null, lastDay: null, precision: 'none' }
const far: Partial<Deadline> = { on: '2025-04-10', lastDay: '2025-04-09' }
const days = { usual: {}, quarterly, undated, far }

const who = fc.nat({ max: 5 })
const place = fc.nat({ max: 2 })
const plan = fc.nat({ max: 3 })
const subject = fc.constantFrom('unit' as const, 'person' as const)
const some = <Of>(one: fc.Arbitrary<Of>, most: number) => fc.array(one, { maxLength: most, size: 'max' })
const town = fc.record({
  people: fc.array(fc.uniqueArray(place, { minLength: 1 }), { minLength: 6, maxLength: 6 }),
  plans: fc.array(
    fc.record({
      kind: fc.constantFrom<DeadlineKind>('registration', 'report', 'other'),
      on: fc.constantFrom<keyof typeof days>('usual', 'usual', 'quarterly', 'undated', 'far'),
      bound: fc.uniqueArray(fc.tuple(place, subject), { selector: String }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  papers: some(
    fc.record({
      ...{ plan, who, subject, named: fc.boolean(), at: fc.nat({ max: 3 }) },
      state: fc.constantFrom('waiting', 'approved', 'received', 'returned', 'withdrawn'),
    }),
    12,
  ),
  done: some(
    fc.record({ plan, who, subject, round: fc.constantFrom('', '2024-Q1', '2024-Q2'), seen: fc.boolean() }),
    8,
  ),
  extended: some(fc.record({ plan, place, to: fc.constantFrom('2024-04-20', '2025-01-20') }), 3),
  internal: some(fc.record({ plan, place }), 3),
  away: fc.uniqueArray(who, { maxLength: 2 }),
  gone: fc.uniqueArray(who, { maxLength: 1 }),
})
type Town = typeof town extends fc.Arbitrary<infer One> ? One : never
type Places = { unitIds: string[]; ids: string[] }

async function addOffice(store: Store, { people, away, gone }: Town): Promise<Places> {
  const root = await store.units.add({ parentId: null, name: 'UBND xã', relation: 'subordinate' })
  const unitIds = [root]
  for (const name of ['Hội Nông dân xã', 'Thôn 1'])
    unitIds.push(await store.units.add({ parentId: root, name, relation: 'subordinate' }))
  const ids: string[] = []
  for (const [index, places] of people.entries()) {
    const personId = await store.people.add({ name: `Lan ${index}`, position: '', language: 'vi' })
    ids.push(personId)
    for (const at of places)
      await store.people.addRole({ personId, unitId: unitIds[at] ?? '', role: index % 2 ? 'head' : 'official' }, 0)
  }
  const leave = { from: '2024-03-01', to: '2024-05-01', reason: 'maternity' as const, by: ids[0] ?? '', at }
  for (const one of away)
    await store.absences.add({ ...leave, personId: ids[one] ?? '', standInId: null, state: 'alone' })
  for (const one of gone) await store.people.leave(ids[one] ?? '', at)
  return { unitIds, ids }
}

type Plans = { planId: string; deadlineId: string; kind: DeadlineKind; comesRound: boolean }[]

async function addPlans(store: Store, { plans, extended, internal }: Town, { unitIds, ids }: Places): Promise<Plans> {
  const made: Plans = []
  for (const [index, { kind, on, bound }] of plans.entries()) {
    const deadline = { kind, ...days[on] }
    const seeded = await seedPlan(store, {
      // Of plans of one moment none stands before the other.
      ...{ shortName: `đợt ${index}`, draft: { number: `${index}/KH` }, deadline, at: at + index },
    })
    const audience = bound.map(([at, subject]) => ({ unitId: unitIds[at] ?? '', subject }))
    await store.plans.bind({ id: seeded.deadlineId, audience, by: null, at })
    made.push({ ...seeded, kind, comesRound: on === 'quarterly' })
  }
  const of = (one: { plan: number; place: number }) => ({
    ...{ deadlineId: made[one.plan]?.deadlineId ?? '', unitId: unitIds[one.place] ?? '' },
  })
  const agreed = { agreedBy: 'Chủ tịch', agreedOn: today, via: 'phone' as const, by: ids[0] ?? '', at }
  for (const one of extended) await store.extensions.add({ ...of(one), lastDay: one.to, ...agreed })
  for (const one of internal) await store.extensions.setInternal({ ...of(one), day: '2024-04-05' }, ids[0] ?? '', at)
  return made
}

async function record(store: Store, { papers, done, people }: Town, { unitIds, ids }: Places, plans: Plans) {
  const by = ids[0] ?? ''
  const whose = ({ who, subject }: { who: number; subject: 'unit' | 'person' }) => ({
    unitId: unitIds[people[who]?.[0] ?? 0] ?? '',
    personId: subject === 'person' ? (ids[who] ?? '') : null,
  })
  for (const [index, { plan, state, named, at: late, ...one }] of papers.entries()) {
    const target = { value: 100, unit: '%', text: '100%' }
    const work = { contentSection: null, content: `Việc ${index}`, work: 'Một cửa', target, finishDay: null }
    const { planId, deadlineId, kind, comesRound } = plans[plan] as Plans[number]
    const came = state === 'returned' ? 'waiting' : state
    const paper = { planId, by, ...whose(one) }
    // Each of another content, so that somebody may have several; the same occasion a second time is refused.
    const sent =
      kind === 'registration'
        ? await seedRegistration(store, {
            ...{ ...paper, at: at + late, state: came, body: { items: [work] }, ...(named && { deadlineId }) },
          }).catch(() => null)
        : kind === 'report' && !comesRound && came !== 'withdrawn'
          ? await seedReport(store, { ...paper, deadlineId, proposals: [], state: came }).catch(() => null)
          : null
    if (!sent || state !== 'returned') continue
    const back = {
      id: sent.id,
      seen: sent,
      action: 'return' as const,
      to: 'returned' as const,
      by,
      at,
      reason: 'Thiếu',
    }
    await (kind === 'report' ? store.reports : store.registrations).move(back)
  }
  for (const { plan, round, seen, ...one } of done) {
    const { unitId, personId } = whose(one)
    const bound = { deadlineId: plans[plan]?.deadlineId ?? '', subject: one.subject, subjectId: personId ?? unitId }
    await store.reminders.fulfil({ ...bound, round }, by, at, seen ? 'received' : 'reported')
  }
}

/** Whom they bind is left out, how many they are stays. */
function tallied(all: Countable[]): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const one of all) {
    const { deadlineId, revision, planId, plan, kind, round, subject, unitId, unitName, unitRelation } = one
    const about = { deadlineId, revision, planId, plan, kind, round, subject, unitId, unitName, unitRelation }
    const { state, away, extension, internalDay, opens, deadline } = one
    const key = JSON.stringify({ ...about, lastDay: one.lastDay, state, away, extension, internalDay, opens, deadline })
    tally[key] = (tally[key] ?? 0) + (one.count ?? 1)
  }
  return tally
}

test('what is counted is what is found, in the same order of days and units', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(town, fc.constantFrom([0, 1, 2], [1, 2], [2]), async (one, within) => {
      const database = await openDatabase(sqliteDialect(':memory:'))
      const { store } = database
      const office = await addOffice(store, one)
      await record(store, one, office, await addPlans(store, one, office))
      const unitIds = within.map((at) => office.unitIds[at] ?? '')
      const found = await store.obligations.find({ lastDay, unitIds, today, until })
      const counted = await store.obligations.count({ lastDay, unitIds, today, until })
      expect(tallied(counted)).toEqual(tallied(found))
      const unit = { id: unitIds[0] ?? '', name: 'UBND xã' }
      expect(entriesOfUnit(calendar, counted, unit)).toEqual(entriesOfUnit(calendar, found, unit))
      const units = await store.units.all()
      const of = { units, unitIds: new Set(unitIds), under: null, today }
      expect(coverageOf({ obligations: counted, ...of })).toEqual(coverageOf({ obligations: found, ...of }))
      most = Math.max(most, found.length)
      await database.close()
    }),
    { numRuns: 60 },
  )
  expect(most).toBeGreaterThan(15)
}, 120_000)
