import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Owed } from '../../src/domain/due-reminders.ts'
import { isOpen } from '../../src/domain/obligation.ts'
import type { Deadline, DeadlineKind } from '../../src/domain/plan.ts'
import { openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { seedPlan } from './seed-plan.ts'
import { seedRegistration } from './seed-registration.ts'
import { seedReport } from './seed-report.ts'

const at = Date.UTC(2024, 2, 27, 2)
const today = '2024-04-02'
const quarterly = {
  ...{ on: null, from: null, lastDay: null, precision: 'none' },
  recurrence: {
    ...{ every: 'quarter', month: null, day: 15, weekday: null, fromMonth: null, fromDay: null },
    ...{ of: null, relation: 'before', latest: null },
  },
} satisfies Partial<Deadline>

const place = fc.nat({ max: 2 })
const who = fc.nat({ max: 5 })
const which = fc.nat({ max: 3 })
const subject = fc.constantFrom('unit' as const, 'person' as const)
const kind = fc.constantFrom<DeadlineKind>('registration', 'report', 'other')
const world = fc.record({
  people: fc.array(fc.uniqueArray(place, { minLength: 1 }), { minLength: 6, maxLength: 6 }),
  plans: fc.array(
    fc.record({
      ...{ kind, comesRound: fc.boolean(), ends: fc.boolean() },
      bound: fc.uniqueArray(fc.tuple(place, subject), { selector: String }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  papers: fc.array(
    fc.record({
      ...{ plan: which, who, subject, named: fc.boolean() },
      state: fc.constantFrom('waiting', 'approved', 'received'),
    }),
    { maxLength: 6 },
  ),
  done: fc.array(fc.record({ plan: which, who, subject, round: fc.constantFrom('', '2024-Q1', '2024-Q2') }), {
    maxLength: 6,
  }),
  extended: fc.array(fc.record({ plan: which, place }), { maxLength: 2 }),
  gone: fc.uniqueArray(who, { maxLength: 1 }),
  shared: fc.uniqueArray(who, { maxLength: 1 }),
  away: fc.uniqueArray(who, { maxLength: 2 }),
  lent: fc.array(fc.tuple(who, who, place), { maxLength: 2 }),
})
type World = typeof world extends fc.Arbitrary<infer One> ? One : never

async function addOffice(store: Store, { people, lent, away, ...who }: World) {
  const unitIds: string[] = []
  for (const relation of ['subordinate', 'coordinating', 'superior'] as const)
    unitIds.push(await store.units.add({ parentId: null, name: relation, relation }))
  const ids: string[] = []
  for (const [index, places] of people.entries()) {
    const id = await store.people.add({ name: `Lan ${index}`, position: '', language: 'vi' })
    ids.push(id)
    for (const place of places)
      for (const role of ['official', 'clerk'] as const)
        if (role === 'official' || index % 2 === 0)
          await store.people.addRole({ personId: id, unitId: unitIds[place] ?? '', role }, at)
  }
  const id = (index: number) => ids[index] ?? ''
  const days = { from: '2024-03-01', to: '2024-05-01', by: id(0), at }
  for (const personId of away.map(id))
    await store.absences.add({ ...days, personId, standInId: null, state: 'alone', reason: 'maternity' })
  for (const [one, other, place] of lent) {
    const agreed = { personId: id(one), standInId: id(other), state: 'agreed' as const, reason: 'trip' as const }
    const absenceId = await store.absences.add({ ...days, ...agreed })
    const role = { personId: id(other), unitId: unitIds[place] ?? '', role: 'head' as const }
    await store.absences.lend({ absenceId, ...role }, at)
  }
  for (const personId of who.gone.map(id)) await store.people.leave(personId, at)
  for (const personId of who.shared.map(id)) await store.sharedAccounts.mark(personId, at)
  return { unitIds, ids }
}

async function addPlans(store: Store, { plans }: World, unitIds: string[]) {
  const seeded: { planId: string; deadlineId: string; kind: DeadlineKind; comesRound: boolean }[] = []
  for (const [index, { kind, comesRound, bound, ends }] of plans.entries()) {
    const deadline = { kind, ...(comesRound && quarterly) }
    const plan = await seedPlan(store, { shortName: `đợt ${index}`, draft: { number: `${index}/KH` }, deadline })
    const audience = bound.map(([place, subject]) => ({ unitId: unitIds[place] ?? '', subject }))
    await store.plans.bind({ id: plan.deadlineId, audience, by: null, at })
    if (ends && index === 0) await store.plans.end({ planId: plan.planId, status: 'closed', by: null, at })
    seeded.push({ ...plan, kind, comesRound })
  }
  return seeded
}

async function record(store: Store, { papers, done, extended, people }: World, made: Made): Promise<void> {
  const subjectOf = ({ who, subject }: { who: number; subject: 'unit' | 'person' }) => ({
    unitId: made.unitIds[people[who]?.[0] ?? 0] ?? '',
    personId: subject === 'person' ? (made.ids[who] ?? '') : null,
  })
  const by = made.ids[0] ?? ''
  for (const one of papers) {
    const { planId, deadlineId, kind, comesRound } = made.plans[one.plan] as Made['plans'][number]
    const paper = { planId, by, state: one.state as 'waiting', ...subjectOf(one) }
    // The same content or the same deadline a second time is refused.
    if (kind === 'registration')
      await seedRegistration(store, { ...paper, ...(one.named && { deadlineId }) }).catch(() => null)
    if (kind === 'report' && !comesRound)
      await seedReport(store, { ...paper, deadlineId, proposals: [] }).catch(() => null)
  }
  for (const one of done) {
    const { deadlineId } = made.plans[one.plan] as Made['plans'][number]
    const { unitId, personId } = subjectOf(one)
    const bound = { deadlineId, subject: one.subject, subjectId: personId ?? unitId, round: one.round }
    await store.reminders.fulfil(bound, by, at, 'reported')
  }
  for (const { plan, place } of extended) {
    const { deadlineId } = made.plans[plan] as Made['plans'][number]
    const agreed = { agreedBy: 'Chủ tịch', agreedOn: today, via: 'phone' as const, by, at }
    await store.extensions.add({ deadlineId, unitId: made.unitIds[place] ?? '', lastDay: '2024-04-20', ...agreed })
  }
}
type Made = { unitIds: string[]; ids: string[]; plans: Awaited<ReturnType<typeof addPlans>> }

const shown = (all: Iterable<Owed>) =>
  Array.from(all, (one) =>
    [one.deadlineId, one.round, one.personId, one.unitId, one.unitRelation, one.kind]
      .concat([`${one.revision}`, one.lastDay, one.opens ?? null, `${one.away ?? false}`])
      .join(' '),
  ).sort()

test('a morning reads the very obligations that are found open, whatever the office and its records', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const database = await openDatabase(sqliteDialect(':memory:'))
      const { store } = database
      const office = await addOffice(store, one)
      const plans = await addPlans(store, one, office.unitIds)
      await record(store, one, { ...office, plans })
      const deadlineIds = plans.map(({ deadlineId }) => deadlineId)
      const found = (await store.obligations.find({ deadlineIds, today })).filter(isOpen)
      const open = await store.obligations.open(deadlineIds, today)
      expect(shown(open)).toEqual(shown(found))
      most = Math.max(most, found.length)
      await database.close()
    }),
    { numRuns: 60 },
  )
  expect(most).toBeGreaterThan(15)
}, 60_000)
