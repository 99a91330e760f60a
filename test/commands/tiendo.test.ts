import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AudienceMember } from '../../src/domain/audience.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
let admin: Speaker
let head: Speaker
let people: Speaker[]
let deadlineId: string
let planId: string
let unitId: string

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
  unitId = (await store.units.all()).find(({ name }) => name === women)?.id ?? ''
  const seeded = await seedPlan(store, { unitIds: [unitId] })
  ;({ deadlineId, planId } = seeded)
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

const registration = (draftId: string, subject: 'unit' | 'person', who: Speaker) => {
  const item = {
    contentSection: 'II.1',
    content: 'Cải cách hành chính',
    work: 'Một cửa',
    target: null,
    finishDay: null,
  }
  return {
    ...{ draftId, planId, deadlineId, subject, personId: subject === 'person' ? who.id : null, unitId },
    ...{
      body: {
        items: [item],
        people: [],
        note: null,
        commendation: null,
        title: null,
        shape: 'campaign' as const,
        initiative: null,
        attachments: [],
      },
      late: false,
      lateReason: null,
    },
    ...{ by: who.id, at: office.clock.now(), year: 2024 },
  }
}

test('a head reads it as in the model', async () => {
  const { registrations } = office.database.store
  for (const who of [head, ...people.slice(0, 2)]) await receive(who)
  for (const [index, who] of people.slice(2, 4).entries())
    await registrations.submit(registration(`d${index}`, 'person', who))
  const sent = await registrations.submit(registration('own', 'unit', head))
  if (sent.ok)
    await registrations.move({
      ...{ id: sent.registration.id, seen: { state: 'waiting', version: 1 }, action: 'approve', to: 'approved' },
      ...{ by: admin.id, at: office.clock.now() },
    })
  await office.moveTo('2024-04-08T08:00:00+07:00')
  const [heard] = await head.says('/tiendo')
  expect(heard?.text).toBe(
    [
      'Hội Liên hiệp Phụ nữ xã, thứ Hai 08/04/2024: 2 bản đăng ký chờ đồng chí duyệt, 3 người chưa ghi nhận.',
      'Đăng ký thi đua 120 năm thành lập tỉnh: 5/8 người; trước ngày 10/04, gửi chậm nhất ngày mai, thứ Ba 09/04.',
      'Bản của đơn vị: đã duyệt, chưa nhận bản ký. Trong 14 ngày tới không có báo cáo phải gửi.',
    ].join('\n'),
  )
  expect(heard?.buttons).toEqual(['Duyệt 2 bản', 'Nhắc 3 người', 'Xem danh sách', 'Xem biểu đồ', 'Mở bảng'])
  expect((await head.presses('Duyệt 2 bản'))[0]?.text).toContain('Trần Thị Chi')
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

test('it comes at the hour that its reader chose', async () => {
  await office.database.store.reminders.choose(head.id, { quiet: false, hour: '09:00' })
  await office.moveTo('2024-04-01T08:59:00+07:00')
  expect(await head.hears()).toEqual([])
  await office.moveTo('2024-04-01T09:01:00+07:00')
  expect((await head.hears())[0]?.text).toContain('thứ Hai 01/04/2024')
})

test('with nothing to say it does not come', async () => {
  for (const who of [head, ...people]) await receive(who)
  const bound = { deadlineId, subject: 'unit' as const, subjectId: unitId }
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
  expect(heard?.text).toMatch(/^UBND xã Ea Mẫu, thứ Ba 02\/04\/2024: 8 người, 1 đơn vị chưa ghi nhận\./)
  expect(heard?.text).toContain(
    'Tin không gửi được trong 7 ngày qua, theo nguyên nhân: người nhận đã chặn hệ thống 1 tin.',
  )
  expect(heard?.text).toContain('1 người đã chặn hệ thống')
  expect(heard?.buttons).toEqual(['Soạn công văn', 'Xem danh sách', 'Xem biểu đồ', 'Mở bảng'])
  expect((await admin.presses('Soạn công văn'))[0]?.text).toContain(women)
})

test('the admin of one place hears of the people of that place', async () => {
  const village = await office.person('Y Blok Niê', { unit: 'Buôn Kô Tam', parent: commune, role: 'admin' })
  office.channel.fail(people[0]?.chat ?? '', { state: 'blocked', reason: 'blocked' })
  await office.moveTo('2024-04-02T08:00:00+07:00')
  expect((await admin.says('/tiendo'))[0]?.text).toContain('1 người đã chặn hệ thống')
  expect((await village.says('/tiendo'))[0]?.text).not.toContain('1 người đã chặn')
})

test('who heads two units reads of both', async () => {
  const { store } = office.database
  const other = await store.units.add({ name: 'Buôn Kô Tam', parentId: null, relation: 'subordinate' })
  await store.people.addRole({ personId: head.id, unitId: other, role: 'head' }, office.clock.now())
  expect((await head.says('/tiendo'))[0]?.text).toMatch(/^Hội Liên hiệp Phụ nữ xã, Buôn Kô Tam, thứ Sáu 29\/03\/2024:/)
})

test('others are told where their own tasks are', async () => {
  const [heard] = (await people[1]?.says('/tiendo')) ?? []
  expect(heard?.text).toMatch(/^Chỉ trưởng đơn vị và bộ phận thường trực xem được tiến độ/)
})

test('where only the unit’s own paper is missing, its day is told, and registering is one press away', async () => {
  for (const who of [head, ...people]) await receive(who)
  await office.moveTo('2024-04-08T08:00:00+07:00')
  await head.hears()
  const [heard] = await head.says('/tiendo')
  expect(heard).toMatchObject({
    text: `${women}, thứ Hai 08/04/2024: 1 bản của đơn vị chưa ghi nhận.
Bản của đơn vị (đăng ký thi đua 120 năm thành lập tỉnh): chưa ghi nhận; trước ngày 10/04, gửi chậm nhất ngày mai, thứ Ba 09/04. Trong 14 ngày tới không có báo cáo phải gửi.`,
    buttons: ['Đăng ký', 'Xem biểu đồ', 'Mở bảng'],
  })
  await office.moveTo('2024-04-11T08:00:00+07:00')
  expect((await head.says('/tiendo'))[0]?.text).toContain('chưa ghi nhận; trước ngày 10/04, vẫn gửi được.')
})
