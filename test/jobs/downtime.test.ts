import { afterEach, expect, test } from 'vitest'
import { instantFrom } from '../../src/domain/day.ts'
import { type Office, openOffice } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
afterEach(() => office.close())

test('what could not go out on its day is recorded so, and the next morning’s process says the newest that applies, once', async () => {
  office = await openOffice({ now: '2024-03-28T08:00:00+07:00' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế' })
  await seedPlan(office.database.store)
  office.channel.fail(lan.chat, { state: 'retry', afterMs: 86_400_000, reason: '502' })
  await office.moveTo('2024-04-02T07:30:00+07:00')
  expect(await lan.hears()).toEqual([])
  const lost = await office.database.store.outbox.byKey(`reminder:2024-04-02:${lan.id}`)
  expect(lost).toMatchObject({ state: 'waiting', outcome: '502' })

  // Nobody runs the program until the next day.
  office.clock.set(instantFrom('2024-04-03T08:00:00+07:00') as number)
  await office.restart()
  expect((await lan.hears()).map(({ text }) => text)).toEqual([expect.stringContaining('Còn 6 ngày')])
  expect(await office.database.store.outbox.byKey(lost?.key ?? '')).toMatchObject({
    ...{ state: 'dropped', outcome: 'expired' },
  })
  await office.moveTo('2024-04-04T08:00:00+07:00')
  expect(await lan.hears()).toEqual([])
})
