import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { onEventDay, waitForSameDay } from '../../src/domain/event-day.ts'
import type { Deadline } from '../../src/domain/plan.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { seedRegistration } from '../store/seed-registration.ts'

let office: Office
let admin: Speaker
let an: Speaker
let other: Speaker
let roomId: string

const commune = 'UBND xã Ea Mẫu'
const room = 'Phòng Văn hóa - Xã hội xã'

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-25T08:00:00+07:00' })
  admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin' })
  an = await office.person('Nguyễn Văn An', { unit: room, parent: commune })
  other = await office.person('Hoàng Văn Dũng', { unit: 'Phòng Kinh tế', parent: commune })
  roomId = (await office.database.store.units.all()).find(({ name }) => name === room)?.id ?? ''
})
afterEach(() => office.close())

async function bind(deadline: Partial<Deadline> = {}) {
  const { store } = office.database
  const seeded = await seedPlan(store, { unitIds: [roomId], deadline })
  await store.plans.bind({ id: seeded.deadlineId, audience: [{ unitId: roomId, subject: 'person' }], by: null, at: 0 })
  return seeded
}

async function at(when: string) {
  await office.moveTo(`${when}:00+07:00`)
  return an.hears()
}

/** The morning's message of the 2nd waits until two in the afternoon. */
async function waitUntilAfternoon() {
  const seeded = await bind()
  await office.database.store.reminders.choose(an.id, { quiet: false, hour: '14:00' })
  await at('2024-04-02T10:00')
  expect((await office.database.store.outbox.byKey(`reminder:2024-04-02:${an.id}`))?.state).toBe('waiting')
  return seeded
}

const fate = async () => (await office.database.store.outbox.byKey(`reminder:2024-04-02:${an.id}`))?.state

describe('a message that waits follows what happens before it is sent', () => {
  test('a plan withdrawn: it is dropped', async () => {
    const { planId } = await waitUntilAfternoon()
    await office.database.store.plans.end({ planId, status: 'withdrawn', by: admin.id, at: office.clock.now() })
    expect(await at('2024-04-02T18:00')).toEqual([])
    expect(await fate()).toBe('dropped')
  })

  test('a deadline moved in the chat: the old word is dropped, the new day is told first, only to those concerned', async () => {
    await waitUntilAfternoon()
    await other.hears()
    await admin.says('/kehoach 120 năm')
    for (const label of ['Quản lý', 'Sửa thời hạn', 'Mốc 1']) await admin.presses(label)
    await admin.says('trước 20/4/2024')
    await admin.presses('Bỏ qua')
    await admin.presses('Áp dụng')
    const [news, ...more] = await an.hears()
    expect(more).toEqual([])
    expect(news?.text.split('\n').slice(0, 2)).toEqual([
      'Thời hạn đăng ký thi đua 120 năm thành lập tỉnh được gia hạn: trước ngày 20/04/2024, gửi chậm nhất thứ Sáu 19/04.',
      'Thời hạn cũ: trước ngày 10/04.',
    ])
    expect(await other.hears()).toEqual([])
    expect(await at('2024-04-02T18:00')).toEqual([])
    expect(await fate()).toBe('dropped')
    // Fourteen days before the new last day: the ladder has begun anew.
    expect((await at('2024-04-05T18:00')).map(({ text }) => text.slice(0, 11))).toEqual(['Còn 14 ngày'])
  })

  test('somebody who leaves the unit: it is dropped, and whoever comes hears from the next morning on', async () => {
    await waitUntilAfternoon()
    const { store } = office.database
    await store.people.endRole({ personId: an.id, unitId: roomId, role: 'official' })
    await store.people.addRole({ personId: other.id, unitId: roomId, role: 'official' }, office.clock.now())
    expect(await at('2024-04-05T18:00')).toEqual([])
    expect((await other.hears()).map(({ text }) => text.slice(0, 10))).toEqual(['Còn 4 ngày'])
  })

  test('a registration sent in the meantime: it is dropped', async () => {
    const { planId } = await waitUntilAfternoon()
    await seedRegistration(office.database.store, { planId, unitId: roomId, personId: an.id, by: an.id })
    expect(await at('2024-04-02T18:00')).toEqual([])
    expect(await fate()).toBe('dropped')
  })
})

describe('a deadline that hangs on an event', () => {
  const event = 'khi tổ chức thành công Đại hội'
  const undated = { on: null, lastDay: null, precision: 'event' as const, event }
  const before = (days: number, working = false) => ({ days, working, from: 'event' as const })
  const calendar = officeCalendar()

  // biome-ignore format: a table keeps its columns
  const cases: [string, Partial<Deadline>, string, string | null][] = [
    ['on its day',                        { relation: null },                          '2024-09-12', '2024-09-12'],
    ['ten days before it',                { offset: before(-10), relation: 'by' },     '2024-09-12', '2024-09-02'],
    ['before the fifth day after it',     { offset: before(5), relation: 'before' },   '2024-09-12', '2024-09-16'],
    ['five working days before it',       { offset: before(-5, true), relation: 'by' },'2024-09-12', '2024-09-05'],
    ['five working days before, over a holiday', { offset: before(-5, true), relation: 'by' }, '2024-09-06', '2024-08-28'],
    ['three working days after a Friday', { offset: before(3, true), relation: 'by' }, '2024-09-13', '2024-09-18'],
  ]
  test.each(cases)('%s', (_, change, eventDay, lastDay) =>
    expect(onEventDay(deadlineWith({ ...undated, ...change }), eventDay, calendar).lastDay).toBe(lastDay),
  )

  test('others of the same event are known by its words', () => {
    const one = deadlineWith(undated)
    expect(
      waitForSameDay(one, deadlineWith({ ...undated, event: 'Khi tổ chức thành công Đại hội', offset: before(-3) })),
    ).toBe(true)
    expect(waitForSameDay(one, deadlineWith({ ...undated, event: 'khi tổng kết' }))).toBe(false)
    expect(waitForSameDay(one, deadlineWith({ ...undated, on: '2024-09-01' }))).toBe(false)
  })

  test('its day is entered on the plan’s card: those concerned are told, and the ladder follows', async () => {
    await bind({ ...undated, kind: 'report', relation: 'by', offset: before(-5, true) })
    expect(await at('2024-04-02T10:00')).toEqual([])
    await admin.says('/kehoach 120 năm')
    for (const label of ['Quản lý', 'Nhập ngày']) await admin.presses(label)
    await admin.presses('Mốc 1')
    await admin.says('19/4/2024')
    await admin.presses('Bỏ qua')
    await admin.presses('Áp dụng')
    expect((await an.hears())[0]?.text.split('\n')[0]).toMatch(/chậm nhất ngày 11\/04\/2024, thứ Năm/)
    expect((await at('2024-04-04T18:00')).map(({ text }) => text.slice(0, 10))).toEqual(['Còn 7 ngày'])
  })
})

describe('what has no day but a stretch', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, Partial<Deadline>, string, string, string[]][] = [
    ['a month',     { precision: 'month', on: '2024-04-30', lastDay: '2024-04-30' },     '2024-04-10', '2024-05-04', ['04-16', '04-23', '04-26', '05-02']],
    ['a quarter',   { precision: 'quarter', on: '2024-06-30', lastDay: '2024-06-30' },   '2024-06-10', '2024-07-02', ['06-14', '06-21', '06-27', '06-28', '07-01']],
    ['half a year', { precision: 'half_year', on: '2024-06-30', lastDay: '2024-06-30' }, '2024-06-10', '2024-07-02', ['06-14', '06-21', '06-27', '06-28', '07-01']],
  ]
  test.each(cases)('%s is reminded of before its last working day', async (_, change, from, to, expected) => {
    await bind({ kind: 'other', relation: 'during', ...change })
    await at(`${from}T18:00`)
    const heard: string[] = []
    for (let day = from; day <= to; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))
      for (const _ of await at(`${day}T18:00`)) heard.push(day.slice(5))
    expect(heard).toEqual(expected)
  })
})
