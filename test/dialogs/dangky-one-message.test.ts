import { afterEach, expect, test } from 'vitest'
import { seedPlan } from '../store/seed-plan.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test('one message of a focal point is a whole registration of the unit', async () => {
  commune = await openCommune()
  const typed = 'DK 120 năm thành lập tỉnh\nCải cách hành chính\n100% hồ sơ đúng hạn\nNguyễn Văn A; Trần Thị B'
  const [preview] = await commune.clerk.says(typed)
  expect(preview?.text).toContain('Danh sách 2 người: Nguyễn Văn A; Trần Thị B')
  expect(await registrations(commune.office)).toEqual([])
  const [receipt] = await commune.clerk.says('gửi')
  expect(receipt?.text).toContain('Gồm 1 nội dung, 1 chỉ tiêu; mã tra cứu DK-2024-0001.')
  const [kept] = await registrations(commune.office)
  expect(kept).toMatchObject({ subject: 'unit', body: { people: [{ name: 'Nguyễn Văn A' }, { name: 'Trần Thị B' }] } })
  expect(kept?.body.items[0]).toMatchObject({ contentSection: 'II.1', target: { value: 100, unit: '%' } })
})

test.each([
  'dk 120 nam; cai cach hanh chinh; 02 sang kien',
  'DK 120 nam\ncai cach hanh chinh\n02 sang kien',
  'Đk 120 năm – Cải cách hành chính – 02 sáng kiến',
  'dk 120 năm|Cải cách hành chính|02 sáng kiến',
  'đăng ký thi đua 120 năm - Cải cách hành chính - 02 sáng kiến',
  '/dangky 120 | Cải cách hành chính | 02 sáng kiến',
])('“%s” is one’s own', async (typed) => {
  commune = await openCommune()
  expect(text(await commune.lan.says(typed))).toContain('bước 5/5: Xem lại')
  expect(text(await commune.lan.presses('Gửi'))).toContain('mã tra cứu DK-2024-0001')
  expect(await registrations(commune.office)).toMatchObject([{ subject: 'person', personId: commune.lan.id }])
})

test('the same update delivered twice is one registration', async () => {
  commune = await openCommune()
  const what = { kind: 'text', text: 'dk 120 năm; Cải cách hành chính; 02 sáng kiến' } as const
  await commune.lan.does(what, 'same')
  await commune.lan.does(what, 'same')
  await commune.lan.does({ kind: 'text', text: 'gửi' }, 'sent')
  await commune.lan.does({ kind: 'text', text: 'gửi' }, 'sent')
  expect(await registrations(commune.office)).toHaveLength(1)
})

test('what cannot be read is asked for; the rest is kept', async () => {
  commune = await openCommune()
  const [asked] = await commune.lan.says('dk 120 năm; Cải cách hành chính; làm thật tốt')
  expect(asked?.text).toContain('bước 3/5: Chỉ tiêu')
  const [preview] = await commune.lan.says('02 sáng kiến')
  expect(preview?.text).toContain('Xem lại')
  expect(await registrations(commune.office)).toEqual([])
})

test('a list that the clause wants and the message lacks is asked for', async () => {
  commune = await openCommune()
  const heard = await commune.head.says('dk 120 năm; Cải cách hành chính; 02 mô hình; 12345')
  expect(text(heard)).toContain('bước 5/6: Danh sách cá nhân')
})

test('words that fit two plans are asked about', async () => {
  commune = await openCommune()
  await seedPlan(commune.office.database.store, { shortName: 'thi đua chuyển đổi số', draft: { title: 'B' } })
  const [asked] = await commune.lan.says('dk thi đua; Cải cách hành chính')
  expect(asked?.text).toContain('Chọn kế hoạch')
})

test('after the day a reason is still asked', async () => {
  commune = await openCommune('2024-04-15T08:00:00+07:00')
  const [preview] = await commune.lan.says('dk 120 năm; Cải cách hành chính; 02 sáng kiến')
  expect(preview?.text).toContain('đề nghị đồng chí nêu lý do')
  expect(await registrations(commune.office)).toEqual([])
})

test('a content registered before is named, and the draft opens to change it', async () => {
  commune = await openCommune()
  await goes(commune.lan, 'dk 120 năm; Cải cách hành chính; 02 sáng kiến', '[Gửi]')
  const heard = await goes(commune.lan, 'dk 120 năm; Cải cách hành chính; 03 sáng kiến', '[Gửi]')
  expect(text(heard)).toContain('đã có ở bản đăng ký DK-2024-0001')
  expect(await registrations(commune.office)).toHaveLength(1)
})

test('a registration in one message does not push a draft aside; asked to, it takes its place whole', async () => {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview.slice(0, 4), 'lưu nháp')
  const [offer] = await commune.lan.says('dk 120 năm; Chuyển đổi số; làm tốt')
  expect(offer?.buttons).toEqual(['Làm tiếp', 'Làm bản mới'])
  expect(text(await commune.lan.presses('Làm tiếp'))).toContain('bước 3/5')
  await commune.lan.says('lưu nháp')
  await commune.lan.says('dk 120 năm; Chuyển đổi số; 02 sáng kiến')
  const preview = text(await commune.lan.presses('Làm bản mới'))
  expect(preview).toContain('bước 5/5: Xem lại')
  expect(preview).toContain('1. Chuyển đổi số\n   Chỉ tiêu: 02 sáng kiến')
})
