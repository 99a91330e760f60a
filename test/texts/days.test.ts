import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { instantOf } from '../../src/domain/day.ts'
import { capitalise } from '../../src/texts/capitalise.ts'
import {
  formatDay,
  formatDayShort,
  formatDaysLeft,
  formatFull,
  formatMoment,
  formatNearDay,
  formatShort,
  formatStillTold,
} from '../../src/texts/days.ts'
import { createTexts } from '../../src/texts/texts.ts'

const texts = createTexts()
const [vi, en] = [texts('vi'), texts('en')]
const calendar = officeCalendar()
const zone = 'Asia/Ho_Chi_Minh'

test('days are written as offices write them', () => {
  expect(formatDay(vi, '2024-04-09')).toBe('thứ Ba 09/04/2024')
  expect(formatDayShort(vi, '2024-04-09')).toBe('thứ Ba 09/04')
  expect(formatDayShort(vi, '2024-04-07')).toBe('Chủ nhật 07/04')
  expect(formatShort('2024-04-09')).toBe('09/04')
  expect(formatFull('2024-04-09')).toBe('09/04/2024')
  expect(formatDay(en, '2024-04-09')).toBe('Tuesday 09/04/2024')
})

test('an instant is written with its wall time in the zone', () => {
  expect(formatMoment(vi, instantOf('2024-03-27', '09:12', zone), zone)).toBe('09:12 thứ Tư 27/03/2024')
})

test('today and tomorrow are named', () => {
  expect(formatNearDay(vi, '2024-04-08', '2024-04-09')).toBe('ngày mai, thứ Ba 09/04')
  expect(formatNearDay(vi, '2024-04-09', '2024-04-09')).toBe('hôm nay, thứ Ba 09/04')
  expect(formatNearDay(vi, '2024-04-05', '2024-04-09')).toBe('thứ Ba 09/04')
})

describe('how long is left', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string, string][] = [
    ['two weeks before',     '2024-03-26', 'còn 14 ngày (10 ngày làm việc)', '14 days left (working days: 10)'],
    ['the Friday before',    '2024-04-05', 'còn 4 ngày (2 ngày làm việc)',   '4 days left (working days: 2)'],
    ['the day before',       '2024-04-08', 'còn 1 ngày (1 ngày làm việc)',   '1 day left (working days: 1)'],
    ['the last day',         '2024-04-09', 'hôm nay là ngày cuối',           'today is the last day'],
    ['the day after',        '2024-04-10', 'đã qua 1 ngày',                  '1 day past'],
  ]
  test.each(cases)('%s', (_, today, vietnamese, english) => {
    expect(formatDaysLeft(vi, calendar, today, '2024-04-09')).toBe(vietnamese)
    expect(formatDaysLeft(en, calendar, today, '2024-04-09')).toBe(english)
  })
})

test('a phrase begins a sentence with a capital', () => {
  expect(['còn 4 ngày', 'đăng ký', ''].map(capitalise)).toEqual(['Còn 4 ngày', 'Đăng ký', ''])
})

test('a day still to be told says that it is not settled, and is the last safe day itself once the working day has passed', () => {
  const told = (today: string) => formatStillTold({ texts: vi, calendar, today }, '2027-04-17')
  expect(told('2027-04-12')).toBe('thứ Năm 15/04 (tạm tính)')
  expect(told('2027-04-16')).toBe('thứ Bảy 17/04')
})
