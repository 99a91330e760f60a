import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStores, type Stores } from '../src/open-stores.ts'
import type { AccountRow } from '../src/store/schema.ts'
import { storeWorks } from '../src/store-works.ts'
import type { Took } from '../src/work-apart.ts'
import { dataFolder } from './drills/program.ts'
import { readWorkbook } from './papers/read-workbook.ts'
import { seedPlan } from './store/seed-plan.ts'
import { seedRegistration } from './store/seed-registration.ts'

const now = Date.UTC(2024, 2, 27, 2)
let folder: Awaited<ReturnType<typeof dataFolder>>
let stores: Stores
let works: ReturnType<typeof storeWorks>
let took: Took[] = []
let planId: string
let account: AccountRow
beforeEach(async () => {
  folder = await dataFolder()
  const [databaseFile, filesDir] = [join(folder.folder, 'bot.sqlite'), join(folder.folder, 'files')]
  const keyedFile = join(folder.folder, 'keyed.sqlite')
  stores = await openStores({ dataDir: folder.folder, databaseFile, keyedFile, filesDir })
  took = []
  works = storeWorks({
    ...{ databaseFile, filesDir, zone: 'Asia/Ho_Chi_Minh', clock: { now: () => now } },
    ended: (of) => void took.push(of),
  })
  const { store } = stores.database
  const unitId = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
  const people: string[] = []
  for (const name of ['Trần Thị Bình', 'Nguyễn Thị Ơ']) {
    people.push(await store.people.add({ name, position: 'Công chức', language: 'vi' }))
    await store.people.addRole({ personId: people.at(-1) ?? '', unitId, role: 'admin' }, now)
  }
  const [admin = '', other = ''] = people
  const plan = await seedPlan(store)
  planId = plan.planId
  await seedRegistration(store, { ...plan, unitId, personId: other, by: other, state: 'received' })
  await seedRegistration(store, { ...plan, unitId, personId: null, by: other })
  account = { person_id: admin } as AccountRow
})
afterEach(async () => {
  await stores.close()
  await folder.remove()
})

const job = { signal: new AbortController().signal, report: () => {} }

test('another process adds up what this one has written, and keeps the files where this one finds them', async () => {
  const made = (await works.aggregate({ planId }, account, job)) as {
    ok: true
    file: { hash: string }
    total: { registrations: number; received: number }
  }
  expect(made).toMatchObject({ ok: true, total: { registrations: 2, received: 1 } })
  const sheets = await readWorkbook((await stores.files.bytes(made.file.hash)) ?? new Uint8Array())
  expect(sheets['Theo cá nhân']?.flat()).toContain('Nguyễn Thị Ơ')
  expect(took).toHaveLength(1)
  expect(took[0]?.mostMb).toBeLessThan(300)
})

test('rights are those of the one who asked', async () => {
  await expect(works.aggregate({ planId }, { ...account, person_id: null }, job)).resolves.toEqual({
    ...{ ok: false, reason: 'refused' },
  })
  await expect(works.aggregate({ planId: 'gone' }, account, job)).resolves.toEqual({ ok: false, reason: 'gone' })
})

test('the coming year is rehearsed there too', async () => {
  const made = await works.rehearse({ planId }, account, job)
  expect(made).toMatchObject({ ok: true, days: expect.any(Number) })
})

test('what is called off ends', async () => {
  const calling = new AbortController()
  const working = works.aggregate({ planId }, account, { ...job, signal: calling.signal })
  calling.abort()
  await expect(working).rejects.toThrow('ended early (SIGKILL)')
})

test('a bug comes back with its stack', async () => {
  await expect(works.aggregate({ planId: 7 }, account, job)).rejects.toThrow(/planId/)
})
