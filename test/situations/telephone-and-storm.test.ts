import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test('only a desk telephone: a list to call from is printed, the call is noted and stands beside the chat’s reminders', async () => {
  commune = await openCommune('2024-03-26T06:00:00+07:00')
  const { office, admin, lan } = commune
  await office.moveTo('2024-03-26T08:00:00+07:00')
  await lan.hears()
  const [list] = await admin.says('theo dõi đôn đốc')
  expect(list?.text).toContain('1. Đăng ký thi đua 120 năm thành lập tỉnh, trước ngày 10/04/2024: còn')
  const [opened] = await admin.presses('Xem 1')
  expect(opened?.text).toContain('26/03 nhắc đồng chí Nguyễn Thị Lan')
  expect(opened?.text).toContain('đã gửi')
  const [calls] = await admin.presses('Danh sách gọi')
  expect(calls?.attachment).toBe('danh-sach-goi.docx')
  const noted = await goes(
    admin,
    ...['[Ghi lần nhắc]', 'Đồng chí Nguyễn Thị Lan (Hội Nông dân xã)', '[Điện thoại]', '[thứ Ba 26/03/2024]'],
    ...['Nguyễn Thị Lan', 'hẹn gửi ngày 29/03'],
  )
  expect(text(noted)).toContain('✓ Đã ghi lần nhắc.')
  expect(text(noted)).toContain('26/03 gọi điện, người nghe: Nguyễn Thị Lan, hẹn gửi ngày 29/03')
})

test('a storm: reminders of a place rest up to a day, others go on, and after it all go on', async () => {
  commune = await openCommune('2024-04-01T09:00:00+07:00')
  const { office, admin, lan, clerkOfOffice } = commune
  expect(text(await goes(admin, '/dondoc', '[Tạm dừng nhắc]', '[Hội Nông dân xã]', '5/4'))).toBe(
    '✓ Tạm dừng nhắc cho Hội Nông dân xã đến hết thứ Sáu 05/04/2024. Thời hạn của kế hoạch không đổi.',
  )
  await office.moveTo('2024-04-05T08:00:00+07:00')
  expect(text(await lan.hears())).toBe('')
  expect(text(await clerkOfOffice.hears())).toContain('đăng ký thi đua 120 năm thành lập tỉnh')
  await office.moveTo('2024-04-08T08:00:00+07:00')
  expect(text(await lan.hears())).toContain('đăng ký thi đua 120 năm thành lập tỉnh')
})
