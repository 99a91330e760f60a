import { afterEach, expect, test } from 'vitest'
import { seedPlan } from '../store/seed-plan.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const next = {
  shortName: 'thi đua năm sau',
  draft: {
    title: 'Phát động thi đua năm 2025',
    number: '3/KH-UBND',
    issuedOn: '2025-01-06',
    contents: [{ section: 'III.2', text: 'Cải cách hành chính' }],
    period: null,
  },
  deadline: {
    on: '2025-04-10',
    lastDay: '2025-04-09',
    quote: 'Đăng ký nội dung, thời gian hoàn thành trước ngày 10/4/2025.',
  },
  at: Date.UTC(2025, 0, 6),
}

async function yearLater(can = {}) {
  commune = await openCommune('2024-03-27T09:12:00+07:00', {}, can)
  const road = toPreview.map((step) => step.replace(/[[\]]/g, ''))
  await goes(commune.lan, ...road, 'gửi')
  await commune.office.database.store.plans.end({ by: null, at: 0, planId: commune.plan.planId, status: 'closed' })
  await seedPlan(commune.office.database.store, next)
  await commune.office.moveTo('2025-02-10T08:00:00+07:00')
}

test('last year’s registration is a start: contents get the new clause, days are asked for again', async () => {
  await yearLater()
  const [asked] = await commune.lan.says('/dangky')
  expect(asked?.buttons).toContain('Dùng bản cũ')
  expect(text(await commune.lan.presses('Dùng bản cũ'))).toContain('1. DK-2024-0001, thi đua 120 năm thành lập tỉnh')
  const [contents] = await commune.lan.presses('Chọn 1')
  expect(contents?.text).toContain('1. Cải cách hành chính (đã chọn)')
  const [day] = await commune.lan.presses('Tiếp tục')
  expect(day?.text).toContain('Ngày hoàn thành')
  const preview = text(await commune.lan.says('30/11/2025'))
  expect(preview).toContain('Công việc: Rút ngắn thời gian giải quyết hồ sơ')
  await commune.lan.presses('Gửi')
  const sent = (await registrations(commune.office)).at(-1)
  expect(sent?.body.items).toMatchObject([{ contentSection: 'III.2', target: { value: 100 }, finishDay: '2025-11-30' }])
})

test('one’s own only: a colleague is offered nothing', async () => {
  await yearLater()
  expect((await commune.head.says('/dangky'))[0]?.buttons).not.toContain('Dùng bản cũ')
})

test('skipping it goes back to choosing', async () => {
  await yearLater()
  expect(text(await goes(commune.lan, '/dangky', '[Dùng bản cũ]', '[Bỏ qua]'))).toContain('Nội dung')
})

test('by words alone', async () => {
  await yearLater({ buttons: false, edit: false })
  expect(text(await goes(commune.lan, 'dang ky', 'dung ban cu', '1'))).toContain('Cải cách hành chính (đã chọn)')
})
