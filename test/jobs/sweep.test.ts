import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'

let office: Office
let lan: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế' })
})
afterEach(() => office.close())

const dayMs = 86_400_000

test('a month after it ended a task is forgotten at night; one that has not ended stays', async () => {
  const { tasks, accounts } = office.database.store
  const [account] = await accounts.ofPerson(lan.id)
  const add = async (at: number) => tasks.add({ accountId: account?.id ?? '', kind: 'none', payload: {}, at })
  const now = office.clock.now()
  const [ended, waits, recent] = [await add(now - 10 * dayMs), await add(now - 10 * dayMs), await add(now + 10 * dayMs)]
  for (const id of [ended, recent]) await tasks.end(id, 'done')
  // A worker has it in hand: its lease is far from over.
  await tasks.claim(systemClock.now(), dayMs)
  await office.moveTo('2024-04-20T08:00:00+07:00')
  expect(await tasks.byId(ended)).toBeUndefined()
  expect(await tasks.byId(waits)).toMatchObject({ state: 'running' })
  expect(await tasks.byId(recent)).toMatchObject({ state: 'done' })
})
