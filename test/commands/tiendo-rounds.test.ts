import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
let head: Speaker
let an: Speaker
let binh: Speaker
let deadlineId: string

const room = 'Phòng Văn hóa - Xã hội xã'
// "Báo cáo hằng quý, trước ngày 15 tháng sau quý."
const recurrence = {
  ...{ every: 'quarter' as const, month: null, day: 15, weekday: null, fromMonth: null, fromDay: null },
  ...{ of: null, relation: 'before' as const, latest: null },
}

beforeEach(async () => {
  office = await openOffice({ now: '2024-04-08T08:00:00+07:00' })
  const admin = await office.person('Lê Thị Hạnh', { unit: 'UBND xã Ea Mẫu', role: 'admin' })
  head = await office.person('Vũ Thị Ngọc', { unit: room, parent: 'UBND xã Ea Mẫu', role: 'head' })
  an = await office.person('Nguyễn Văn An', { unit: room })
  binh = await office.person('Trần Thị Bình', { unit: room })
  const { store } = office.database
  const unitId = (await store.units.all()).find(({ name }) => name === room)?.id ?? ''
  const deadline = {
    kind: 'report' as const,
    on: null,
    from: null,
    lastDay: null,
    precision: 'none' as const,
    recurrence,
  }
  ;({ deadlineId } = await seedPlan(store, { shortName: 'thi đua năm 2024', unitIds: [unitId], deadline }))
  await store.plans.bind({ id: deadlineId, audience: [{ unitId, subject: 'person' }], by: null, at: 0 })
  for (const [who, round] of [
    [head, '2024-Q1'],
    [binh, '2024-Q1'],
    [an, '2023-Q4'],
  ] as const)
    await store.reminders.fulfil({ deadlineId, subject: 'person', subjectId: who.id, round }, admin.id, 0, 'received')
})
afterEach(() => office.close())

test('what comes again is counted by its round, which is named', async () => {
  const [heard] = await head.says('/tiendo')
  expect(heard?.text.split('\n').slice(0, 2)).toEqual([
    'Phòng Văn hóa - Xã hội xã, thứ Hai 08/04/2024: 1 người chưa ghi nhận.',
    'Gửi báo cáo thi đua năm 2024, quý I/2024: 2/3 người; trước ngày 15/04, gửi chậm nhất thứ Sáu 12/04.',
  ])
  expect(heard?.buttons).toEqual(['Nhắc 1 người', 'Xem danh sách', 'Xem biểu đồ', 'Mở bảng'])
})

test('only who is missing in that round is reminded, once a day', async () => {
  await head.says('/tiendo')
  const [preview] = await head.presses('Nhắc 1 người')
  expect(preview?.text).toMatch(/Nguyễn Văn An, dưới tên đồng chí/)
  expect(preview?.text).not.toContain('Trần Thị Bình')
  expect((await head.presses('Gửi nhắc'))[0]?.text).toBe('Đã gửi nhắc đến 1 người.')
  expect((await an.hears())[0]?.text).toMatch(/^Đồng chí Vũ Thị Ngọc đề nghị đồng chí/)
  expect(await binh.hears()).toEqual([])
  expect((await head.presses('Nhắc 1 người'))[0]?.text).toMatch(/^Không còn người nào phải nhắc/)
})
