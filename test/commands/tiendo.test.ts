import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AudienceMember } from '../../src/domain/audience.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
let admin: Speaker
let head: Speaker
let people: Speaker[]
let deadlineId: string

const commune = 'UBND xã Ea Mẫu'
const women = 'Hội Liên hiệp Phụ nữ xã'

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-29T16:00:00+07:00' })
  admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin', position: 'Công chức Văn phòng' })
  const inUnit = { unit: women, parent: commune, relation: 'coordinating' as const }
  head = await office.person('Vũ Thị Ngọc', { ...inUnit, role: 'head', position: 'Chủ tịch Hội' })
  people = []
  for (const name of ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khanh'])
    people.push(await office.person(`Trần Thị ${name}`, inUnit))
  const { store } = office.database
  const unitId = (await store.units.all()).find(({ name }) => name === women)?.id ?? ''
  const seeded = await seedPlan(store, { unitIds: [unitId] })
  deadlineId = seeded.deadlineId
  const audience = (['unit', 'person'] as const).map((subject): AudienceMember => ({ unitId, subject }))
  await store.plans.bind({ id: deadlineId, audience, by: null, at: 0 })
})
afterEach(() => office.close())

const receive = (who: Speaker) =>
  office.database.store.reminders.fulfil(
    { deadlineId, subject: 'person', subjectId: who.id },
    admin.id,
    office.clock.now(),
    'received',
  )

test('a head reads counts, their own paper and the days ahead', async () => {
  for (const who of [head, ...people.slice(0, 4)]) await receive(who)
  await office.moveTo('2024-04-08T08:00:00+07:00')
  const [heard] = await head.says('/tiendo')
  expect(heard?.text).toBe(
    [
      'Hội Liên hiệp Phụ nữ xã, thứ Hai 08/04/2024: 3 người chưa ghi nhận.',
      'Đăng ký thi đua 120 năm thành lập tỉnh: 5/8 người; trước ngày 10/04, gửi chậm nhất ngày mai, thứ Ba 09/04.',
      'Bản của đơn vị (đăng ký thi đua 120 năm thành lập tỉnh): chưa ghi nhận.',
      'Trong 14 ngày tới không có việc khác phải gửi.',
    ].join('\n'),
  )
  expect(heard?.buttons).toEqual(['Nhắc 3 người'])
})

test('it comes by itself on Monday morning and Friday afternoon, without names', async () => {
  await office.moveTo('2024-04-01T07:29:00+07:00')
  await head.hears()
  await office.moveTo('2024-04-01T07:31:00+07:00')
  const monday = await head.hears()
  expect(monday.map(({ text }) => text.split(':')[0])).toEqual(['Hội Liên hiệp Phụ nữ xã, thứ Hai 01/04/2024'])
  expect(monday[0]?.text).not.toContain('Trần Thị')
  await office.moveTo('2024-04-05T15:29:00+07:00')
  await head.hears()
  await office.moveTo('2024-04-05T15:31:00+07:00')
  expect((await head.hears())[0]?.text).toMatch(/^Hội Liên hiệp Phụ nữ xã, thứ Sáu 05\/04\/2024: 8 người/)
})

test('with nothing to say it does not come', async () => {
  for (const who of [head, ...people]) await receive(who)
  const units = await office.database.store.units.all()
  const subjectId = units.find(({ name }) => name === women)?.id ?? ''
  const bound = { deadlineId, subject: 'unit' as const, subjectId }
  await office.database.store.reminders.fulfil(bound, admin.id, office.clock.now(), 'received')
  await office.moveTo('2024-04-08T12:00:00+07:00')
  expect(await head.hears()).toEqual([])
  expect((await head.says('/tiendo'))[0]?.text).toMatch(/không có việc chờ đồng chí xử lý\./)
})

test('an admin reads of the whole agency, and of who cannot be reached', async () => {
  await office.moveTo('2024-04-01T07:00:00+07:00')
  office.channel.fail(people[0]?.chat ?? '', { state: 'blocked', reason: 'blocked' })
  await office.moveTo('2024-04-02T08:00:00+07:00')
  const [heard] = await admin.says('tiến độ')
  expect(heard?.text).toMatch(/^UBND xã Ea Mẫu, thứ Ba 02\/04\/2024: 8 người chưa ghi nhận, 1 đơn vị chưa ghi nhận\./)
  expect(heard?.text).toContain('1 tin không gửi được trong 7 ngày qua.')
  expect(heard?.text).toContain('1 người đã chặn hệ thống')
  expect(heard?.buttons).toEqual([])
})

test('what waits for approval comes first, with its button', async () => {
  const [first] = people
  const unitId = (await office.database.store.units.all()).find(({ name }) => name === women)?.id ?? ''
  const plan = await office.database.store.plans.deadlineById(deadlineId)
  const item = {
    contentSection: 'II.1',
    content: 'Cải cách hành chính',
    work: 'Một cửa',
    target: null,
    finishDay: null,
  }
  await office.database.store.registrations.submit({
    ...{ draftId: 'd1', planId: plan?.planId ?? '', deadlineId, subject: 'person', personId: first?.id ?? '', unitId },
    ...{
      body: { items: [item], people: [], note: null, commendation: null, title: null },
      late: false,
      lateReason: null,
    },
    ...{ by: first?.id ?? '', at: office.clock.now(), year: 2024 },
  })
  const [heard] = await head.says('/tiendo')
  expect(heard?.text).toMatch(/: 1 bản đăng ký chờ đồng chí duyệt, 7 người chưa ghi nhận\./)
  expect(heard?.buttons).toEqual(['Duyệt 1 bản', 'Nhắc 6 người'])
  expect((await head.presses('Duyệt 1 bản'))[0]?.text).toContain('Trần Thị An')
})

test('others are told where their own tasks are', async () => {
  const [heard] = (await people[1]?.says('/tiendo')) ?? []
  expect(heard?.text).toMatch(/^Chỉ trưởng đơn vị và bộ phận thường trực xem được tiến độ/)
})
