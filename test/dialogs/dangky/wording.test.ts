import { expect, test } from 'vitest'
import { shorten } from '../../../src/dialogs/dangky/ask.ts'
import { splitRecipient } from '../../../src/dialogs/lifecycle/recipient.ts'

// biome-ignore format: a table keeps its columns
test.each([
  ['Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng – thống kê xã)', 'Hội đồng Thi đua - Khen thưởng xã', 'Văn phòng – thống kê xã'],
  ['UBND tỉnh (thông qua Sở Nội vụ)',                                 'UBND tỉnh',                         'Sở Nội vụ'],
  ['UBND xã',                                                         'UBND xã',                           'UBND xã'],
  ['Phòng Nội vụ (tầng 2)',                                           'Phòng Nội vụ (tầng 2)',             'Phòng Nội vụ (tầng 2)'],
])('“%s” decides as %s, and takes papers through %s', (recipient, council, through) => {
  expect(splitRecipient(recipient)).toEqual({ council, through })
})

test('no recipient is none', () => {
  expect(splitRecipient(null)).toBeNull()
})

// biome-ignore format: a table keeps its columns
test.each([
  ['ngắn',                                        20, 'ngắn'],
  ['Cải cách hành chính; tăng cường kỷ luật',     25, 'Cải cách hành chính…'],
  ['x'.repeat(30),                                10, `${'x'.repeat(9)}…`],
])('“%s” in %d letters', (text, most, expected) => {
  expect(shorten(text, most)).toBe(expected)
  expect(shorten(text, most).length).toBeLessThanOrEqual(most)
})
