import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { usualHours } from '../../src/domain/calendar.ts'
import { addDays } from '../../src/domain/day.ts'
import { readReminderHour } from '../../src/domain/reminder-choices.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

describe('an hour as people type it', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string | null][] = [
    ['9h', '09:00'], ['9h30', '09:30'], ['09:30', '09:30'], ['9.30', '09:30'], ['lúc 8 giờ', '08:00'], ['14 giờ 15 phút', '14:15'],
    ['10', '10:00'], ['7h30', '07:30'], ['7h', null], ['17h', null], ['9h75', null], ['sáng mai', null], ['', null], ['30/4', null],
  ]
  test.each(cases)('%s', (text, hour) => expect(readReminderHour(text, usualHours)).toBe(hour))
})

let office: Office
let an: Speaker
let binh: Speaker

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-25T08:00:00+07:00' })
  const { store } = office.database
  an = await office.person('Nguyễn Văn An', { unit: 'Phòng Kinh tế' })
  binh = await office.person('Trần Thị Bình', { unit: 'Phòng Kinh tế' })
  const unitId = (await store.units.all())[0]?.id ?? ''
  const { deadlineId } = await seedPlan(store, { unitIds: [unitId] })
  await store.plans.bind({ id: deadlineId, audience: [{ unitId, subject: 'person' }], by: null, at: 0 })
})
afterEach(() => office.close())

async function openChoices() {
  await an.says('/cuatoi')
  return an.presses('Nhắc việc')
}

test('who wants less hears three days before and on the last day; others as before', async () => {
  const [card] = await openChoices()
  expect(card).toMatchObject({
    text: [
      'Tin nhắc của đồng chí: đủ các mốc (14, 7, 3, 1 ngày trước hạn, ngày cuối và sau hạn một lần).',
      'Giờ nhận: 07:30 các ngày làm việc.',
    ].join('\n'),
    buttons: ['Nhắc ít hơn', 'Đổi giờ'],
  })
  await an.presses('Nhắc ít hơn')
  expect((await openChoices())[0]?.text).toMatch(/^Tin nhắc của đồng chí: chỉ 3 ngày trước hạn và ngày cuối\./)
  const heard: Record<string, string[]> = { an: [], binh: [] }
  for (let day = '2024-03-26'; day <= '2024-04-12'; day = addDays(day, 1)) {
    await office.moveTo(`${day}T18:00:00+07:00`)
    if ((await an.hears()).length > 0) heard.an?.push(day.slice(5))
    if ((await binh.hears()).length > 0) heard.binh?.push(day.slice(5))
  }
  expect(heard).toEqual({
    an: ['04-05', '04-09'],
    binh: ['03-26', '04-02', '04-05', '04-08', '04-09', '04-10'],
  })
})

test('another hour: the message waits for it, and says what is true then', async () => {
  await openChoices()
  expect((await an.presses('Đổi giờ'))[0]?.buttons).toEqual(['07:30', '08:00', '09:00', '10:00', '14:00', 'Hủy'])
  expect((await an.says('18h'))[0]?.text).toMatch(/^“18h” không phải là giờ trong giờ làm việc 07:30–17:00/)
  expect((await an.says('9h30'))[0]?.text).toMatch(/^Đã đổi: tin nhắc đến lúc 09:30/)
  await office.moveTo('2024-03-26T09:29:00+07:00')
  expect(await an.hears()).toEqual([])
  expect(await binh.hears()).toHaveLength(1)
  await office.moveTo('2024-03-26T09:30:00+07:00')
  expect((await an.hears())[0]?.text).toMatch(/^Còn 14 ngày/)
})

test('what is done before the hour is not spoken of', async () => {
  const { store } = office.database
  await store.reminders.choose(an.id, { quiet: false, hour: '14:00' })
  await office.moveTo('2024-03-26T13:00:00+07:00')
  const [mine] = await store.obligations.find({ personId: an.id })
  const bound = { deadlineId: mine?.deadlineId ?? '', subject: 'person' as const, subjectId: an.id }
  await store.reminders.fulfil(bound, an.id, office.clock.now(), 'received')
  await office.moveTo('2024-03-26T18:00:00+07:00')
  expect(await an.hears()).toEqual([])
})
