import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/domain/plan.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
let an: Speaker
let roomId: string

const commune = 'UBND xã Ea Mẫu'
const room = 'Phòng Văn hóa - Xã hội xã'

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-25T08:00:00+07:00' })
  await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin' })
  an = await office.person('Nguyễn Văn An', { unit: room, parent: commune })
  roomId = (await office.database.store.units.all()).find(({ name }) => name === room)?.id ?? ''
})
afterEach(() => office.close())

async function bind(deadline: Partial<Deadline> = {}, shortName = 'thi đua 120 năm thành lập tỉnh') {
  const { store } = office.database
  const seeded = await seedPlan(store, { shortName, unitIds: [roomId], deadline })
  await store.plans.bind({ id: seeded.deadlineId, audience: [{ unitId: roomId, subject: 'person' }], by: null, at: 0 })
  return seeded
}

async function at(when: string) {
  await office.moveTo(`${when}:00+07:00`)
  return an.hears()
}

const received = (deadlineId: string) =>
  office.database.store.reminders.fulfil(
    { deadlineId, subject: 'person', subjectId: an.id },
    an.id,
    office.clock.now(),
    'received',
  )

describe('put off', () => {
  test('for an hour: it comes again then, once', async () => {
    await bind()
    await at('2024-04-02T08:00')
    const [question] = await an.presses('Nhắc lại sau')
    expect(question?.buttons).toEqual(['Sau 1 giờ', 'Ngày mai'])
    const [answer] = await an.presses('Sau 1 giờ')
    expect(answer?.text).toBe('Hệ thống sẽ nhắc lại lúc 09:00 thứ Ba 02/04/2024.')
    expect(await at('2024-04-02T08:59')).toEqual([])
    expect((await at('2024-04-02T09:00'))[0]?.text).toMatch(/^Còn 7 ngày \(5 ngày làm việc\) để đăng ký/)
    expect(await at('2024-04-04T18:00')).toEqual([])
  })

  test('for an hour: nothing comes when it is done meanwhile', async () => {
    const { deadlineId } = await bind()
    await at('2024-04-02T08:00')
    await an.presses('Nhắc lại sau')
    await an.presses('Sau 1 giờ')
    await received(deadlineId)
    expect(await at('2024-04-02T12:00')).toEqual([])
    const { outbox } = office.database.store
    expect(await outbox.nextDueAt(office.clock.now())).toBeNull()
  })

  test('for an hour, and again before it is over: one message, an hour after the second', async () => {
    await bind()
    await at('2024-04-02T08:00')
    await an.presses('Nhắc lại sau')
    await an.presses('Sau 1 giờ')
    await at('2024-04-02T08:20')
    await an.presses('Sau 1 giờ')
    expect(await at('2024-04-02T09:19')).toEqual([])
    expect(await at('2024-04-02T18:00')).toHaveLength(1)
  })

  test('for an hour, then until tomorrow: only tomorrow', async () => {
    await bind()
    await at('2024-04-02T08:00')
    await an.presses('Nhắc lại sau')
    await an.presses('Sau 1 giờ')
    await an.presses('Ngày mai')
    expect(await at('2024-04-02T18:00')).toEqual([])
    expect((await at('2024-04-03T08:00'))[0]?.text).toMatch(/^Còn 6 ngày/)
  })

  test('late in the day an hour is the next working morning', async () => {
    await bind()
    await at('2024-04-05T16:30')
    await an.presses('Nhắc lại sau')
    expect((await an.presses('Sau 1 giờ'))[0]?.text).toBe('Hệ thống sẽ nhắc lại vào sáng thứ Hai 08/04/2024.')
    expect(await at('2024-04-07T18:00')).toEqual([])
    expect(await at('2024-04-08T08:00')).toHaveLength(1)
  })

  test('on a Friday until the next working day', async () => {
    await bind()
    await at('2024-04-05T08:00')
    expect((await an.presses('Nhắc lại sau'))[0]?.buttons).toEqual(['Sau 1 giờ', 'Ngày làm việc tới'])
    await an.presses('Ngày làm việc tới')
    expect(await at('2024-04-08T08:00')).toHaveLength(1)
  })

  test('never past the last safe day', async () => {
    await bind()
    await at('2024-04-09T08:00')
    expect((await an.presses('Nhắc lại sau'))[0]?.buttons).toEqual(['Sau 1 giờ'])
    await at('2024-04-09T16:30')
    expect((await an.presses('Nhắc lại sau'))[0]?.text).toMatch(/^Hôm nay là ngày cuối, không lùi tin nhắc thêm được/)
    expect((await an.presses('Sau 1 giờ'))[0]?.text).toMatch(/^Hôm nay là ngày cuối/)
  })

  test('quiet that was asked for gives way where the deadline comes nearer', async () => {
    const { deadlineId } = await bind({ on: '2024-04-30', lastDay: '2024-04-29' })
    const { store } = office.database
    await store.reminders.pause({ personId: an.id, deadlineId, round: null, untilDay: '2024-04-12' })
    const was = await store.plans.deadlineById(deadlineId)
    const nearer = { ...(was?.deadline as Deadline), on: '2024-04-10', lastDay: '2024-04-09' }
    await store.plans.correctDeadline({ id: deadlineId, deadline: nearer, basis: null, by: null, at: 0 })
    expect(await at('2024-04-08T18:00')).toEqual([])
    expect((await at('2024-04-09T08:00'))[0]?.text).toMatch(/^Hôm nay là ngày cuối/)
  })

  test('all of a list at once', async () => {
    await bind()
    await bind({}, 'phong trào nông thôn mới')
    await at('2024-04-02T08:00')
    await an.presses('Nhắc lại sau')
    await an.presses('Sau 1 giờ')
    expect((await at('2024-04-02T09:00'))[0]?.text).toMatch(/^Hôm nay, thứ Ba 02\/04\/2024, đồng chí có 2 việc/)
  })
})

describe('a deadline that ends at an hour', () => {
  const until16 = { on: '2024-04-10', lastDay: '2024-04-10', time: '16:00' }

  test('is told in the morning of its day with the hour, and overdue on the next working day', async () => {
    await bind(until16)
    await at('2024-04-10T07:29')
    const [told] = await at('2024-04-10T07:31')
    expect(told?.text.split('\n')[0]).toBe(
      'Hôm nay là ngày cuối để đăng ký thi đua 120 năm thành lập tỉnh: trước 16:00 ngày 10/04/2024, gửi chậm nhất hôm nay, thứ Tư 10/04.',
    )
    expect(await at('2024-04-10T18:00')).toEqual([])
    expect((await at('2024-04-11T08:00'))[0]?.text).toMatch(/^⚠ Đã qua thời hạn đăng ký/)
  })

  test('a reminder that comes only after the hour does not say that there is time', async () => {
    await bind(until16)
    await at('2024-04-09T18:00')
    office.clock.set(Date.parse('2024-04-10T16:20:00+07:00'))
    await office.restart()
    expect((await an.hears()).map(({ text }) => text.slice(0, 18))).toEqual(['⚠ Đã qua thời hạn '])
    // Told once: not over again the next morning.
    expect(await at('2024-04-12T18:00')).toEqual([])
  })

  test('it is told when the office opens, whatever hour was chosen', async () => {
    await bind(until16)
    await office.database.store.reminders.choose(an.id, { quiet: false, hour: '15:00' })
    await at('2024-04-08T18:00')
    expect(await at('2024-04-09T14:59')).toEqual([])
    expect(await at('2024-04-09T15:00')).toHaveLength(1)
    expect(await at('2024-04-10T07:31')).toHaveLength(1)
  })
})
