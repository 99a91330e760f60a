import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AudienceMember } from '../../src/domain/audience.ts'
import type { Role } from '../../src/domain/person.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { seedPlan } from './seed-plan.ts'

const at = Date.UTC(2024, 2, 27, 2, 12)
let database: Database
let store: Store
let ids: Record<'xa' | 'phong' | 'an' | 'truong' | 'admin', string>
let plan: { planId: string; deadlineId: string }

async function addPerson(name: string, unitId: string, role: Role): Promise<string> {
  const id = await store.people.add({ name, position: '', language: 'vi' })
  await store.people.addRole({ personId: id, unitId, role }, at)
  return id
}

const bind = (...audience: AudienceMember[]) => store.plans.bind({ id: plan.deadlineId, audience, by: null, at })

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  store = database.store
  const xa = await store.units.add({ parentId: null, name: 'UBND xã', relation: 'subordinate' })
  const phong = await store.units.add({ parentId: xa, name: 'Phòng Kinh tế', relation: 'subordinate' })
  ids = {
    ...{ xa, phong },
    an: await addPerson('Nguyễn Văn An', phong, 'official'),
    truong: await addPerson('Đỗ Văn Thành', phong, 'head'),
    admin: await addPerson('Lê Thị Hạnh', xa, 'admin'),
  }
  plan = await seedPlan(store, { unitIds: [phong] })
})
afterEach(() => database.close())

const found = async (filter: Parameters<Store['obligations']['find']>[0] = {}) =>
  (await store.obligations.find(filter)).map(({ subject, personId, state }) => `${personId ?? subject} ${state}`)

const item = { contentSection: 'II.1', content: 'Cải cách hành chính', work: 'Một cửa', target: null, finishDay: null }

function register(subject: 'unit' | 'person', personId: string | null) {
  const body = {
    items: [item],
    people: [],
    note: null,
    commendation: null,
    title: null,
    shape: 'campaign' as const,
    initiative: null,
    attachments: [],
  }
  const about = { planId: plan.planId, deadlineId: plan.deadlineId, subject, personId, unitId: ids.phong }
  return store.registrations.submit({
    ...about,
    ...{ draftId: `${subject} ${personId}`, by: ids.truong, body, late: false, lateReason: null, at, year: 2024 },
  })
}

test('a unit and each person of it are bound apart', async () => {
  expect(await found()).toEqual([`${ids.an} open`, `${ids.truong} open`, 'unit open'])
})

test("a unit's registration does not meet a person's, nor the other way", async () => {
  await register('unit', null)
  expect(await found()).toEqual([`${ids.an} open`, `${ids.truong} open`, 'unit waiting'])
  await register('person', ids.an)
  expect(await found()).toEqual([`${ids.an} waiting`, `${ids.truong} open`, 'unit waiting'])
})

describe('a registration that ended is as none', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, 'return' | 'withdraw', 'returned' | 'withdrawn', string][] = [
    ['returned for completion', 'return',   'returned',  'returned'],
    ['withdrawn',               'withdraw', 'withdrawn', 'open'],
  ]
  test.each(cases)('%s', async (_, action, to, expected) => {
    const sent = await register('person', ids.an)
    const id = sent.ok ? sent.registration.id : ''
    const seen = { state: 'waiting' as const, version: 1 }
    await store.registrations.move({ id, seen, action, to, by: ids.truong, at, reason: 'chỉ tiêu chưa có số' })
    expect(await found({ personId: ids.an })).toEqual([`${ids.an} ${expected}`])
  })
})

test('who asks hears of their own, and of units whose papers they draw up', async () => {
  expect(await found({ personId: ids.an })).toEqual([`${ids.an} open`])
  expect(await found({ personId: ids.truong })).toEqual([`${ids.truong} open`, 'unit open'])
  expect(await found({ personId: ids.admin })).toEqual([])
})

test('reported and received outside a registration', async () => {
  const bound = { deadlineId: plan.deadlineId, subject: 'person' as const, subjectId: ids.an }
  await store.reminders.fulfil(bound, ids.an, at, 'reported')
  expect(await found({ personId: ids.an })).toEqual([`${ids.an} reported`])
  await store.reminders.fulfil(bound, ids.admin, at, 'received')
  expect(await found({ personId: ids.an })).toEqual([`${ids.an} received`])
  await store.reminders.reopen(bound)
  expect(await found({ personId: ids.an })).toEqual([`${ids.an} open`])
})

test('somebody bound through two units, or by two roles, is bound once', async () => {
  await store.people.addRole({ personId: ids.an, unitId: ids.xa, role: 'official' }, at)
  await store.people.addRole({ personId: ids.an, unitId: ids.phong, role: 'clerk' }, at)
  await bind({ unitId: ids.xa, subject: 'person' }, { unitId: ids.phong, subject: 'person' })
  const people = (await store.obligations.find({})).map(({ personId }) => personId)
  expect(people.sort()).toEqual([ids.an, ids.truong, ids.admin].sort())
})

test('a role lent to a stand-in binds nobody as a person of the unit', async () => {
  const other = await store.units.add({ parentId: ids.xa, name: 'Phòng Văn hóa', relation: 'subordinate' })
  const standIn = await addPerson('Trần Thị Bình', other, 'official')
  const days = { from: '2024-03-20', to: '2024-04-20', reason: 'trip' as const }
  const who = { personId: ids.truong, standInId: standIn, state: 'agreed' as const }
  const absenceId = await store.absences.add({ ...who, ...days, by: ids.truong, at })
  await store.absences.lend({ absenceId, personId: standIn, unitId: ids.phong, role: 'head' }, at)
  await bind({ unitId: ids.phong, subject: 'unit' }, { unitId: ids.phong, subject: 'person' })
  expect(await found()).not.toContain(`${standIn} open`)
  expect(await found({ personId: standIn })).toEqual(['unit open'])
})

test('people who left, plans out of force and other days are not asked for', async () => {
  await bind({ unitId: ids.phong, subject: 'person' })
  expect(await found({ lastDay: { from: '2024-04-09', to: '2024-04-09' } })).toHaveLength(2)
  expect(await found({ lastDay: { from: '2024-04-10', to: '2024-05-10' } })).toEqual([])
  expect(await found({ unitIds: [] })).toEqual([])
  await store.people.leave(ids.an, at)
  expect(await found()).toEqual([`${ids.truong} open`])
  await store.plans.end({ planId: plan.planId, status: 'closed', by: null, at })
  expect(await found()).toEqual([])
})
