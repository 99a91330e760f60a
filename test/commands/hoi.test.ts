import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
let lan: Speaker

beforeAll(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Văn phòng xã' })
  await seedPlan(office.database.store)
})
afterAll(() => office.close())

// biome-ignore format: a table keeps its columns
const answered = [
  'bao giờ hết hạn đăng ký 120 năm',
  'bao gio het han dang ky 120 nam',
  'Khi nào phải đăng ký thi đua 120 năm thành lập tỉnh?',
  'han dang ky 120 nam',
  'còn mấy ngày nữa hết hạn đăng ký',
  'deadline đăng ký',
  'đăng ký trước ngày nào ạ',
  'when is the registration due',
]

describe('a question about a deadline gets the clause', () => {
  test.each(answered)('%s', async (text) => {
    const [heard] = await lan.says(text)
    expect(heard?.text).toContain('Thời hạn theo kế hoạch: trước ngày 10/04/2024')
    expect(heard?.text).toContain('khoản 4 Mục V')
  })
})

test('what must I do: the list', async () => {
  expect((await lan.says('phòng tôi phải làm gì'))[0]?.text).toContain('gửi chậm nhất thứ Ba 09/04')
})

test('a kind that no plan dates is said to have no day', async () => {
  expect((await lan.says('bao giờ phải nộp báo cáo 120 năm'))[0]?.text).toContain('không ghi ngày báo cáo còn hiệu lực')
})

test('a plan that is not there is not guessed at', async () => {
  expect((await lan.says('bao giờ hết hạn đăng ký hiến máu nhân đạo'))[0]?.text).toContain('không trả lời phỏng đoán')
})

test.each(['báo cáo anh em đã xong rồi', 'cảm ơn', 'ok', '?', '<b>*_[x](y)'])(
  'speech is not taken for a command: %s',
  async (text) => {
    expect((await lan.says(text))[0]?.text).toContain('Hệ thống chưa hiểu nội dung này')
  },
)
