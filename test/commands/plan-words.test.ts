import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Commune, openCommune } from '../dialogs/commune.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune()
})
afterEach(() => commune.office.close())

// biome-ignore format: a table keeps its columns
test.each([
  { say: 'a plan by its words opens its card',        text: 'kehoach thành lập tỉnh',               expect: 'Thi đua 120 năm thành lập tỉnh\nSố' },
  { say: 'without marks too',                         text: 'ke hoach thanh lap tinh',              expect: 'Thi đua 120 năm thành lập tỉnh\nSố' },
  { say: 'registering by a plan’s words',             text: 'đăng ký thành lập tỉnh',               expect: 'bước 1/5: Nội dung' },
  { say: 'a question about it stays one',             text: 'đăng ký thành lập tỉnh bao giờ hết hạn', expect: 'Gửi chậm nhất' },
  { say: 'other words after the command are speech',  text: 'đăng ký xe máy ở đâu',                 expect: 'Hệ thống' },
  { say: 'likewise of a plan of one’s own',           text: 'kế hoạch tuần sau của anh',            expect: 'Hệ thống' },
])('$say: “$text”', async ({ text, expect: said }) => {
  const heard = await commune.lan.says(text)
  expect(heard.map((one) => one.text).join('\n')).toContain(said)
})
