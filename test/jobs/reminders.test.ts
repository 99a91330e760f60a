import { afterEach, describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { addDays, instantFrom } from '../../src/domain/day.ts'
import type { Deadline } from '../../src/domain/plan.ts'
import { queueReminders } from '../../src/jobs/reminders.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
afterEach(() => office.close())

const commune = 'UBND xã Ea Mẫu'
const room = 'Phòng Văn hóa - Xã hội xã'

/** A commune: its admin, and a room with a head and two officials. */
async function openCommune(now = '2024-03-01T06:00:00+07:00') {
  office = await openOffice({ now })
  const admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin', position: 'Công chức Văn phòng' })
  const inRoom = { unit: room, parent: commune }
  const head = await office.person('Vũ Thị Ngọc', { ...inRoom, role: 'head', position: 'Trưởng phòng' })
  const an = await office.person('Nguyễn Văn An', { ...inRoom, position: 'Công chức' })
  const binh = await office.person('Trần Thị Bình', { ...inRoom, position: 'Công chức' })
  const units = await office.database.store.units.all()
  return { admin, head, an, binh, roomId: units.find(({ name }) => name === room)?.id ?? '' }
}

/** Publishes the commune's plan; its deadline binds each person of the room. */
async function bindPeople(roomId: string, deadline: Partial<Deadline> = {}) {
  const { store } = office.database
  const seeded = await seedPlan(store, { unitIds: [roomId], deadline })
  await store.plans.bind({ id: seeded.deadlineId, audience: [{ unitId: roomId, subject: 'person' }], by: null, at: 0 })
  return seeded
}

/** Lives day after day, to six in the evening; gives the days on which each heard something, with the first words of each message. */
async function live(speakers: Record<string, Speaker>, from: string, to: string) {
  const heard: Record<string, string[]> = Object.fromEntries(Object.keys(speakers).map((name) => [name, []]))
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await office.moveTo(`${day}T18:00:00+07:00`)
    for (const [name, speaker] of Object.entries(speakers))
      for (const { text } of await speaker.hears()) heard[name]?.push(`${day.slice(5)} ${text.slice(0, 24)}`)
  }
  return heard
}

/** What somebody hears at the opening of a day. */
async function onMorning(speaker: Speaker, day: string) {
  await office.moveTo(`${day}T07:29:00+07:00`)
  await speaker.hears()
  await office.moveTo(`${day}T07:31:00+07:00`)
  return speaker.hears()
}

const markReceived = (deadlineId: string, person: Speaker, by: Speaker) =>
  office.database.store.reminders.fulfil(
    { deadlineId, subject: 'person', subjectId: person.id },
    by.id,
    office.clock.now(),
    'received',
  )

test('from March to November each hears the ladder on its working mornings, and nothing after it is done', async () => {
  const { admin, head, an, binh, roomId } = await openCommune()
  const { deadlineId } = await bindPeople(roomId)
  const speakers = { an, binh }
  const before = await live(speakers, '2024-03-01', '2024-04-03')
  await markReceived(deadlineId, binh, admin)
  const middle = await live(speakers, '2024-04-04', '2024-04-07')
  await office.restart()
  const after = await live(speakers, '2024-04-08', '2024-11-30')

  expect([...(before.an ?? []), ...(middle.an ?? []), ...(after.an ?? [])]).toEqual([
    '03-26 Còn 14 ngày (10 ngày làm',
    '04-02 Còn 7 ngày (5 ngày làm v',
    '04-05 Còn 4 ngày (2 ngày làm v',
    '04-08 Còn 1 ngày (1 ngày làm v',
    '04-09 Hôm nay là ngày cuối để ',
    '04-10 ⚠ Đã qua thời hạn đăng k',
  ])
  expect([...(before.binh ?? []), ...(middle.binh ?? []), ...(after.binh ?? [])]).toEqual([
    '03-26 Còn 14 ngày (10 ngày làm',
    '04-02 Còn 7 ngày (5 ngày làm v',
  ])
  const last = (await office.database.store.outbox.byKey(`reminder:2024-04-08:${head.id}`))?.state
  expect(last).toBe('sent')
})

test('after registering in the chat nothing comes, until the head asks for completion', async () => {
  const { head, an, binh, roomId } = await openCommune('2024-03-27T08:00:00+07:00')
  await bindPeople(roomId)
  for (const words of ['/dangky', '1']) await an.says(words)
  const [half] = await onMorning(an, '2024-04-02')
  expect(half?.text.split('\n')[1]).toMatch(
    /^Hệ thống chưa ghi nhận đăng ký của đồng chí; bản nháp đang ở bước \d\/\d\.$/,
  )
  expect(half?.buttons[0]).toBe('Làm tiếp')

  await an.presses('Làm tiếp')
  await an.presses('Tiếp tục')
  for (const words of ['Rút ngắn thời gian giải quyết hồ sơ', '100% hồ sơ đúng hạn', '30/9']) await an.says(words)
  await an.presses('Gửi')
  expect(await onMorning(an, '2024-04-05')).toEqual([])
  expect(await onMorning(binh, '2024-04-08')).toHaveLength(1)

  await head.presses('Đề nghị sửa')
  await head.says('chỉ tiêu chưa có số')
  expect((await onMorning(an, '2024-04-09'))[0]?.text).toMatch(/^Hôm nay là ngày cuối/)
})

test('each is written to at half past seven', async () => {
  const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
  await bindPeople(roomId)
  await office.moveTo('2024-03-26T07:29:00+07:00')
  expect(await an.hears()).toEqual([])
  await office.moveTo('2024-03-26T07:30:00+07:00')
  expect(await an.hears()).toHaveLength(1)
})

test('a month is reminded of before its last working day', async () => {
  const { an, roomId } = await openCommune('2024-11-08T08:00:00+07:00')
  const month = {
    kind: 'final_review',
    on: '2024-11-30',
    lastDay: '2024-11-30',
    relation: 'during',
    precision: 'month',
  }
  await bindPeople(roomId, { ...(month as Partial<Deadline>), written: false })
  const { an: heard } = await live({ an }, '2024-11-10', '2024-12-05')
  expect(heard).toEqual([
    '11-15 Còn 14 ngày (10 ngày làm',
    '11-22 Còn 7 ngày (5 ngày làm v',
    '11-27 Còn 2 ngày (2 ngày làm v',
    '11-29 Hôm nay là ngày cuối để ',
    '12-02 ⚠ Đã qua thời hạn tổng k',
  ])
})

test('when the deadline moves, the ladder follows and the old one is silent', async () => {
  const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
  const { deadlineId } = await bindPeople(roomId)
  const { an: old } = await live({ an }, '2024-03-26', '2024-04-03')
  const was = await office.database.store.plans.deadlineById(deadlineId)
  const deadline = { ...(was?.deadline as Deadline), on: '2024-04-20', lastDay: '2024-04-19' }
  await office.database.store.plans.correctDeadline({ id: deadlineId, deadline, basis: null, by: null, at: 0 })
  const { an: moved } = await live({ an }, '2024-04-04', '2024-04-25')
  expect(old?.map((line) => line.slice(0, 5))).toEqual(['03-26', '04-02'])
  // 18 April is a holiday: the day before the last comes on the 17th.
  expect(moved?.map((line) => line.slice(0, 5))).toEqual(['04-05', '04-12', '04-16', '04-17', '04-19', '04-22'])
})

test('nothing is said of a plan that is withdrawn', async () => {
  const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
  const { planId } = await bindPeople(roomId)
  await office.database.store.plans.end({ planId, status: 'withdrawn', by: null, at: 0 })
  expect((await live({ an }, '2024-03-26', '2024-04-12')).an).toEqual([])
})

describe('after downtime', () => {
  /** The program does not run until then: the clock goes on without it. */
  async function sleepUntil(at: string) {
    office.clock.set(instantFrom(at) as number)
    await office.restart()
  }

  test('a person gets the newest that applies, once', async () => {
    const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
    await bindPeople(roomId)
    await sleepUntil('2024-04-08T10:00:00+07:00')
    expect((await an.hears()).map(({ text }) => text.slice(0, 24))).toEqual(['Còn 1 ngày (1 ngày làm v'])
    await office.restart()
    expect(await an.hears()).toEqual([])
  })

  test('what was missed is not said in the evening, but on the next working morning', async () => {
    const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
    await bindPeople(roomId)
    await sleepUntil('2024-04-05T21:00:00+07:00')
    expect(await an.hears()).toEqual([])
    await office.moveTo('2024-04-08T07:30:00+07:00')
    expect((await an.hears()).map(({ text }) => text.slice(0, 24))).toEqual(['Còn 1 ngày (1 ngày làm v'])
  })
})

test('what found no channel in the office hours of its day comes on the next working morning', async () => {
  const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
  await bindPeople(roomId)
  expect(await onMorning(an, '2024-03-26')).toHaveLength(1)
  const { outbox } = office.database.store
  const row = await outbox.byKey(`reminder:2024-03-26:${an.id}`)
  await outbox.settle(Number(row?.id), { state: 'dropped', outcome: 'expired' })
  const [again] = await onMorning(an, '2024-03-27')
  expect(again?.text).toMatch(/^Còn 13 ngày/)
  expect(await onMorning(an, '2024-03-28')).toEqual([])
})

test('what waited in vain when the program stopped comes on the first morning after, not on the second', async () => {
  const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
  await bindPeople(roomId)
  await onMorning(an, '2024-03-26')
  const { outbox, reminders } = office.database.store
  const row = await outbox.byKey(`reminder:2024-03-26:${an.id}`)
  const waits = async (outcome: string) => {
    await outbox.settle(Number(row?.id), { state: 'waiting', outcome })
    const now = instantFrom('2024-03-27T07:30:00+07:00') as number
    return reminders.takeLost(now)
  }
  expect(await waits('unknown: ECONNRESET')).toEqual([])
  expect(await waits('500')).toMatchObject([{ personId: an.id, rung: 14 }])
})

test('the same morning once more, after a movable clock began anew: only what is new is said', async () => {
  const { an, roomId } = await openCommune('2024-03-25T08:00:00+07:00')
  await bindPeople(roomId)
  await onMorning(an, '2024-03-26')
  const run = { store: office.database.store, now: office.clock.now(), since: '2024-03-25', today: '2024-03-26' }
  const again = { ...run, calendar: officeCalendar(), zone: 'Asia/Ho_Chi_Minh' }
  await queueReminders(again)
  expect(await an.hears()).toEqual([])
  await seedPlan(office.database.store, { shortName: 'phong trào nông thôn mới', unitIds: [roomId] })
  await queueReminders(again)
  expect((await an.hears()).map(({ text }) => text.split('\n')[0])).toEqual([
    'Còn 14 ngày (10 ngày làm việc) để đăng ký phong trào nông thôn mới: trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04.',
  ])
})
