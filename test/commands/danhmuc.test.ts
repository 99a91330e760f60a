import { afterEach, beforeEach, expect, it } from 'vitest'
import { knownListsKey } from '../../src/domain/known-lists.ts'
import { file, type LoadOffice, last, openLoadOffice, reviewAll } from '../dialogs/load-office.ts'
import { planText } from '../dialogs/plan-texts.ts'

let opened: LoadOffice
beforeEach(async () => {
  opened = await openLoadOffice('2026-03-05T08:00:00+07:00')
})
afterEach(() => opened.office.close())

const plan = planText([
  [/2024/gu, '2026'],
  ['Căn cứ Kế hoạch', 'Căn cứ Thông tư số 05/2021/TT-ABC ngày 10/6/2021; căn cứ Kế hoạch'],
  ['kết quả về Văn phòng HĐND và UBND xã', 'kết quả về Ban Phong trào vùng Cao Nguyên'],
])

it('an admin sees both lists and adds a document; the next review flags it', async () => {
  const { admin, office } = opened
  const list = last(await admin.says('/danhmuc'))
  expect(list.text).toContain('Văn bản hết hiệu lực (đối chiếu với căn cứ của kế hoạch):\n1. Số ')
  expect(list.buttons).toEqual(['Thêm văn bản', 'Thêm tên cũ', 'Danh hiệu'])
  await admin.presses('Thêm văn bản')
  expect(last(await admin.says('thông tư cũ')).text).toContain('chưa đủ số văn bản và ngày hết hiệu lực')
  expect(last(await admin.says('05/2021/TT-ABC; 15/2/2024; 07/2024/TT-ABC')).text).toContain('Đã ghi vào danh mục')
  expect(last(await admin.says('/danhmuc')).text).toContain(
    'Số 05/2021/TT-ABC, hết hiệu lực từ ngày 15/02/2024, nay là văn bản số 07/2024/TT-ABC',
  )
  const summary = last(await admin.sends(file(plan)))
  expect(summary.text).toContain('Căn cứ cần xác nhận: văn bản số 05/2021/TT-ABC đã hết hiệu lực từ ngày 15/02/2024')
  const [audit] = await office.database.store.audit.about(knownListsKey)
  expect(audit).toMatchObject({ by: admin.id, action: 'setting.changed' })
})

it('a former name of the agency’s own is asked about in the next review, its name of today first', async () => {
  const { admin } = opened
  await admin.says('/danhmuc')
  await admin.presses('Thêm tên cũ')
  await admin.says('Ban Phong trào vùng Cao Nguyên; Phòng Văn hóa - Xã hội xã; 1/1/2026')
  const asked = await reviewAll(admin, plan)
  expect(asked.text).toContain('Ban Phong trào vùng Cao Nguyên đã kết thúc hoạt động từ ngày 01/01/2026.')
  expect(asked.buttons.slice(0, 2)).toEqual(['Phòng Văn hóa - Xã hội xã', 'Chờ xác nhận'])
})

it('what was added can be taken out again, and is in the audit', async () => {
  const { admin, office } = opened
  await admin.says('/danhmuc')
  await admin.presses('Thêm tên cũ')
  await admin.says('Ban Phong trào vùng; Phòng Văn hóa - Xã hội xã; 1/1/2026')
  await admin.says('/danhmuc')
  await admin.presses('Bỏ mục')
  expect(last(await admin.presses('Ban Phong trào vùng')).text).toBe('Đã bỏ khỏi danh mục: Ban Phong trào vùng.')
  expect(last(await admin.says('/danhmuc')).buttons).toEqual(['Thêm văn bản', 'Thêm tên cũ', 'Danh hiệu'])
  expect(await office.database.store.audit.about(knownListsKey)).toHaveLength(2)
})

it('an admin of a part of the agency sees the lists and may not change them', async () => {
  const part = await opened.office.person('Hà', { unit: 'Phòng Kinh tế', role: 'admin', parent: 'UBND xã Ea Mẫu' })
  const list = last(await part.says('/danhmuc'))
  expect(list.text).toContain('Văn bản hết hiệu lực')
  expect(list.buttons).toEqual([])
  expect(last(await opened.economist.says('/danhmuc')).text).not.toContain('Văn bản hết hiệu lực')
})
