import { afterEach, beforeEach, expect, test } from 'vitest'
import { lacksAdmin, makeSetupCode } from '../../src/setup-code.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

let database: Database
beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
})
afterEach(() => database.close())

const lan = { name: 'Nguyễn Thị Lan', position: 'Chủ tịch', language: 'vi' } as const
const root = { parentId: null, name: 'UBND xã', relation: 'subordinate' } as const

test('units keep the order of their adding, each below its own', async () => {
  const { units } = database.store
  const top = await units.add(root)
  for (const name of ['Thôn 2', 'Thôn 1']) await units.add({ parentId: top, name, relation: 'coordinating' })
  await units.rename(top, 'Ủy ban nhân dân xã <b>')
  const all = await units.all()
  expect(all.map(({ name, position }) => `${name} ${position}`).sort()).toEqual([
    'Thôn 1 2',
    'Thôn 2 1',
    'Ủy ban nhân dân xã <b> 1',
  ])
  expect(await units.byId(top)).toMatchObject({ parentId: null, relation: 'subordinate' })
})

test('only an empty leaf can be removed', async () => {
  const { units, people, invitations } = database.store
  const top = await units.add(root)
  const leaf = await units.add({ parentId: top, name: 'Thôn 1', relation: 'subordinate' })
  const id = await people.add(lan)
  expect(await units.remove(top)).toBe(false)
  await people.addRole({ personId: id, unitId: leaf, role: 'head' }, 1)
  expect(await units.remove(leaf)).toBe(false)
  await people.endRole({ personId: id, unitId: leaf, role: 'head' })
  await invitations.make({ purpose: 'join', unitId: leaf, role: 'official', createdBy: id }, 100)
  expect(await units.remove(leaf)).toBe(true)
  expect(await units.byId(leaf)).toBeNull()
})

test('a person holds several roles, each once', async () => {
  const { people, units, members } = database.store
  const unitId = await units.add(root)
  const id = await people.add({ id: 'lan', ...lan })
  expect(await people.addRole({ personId: id, unitId, role: 'head' }, 1)).toBe(true)
  expect(await people.addRole({ personId: id, unitId, role: 'head' }, 2)).toBe(false)
  expect(await people.addRole({ personId: id, unitId, role: 'official' }, 3)).toBe(true)
  expect((await members.byId(id))?.memberships.map(({ role }) => role)).toEqual(['head', 'official'])
  expect((await people.ofUnits([unitId])).map(({ name, memberships }) => [name, memberships.length])).toEqual([
    ['Nguyễn Thị Lan', 2],
  ])
  expect(await people.ofUnits([])).toEqual([])
  expect(await people.endRole({ personId: id, unitId, role: 'head' })).toBe(true)
  expect(await people.endRole({ personId: id, unitId, role: 'head' })).toBe(false)
})

test('who leaves holds no role and no channel, and keeps the name on papers', async () => {
  const { people, units, accounts } = database.store
  const unitId = await units.add(root)
  const id = await people.add(lan)
  await people.addRole({ personId: id, unitId, role: 'admin' }, 1)
  const account = await accounts.seen({ channel: 'web', chat: '1', sender: '1', language: null, at: 1 })
  await accounts.link(account.id, id, 1)
  await people.leave(id, 5)
  expect(await people.all()).toEqual([])
  expect(await people.memberships()).toEqual([])
  expect(await accounts.ofPerson(id)).toEqual([])
  expect((await people.byId(id))?.name).toBe('Nguyễn Thị Lan')
})

test('a code is kept as a hash, taken once, and only before its expiry', async () => {
  const { people, units, invitations } = database.store
  const unitId = await units.add(root)
  const one = await people.add(lan)
  const code = await invitations.make({ purpose: 'join', unitId, role: 'head', createdBy: one }, 1000)
  const found = await invitations.find(code.toLowerCase().replace('-', ' '))
  expect(found).toMatchObject({ purpose: 'join', unit_id: unitId, role: 'head', used_at: null })
  expect(JSON.stringify(found)).not.toContain(code)
  const hash = found?.code_hash ?? ''
  expect(await invitations.take(hash, 1000)).toBe(false)
  const takes = await Promise.all([invitations.take(hash, 999), invitations.take(hash, 999)])
  expect(takes.sort()).toEqual([false, true])
  await invitations.credit(hash, one)
  expect((await invitations.find(code))?.used_by).toBe(one)
  expect(await invitations.find('K7QF-2M9P')).toBeNull()
})

test('of the link codes of a person only the newest is good', async () => {
  const { people, invitations } = database.store
  const personId = await people.add(lan)
  const first = await invitations.make({ purpose: 'link', personId }, 1000)
  await invitations.retire({ purpose: 'link', personId }, 10)
  const second = await invitations.make({ purpose: 'link', personId }, 1000)
  expect((await invitations.find(first))?.expires_at).toBe(10)
  expect((await invitations.find(second))?.expires_at).toBe(1000)
})

test('a new setup code ends the one before; a used one of the operator stays used', async () => {
  const { store } = database
  expect(await lacksAdmin(store)).toBe(true)
  const first = await makeSetupCode(store, 10)
  const second = await makeSetupCode(store, 20)
  expect((await store.invitations.find(first))?.expires_at).toBe(20)
  expect((await store.invitations.find(second))?.expires_at).toBeGreaterThan(20)
  await makeSetupCode(store, 30, 'operator-2026')
  const hash = (await store.invitations.find('Operator 2026'))?.code_hash ?? ''
  expect(await store.invitations.take(hash, 40)).toBe(true)
  const another = await makeSetupCode(store, 50, 'operator-2026')
  expect((await store.invitations.find(another))?.used_at).toBeNull()
  expect(await store.invitations.take(hash, 60)).toBe(false)
})
