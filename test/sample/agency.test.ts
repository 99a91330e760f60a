import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencyKey, agencySchema } from '../../src/domain/agency.ts'
import { roles } from '../../src/domain/person.ts'
import { approversOf, leavesNoAdmin } from '../../src/domain/rights.ts'
import { childrenOf, rootOf, treeOrder } from '../../src/domain/unit-tree.ts'
import { loadSampleAgency } from '../../src/sample/agency.ts'
import { demoPeople, sampleAgency } from '../../src/sample/agency-data.ts'
import { lacksAdmin } from '../../src/setup-code.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  await database.transaction((store) => loadSampleAgency(store, 1))
})
afterAll(() => database.close())

test('an agency of six units with people in all four roles', async () => {
  const { store } = database
  const units = await store.units.all()
  expect(childrenOf(units, rootOf(units)?.id ?? '')).toHaveLength(6)
  expect(treeOrder(units)[0]?.unit.name).toBe(sampleAgency.name)
  expect(await store.settings.get(agencyKey, agencySchema)).toEqual(sampleAgency)
  const held = new Set((await store.people.memberships()).map(({ role }) => role))
  expect([...held].sort()).toEqual([...roles].sort())
  expect(await lacksAdmin(store)).toBe(false)
})

test('the three of the demo: the official’s paper goes to the head, and the admin is there', async () => {
  const { store } = database
  const office = { units: await store.units.all(), memberships: await store.people.memberships() }
  const official = await store.members.byId(demoPeople.official)
  const unitId = official?.memberships[0]?.unitId ?? ''
  expect(approversOf({ unitId, own: [demoPeople.official] }, office).personIds).toEqual([demoPeople.head])
  const admin = office.memberships.filter(({ personId, role }) => personId === demoPeople.admin && role === 'admin')
  expect(leavesNoAdmin(admin, office)).toBe(true)
})
