import { afterEach, expect, it } from 'vitest'
import { type LoadOffice, last, openLoadOffice, reviewAll, throughAudiences } from '../dialogs/load-office.ts'
import { planText } from '../dialogs/plan-texts.ts'

let opened: LoadOffice
afterEach(() => opened.office.close())

/** A plan of a district that wants reports without a day, sent to an office whose district goes without saying. */
const ofDistrict = planText([
  ['   XÃ EA MẪU  ', '   HUYỆN CƯ NÚI'],
  ['Ea Mẫu, ngày 04 tháng 3 năm 2024', 'Cư Núi, ngày 04 tháng 3 năm 2025'],
  ['gửi báo cáo kết quả về Văn phòng HĐND và UBND xã chậm nhất ngày 15/9/2024', 'định kỳ báo cáo gửi về Phòng Nội vụ'],
  [/2024/gu, '2025'],
])

async function published(now: string) {
  opened = await openLoadOffice(now)
  const { admin } = opened
  const asked = await reviewAll(admin, ofDistrict)
  if (asked.buttons.includes('Chờ xác nhận')) await admin.presses('Chờ xác nhận')
  await throughAudiences(admin, last(await admin.says('đường làng xanh')))
  await admin.presses('Công bố')
}

const question = 'bao giờ phải nộp báo cáo đường làng xanh'
const pending =
  'Phòng Nội vụ huyện Cư Núi đã kết thúc hoạt động từ ngày 01/07/2025; nơi nhận thay thế đang chờ bộ phận thường trực xác nhận.'

it('no day in the plan, and the office it is to go to is no more: said in the second line, then whom to ask', async () => {
  await published('2025-07-10T08:00:00+07:00')
  const { text } = last(await opened.economist.says(question))
  const [first, second, third] = text.split('\n')
  expect(first).toContain('không ghi ngày báo cáo')
  expect(first).toContain('gửi về Phòng Nội vụ')
  expect(second).toBe(pending)
  expect(third).toContain('Đề nghị đồng chí liên hệ')
})

it('a plan published while the office was there says it from the day on which it ended', async () => {
  await published('2025-03-10T08:00:00+07:00')
  expect(last(await opened.economist.says(question)).text).not.toContain('kết thúc hoạt động')
  await opened.office.moveTo('2025-07-02T08:00:00+07:00')
  expect(last(await opened.economist.says(question)).text).toContain(pending)
})

it('once an admin has said what it is today, the answer says that', async () => {
  await published('2025-07-10T08:00:00+07:00')
  const { admin, economist } = opened
  await admin.presses('Xem kế hoạch')
  await admin.presses('Quản lý')
  expect(last(await admin.presses('Tên cũ')).text).toContain('Phòng Nội vụ huyện Cư Núi đã kết thúc hoạt động')
  await admin.says('Phòng Văn hóa - Xã hội xã')
  await admin.presses('Áp dụng')
  expect(last(await economist.says(question)).text).toContain(
    'nay là Phòng Văn hóa - Xã hội xã, theo xác nhận của bộ phận thường trực.',
  )
})
