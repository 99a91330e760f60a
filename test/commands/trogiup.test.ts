import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { agency, said, setUpCommune } from './commune.ts'

let office: Office
let hanh: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  hanh = await setUpCommune(office)
})
afterEach(() => office.close())

const below = { parent: agency.name }

test('help lists what the role may do, and how to type; a command’s name brings its usage', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  const mine = said(await mai.says('hướng dẫn'))
  expect((await mai.says('/trogiup'))[0]?.buttons).toEqual(['Xem thời hạn', 'Đăng ký'])
  expect(mine).toMatch(/\/cuatoi – Của tôi/)
  expect(mine).not.toMatch(/mathamgia|donvi|nguoidung/)
  expect(mine).toMatch(/Cần hỗ trợ: Văn phòng HĐND và UBND xã, điện thoại 0260 123 4567\.$/)
  expect(said(await hanh.says('/trogiup'))).toMatch(/\/mathamgia – Cấp mã tham gia/)
  expect(said(await hanh.says('/trogiup')).length).toBeLessThan(1200)
  expect(said(await mai.says('trogiup ngôn ngữ'))).toMatch(/Đổi ngôn ngữ: tiếng Việt hoặc tiếng Anh/)
})

test.each(['menu', '0'])('where there is no menu to open, “%s” shows what there is', async (typed) => {
  expect(said(await hanh.says(typed))).toBe(said(await hanh.says('/trogiup')))
})
