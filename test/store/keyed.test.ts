import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { sweepKeyed } from '../../src/jobs/sweep-keyed.ts'
import { openDatabase } from '../../src/store/database.ts'
import { type KeyedAreas, openKeyed } from '../../src/store/keyed.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

const hourMs = 3_600_000
let folder: string
let keyed: KeyedAreas
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyed-'))
  keyed = await openKeyed(join(folder, 'keyed.sqlite'))
})
afterEach(async () => {
  await keyed.close()
  await rm(folder, { recursive: true })
})

const all = async (area: string) => {
  const found: unknown[] = []
  for await (const value of keyed.area(area).values()) found.push(value)
  return found
}

test('the night takes out what has expired, in every area, and leaves the rest', async () => {
  await keyed.area('buttons').set('old', 'a', hourMs)
  await keyed.area('drafts').set('old', 'b', hourMs)
  await keyed.area('drafts').set('new', 'c', 100 * hourMs)
  expect(await keyed.sweep(systemClock.now())).toBe(0)
  const later = { now: () => systemClock.now() + 2 * hourMs }
  const database = await openDatabase(sqliteDialect(':memory:'))
  const run = { now: 0, today: '2024-03-06', since: '2024-03-05', calendar: officeCalendar(), zone: 'Asia/Ho_Chi_Minh' }
  await sweepKeyed({ keyed, realClock: later }).job({ ...run, store: database.store })
  await database.close()
  expect([await all('buttons'), await all('drafts')]).toEqual([[], ['c']])
  expect(await keyed.sweep(later.now())).toBe(0)
})
