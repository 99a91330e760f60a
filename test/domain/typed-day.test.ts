import { describe, expect, test } from 'vitest'
import { readTypedDay } from '../../src/domain/typed-day.ts'

/** A Wednesday. */
const today = '2024-03-27'
const period = { start: '2024-03-15', end: '2024-10-15' }

// biome-ignore format: a table keeps its columns
const readable: [typed: string, day: string][] = [
  ['10/4', '2024-04-10'],
  ['10-4-24', '2024-04-10'],
  ['10.4.2024', '2024-04-10'],
  ['10.4', '2024-04-10'],
  ['10 4 2024', '2024-04-10'],
  ['10 / 4 / 2024', '2024-04-10'],
  ['ngày 10/4', '2024-04-10'],
  ['10/4/2024.', '2024-04-10'],
  ['“10/4”', '2024-04-10'],
  ['2024-04-10', '2024-04-10'],
  ['ngày 10 tháng 4', '2024-04-10'],
  ['ngay 10 thang 4', '2024-04-10'],
  ['10 tháng 4 năm 2024', '2024-04-10'],
  ['ngày 10 tháng 4 năm 2024', '2024-04-10'],
  ['ngày 10 tháng 4 năm nay', '2024-04-10'],
  ['10/4 năm sau', '2025-04-10'],
  ['10 thg 4', '2024-04-10'],
  ['mùng 10 tháng 4', '2024-04-10'],
  ['ngày mười tháng tư', '2024-04-10'],
  ['ngày mười lăm tháng chín năm 2024', '2024-09-15'],
  ['ngày ba mươi mốt tháng năm', '2024-05-31'],
  ['hai mươi mốt tháng tám', '2024-08-21'],
  ['ngày hai tháng chín', '2024-09-02'],
  ['30/4', '2024-04-30'],
  ['2/9', '2024-09-02'],
  ['29/2/2024', '2024-02-29'],
  ['26/3', '2025-03-26'],
  ['27/3', '2024-03-27'],
  ['mùng 10', '2024-04-10'],
  ['mồng 2', '2024-04-02'],
  ['ngày 28', '2024-03-28'],
  ['ngày 27', '2024-03-27'],
  ['ngày 31', '2024-03-31'],
  ['cuối tháng', '2024-03-31'],
  ['cuối tháng này', '2024-03-31'],
  ['cuối tháng sau', '2024-04-30'],
  ['cuối tháng 9', '2024-09-30'],
  ['cuoi thang 9', '2024-09-30'],
  ['cuối T9', '2024-09-30'],
  ['CUỐI THÁNG CHÍN', '2024-09-30'],
  ['hết tháng 9/2024', '2024-09-30'],
  ['đến hết tháng 9 năm 2024', '2024-09-30'],
  ['cuối tháng 2', '2025-02-28'],
  ['cuối tháng sáu', '2024-06-30'],
  ['cuoi thang sau', '2024-04-30'],
  ['ngày sáu tháng sáu', '2024-06-06'],
  ['ngày mười sáu tháng năm năm 2024', '2024-05-16'],
  ['giữa tháng 9', '2024-09-15'],
  ['đầu tháng 6', '2024-06-01'],
  ['cuối quý III', '2024-09-30'],
  ['hết quý 2/2024', '2024-06-30'],
  ['cuối quý ba', '2024-09-30'],
  ['cuối năm', '2024-12-31'],
  ['hết năm 2024', '2024-12-31'],
  ['hôm nay', '2024-03-27'],
  ['mai', '2024-03-28'],
  ['Ngày mai', '2024-03-28'],
  ['ngày kia', '2024-03-29'],
  ['thứ 6', '2024-03-29'],
  ['thứ sáu', '2024-03-29'],
  ['thu sau', '2024-03-29'],
  ['T6', '2024-03-29'],
  ['thứ tư', '2024-03-27'],
  ['thứ tư tới', '2024-04-03'],
  ['thứ ba', '2024-04-02'],
  ['thứ hai tuần này', '2024-03-25'],
  ['thứ sáu tuần sau', '2024-04-05'],
  ['thu 6 tuan toi', '2024-04-05'],
  ['chủ nhật', '2024-03-31'],
  ['CN tuần sau', '2024-04-07'],
  ['cuối tuần', '2024-03-31'],
  ['thứ Ba 09/04/2024', '2024-04-09'],
  ['thứ Năm 11/04', '2024-04-11'],
  ['thứ Ba, ngày 9/4', '2024-04-09'],
  ['15 ngày nữa', '2024-04-11'],
  ['2 tuần nữa', '2024-04-10'],
  ['1 tháng nữa', '2024-04-27'],
  ['chậm nhất ngày 30/9', '2024-09-30'],
  ['vào ngày 30/9', '2024-09-30'],
  ['tomorrow', '2024-03-28'],
  ['next Friday', '2024-03-29'],
  ['Friday next week', '2024-04-05'],
  ['10 April', '2024-04-10'],
  ['April 10, 2024', '2024-04-10'],
  ['end of September', '2024-09-30'],
]

test.each(readable)('“%s” is %s', (typed, day) => {
  expect(readTypedDay(typed, { today })).toEqual({ ok: true, day })
})

test.each(readable)('“%s” in decomposed letters is %s too', (typed, day) => {
  expect(readTypedDay(typed.normalize('NFD'), { today })).toEqual({ ok: true, day })
})

const unreadable = [
  '',
  '   ',
  'abc',
  '10',
  '45/4',
  '10/13',
  '0/4',
  '10/4/3024',
  '10/4/2',
  '10/4 - 15/4',
  '10/4, 15/4',
  'tuần sau',
  'tháng 9',
  'quý III',
  '15/8 âm lịch',
  'rằm tháng Bảy',
  'tháng Chạp',
  'thứ 8',
  'thứ Hai 09/04/2024',
  '8h 10/4',
  'trước ngày 10/4',
  '23/KH-UBND',
  '100% hồ sơ',
  'khi nào xong',
  'đúng hạn',
  '👍',
  '１０',
]

test.each(unreadable)('“%s” names no day', (typed) => {
  expect(readTypedDay(typed, { today })).toEqual({ ok: false, reason: 'unreadable' })
})

test.each([
  ['31/2', { day: 31, month: 2, year: null }],
  ['30 tháng 2 năm 2024', { day: 30, month: 2, year: 2024 }],
  ['31/4', { day: 31, month: 4, year: null }],
  ['29/2/2023', { day: 29, month: 2, year: 2023 }],
  ['29/2', { day: 29, month: 2, year: null }],
])('“%s” does not exist, and what was understood is said', (typed, understood) => {
  expect(readTypedDay(typed, { today })).toEqual({ ok: false, reason: 'no_such_day', understood })
})

describe('inside a period', () => {
  // biome-ignore format: a table keeps its columns
  test.each<[say: string, typed: string, day: string]>([
    ['a day without a year is the one inside',            '30/9',       '2024-09-30'],
    ['though it has passed',                              '20/3',       '2024-03-20'],
    ['its first day is inside',                           '15/3',       '2024-03-15'],
    ['its last day is inside',                            '15/10/2024', '2024-10-15'],
  ])('%s: “%s”', (_, typed, day) => {
    expect(readTypedDay(typed, { today, within: period })).toEqual({ ok: true, day })
  })

  test('a year that only the period has is found', () => {
    const within = { start: '2025-10-01', end: '2026-03-31' }
    expect(readTypedDay('10/2', { today: '2025-11-20', within })).toEqual({ ok: true, day: '2026-02-10' })
    expect(readTypedDay('10/2', { today: '2024-11-20', within })).toEqual({ ok: true, day: '2026-02-10' })
  })

  test.each<[string, { day: number; month: number; year: number | null }]>([
    ['16/10', { day: 16, month: 10, year: null }],
    ['14/03/2024', { day: 14, month: 3, year: 2024 }],
    ['cuối tháng 10', { day: 31, month: 10, year: null }],
    ['cuối năm', { day: 31, month: 12, year: 2024 }],
  ])('“%s” is outside', (typed, understood) => {
    expect(readTypedDay(typed, { today, within: period })).toEqual({ ok: false, reason: 'outside', understood })
  })

  test('a period without an end takes any later day', () => {
    const within = { start: '2024-03-15', end: null }
    expect(readTypedDay('10/4/2031', { today, within })).toEqual({ ok: true, day: '2031-04-10' })
  })
})

test('a day that has passed is refused where only coming days count', () => {
  const past = { ok: false, reason: 'past', understood: { day: 20, month: 3, year: 2024 } }
  expect(readTypedDay('20/3/2024', { today, future: true })).toEqual(past)
  expect(readTypedDay('hôm nay', { today, future: true })).toEqual({ ok: true, day: today })
})
