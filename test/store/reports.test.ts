import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { seedPlan } from './seed-plan.ts'

const at = Date.UTC(2024, 9, 14)
let database: Database
let store: Store
let ids: { unit: string; an: string; binh: string; plan: string; deadline: string }

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  store = database.store
  const unit = await store.units.add({ parentId: null, name: 'UBND xã', relation: 'subordinate' })
  const an = await store.people.add({ name: 'Nguyễn Văn An', position: '', language: 'vi' })
  const binh = await store.people.add({ name: 'Trần Thị Bình', position: '', language: 'vi' })
  const { planId, deadlineId } = await seedPlan(store)
  ids = { unit, an, binh, plan: planId, deadline: deadlineId }
})
afterEach(() => database.close())

const line = {
  ...{ contentSection: null, content: 'Cải cách hành chính', work: '', target: null, finishDay: null },
  ...{ result: { value: null, unit: null, text: 'Đã xong' }, account: '', evidence: [] },
}
const body = {
  ...{ items: [line], closing: null, proposals: [], registrations: [] },
  assessment: { difficulties: '', causes: '', proposals: '' },
}
const submit = (draftId: string, round: string | null = null, personId = ids.an) =>
  store.reports.submit({
    ...{ planId: ids.plan, deadlineId: ids.deadline, round, subject: 'person', unitId: ids.unit, personId },
    ...{ draftId, by: personId, at, year: 2024, body, late: false, lateReason: null },
  })
const sent = async (...given: Parameters<typeof submit>) => {
  const found = await submit(...given)
  if (!found.ok) throw new Error(`taken: ${found.taken.code}`)
  return found.report
}

test('the same draft twice is one report', async () => {
  const first = await sent('draft')
  expect(await submit('draft')).toMatchObject({ ok: true, again: true, report: { id: first.id } })
})

test('one deadline takes one report of a person; another round and another person have their own', async () => {
  const first = await sent('one')
  expect(await submit('two')).toMatchObject({ ok: false, taken: { code: first.code } })
  expect((await sent('three', '2024-Q1')).code).toBe('BC-2024-0002')
  expect((await sent('four', null, ids.binh)).code).toBe('BC-2024-0003')
})

test('codes of reports and registrations count apart', async () => {
  expect((await sent('one')).code).toBe('BC-2024-0001')
  expect(await store.registrations.byCode('DK-2024-0001')).toBeNull()
})

test('withdrawn, it lets go of its deadline', async () => {
  const report = await sent('one')
  await store.reports.move({ id: report.id, seen: report, action: 'withdraw', to: 'withdrawn', by: ids.an, at })
  expect((await sent('two')).code).toBe('BC-2024-0002')
})

test('who comes second gets nothing, and nothing is written twice', async () => {
  const report = await sent('one')
  const move = { id: report.id, seen: report, action: 'approve' as const, to: 'approved' as const, by: ids.binh, at }
  expect(await store.reports.move(move)).toMatchObject({ state: 'approved', decidedBy: ids.binh })
  expect(await store.reports.move(move)).toBeNull()
  expect((await store.audit.about(`report:${report.id}`)).map(({ action }) => action)).toEqual([
    'report.submit',
    'report.approve',
  ])
})

test('every version is kept, and a new one wants its paper anew', async () => {
  const report = await sent('one')
  const arrival = { number: '15', day: '2024-10-11', scan: null }
  await store.reports.setPaper({ id: report.id, paper: 'received', arrival, by: ids.binh, at })
  expect(await store.reports.byId(report.id)).toMatchObject({ paper: 'received', arrival })
  const items = [{ ...line, account: 'Thêm diễn giải' }]
  const revised = await store.reports.revise({ id: report.id, seen: report, body: { ...body, items }, by: ids.an, at })
  expect(revised).toMatchObject({ version: 2, paper: 'none', arrival: null, body: { items } })
  expect((await store.reports.versions(report.id)).map((one) => JSON.parse(one.body).items[0].account)).toEqual([
    '',
    'Thêm diễn giải',
  ])
})
