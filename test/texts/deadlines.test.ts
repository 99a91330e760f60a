import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import {
  formatDeadline,
  formatDeadlineShort,
  formatDeed,
  formatLastDay,
  formatLastDayShort,
  type When,
} from '../../src/texts/deadlines.ts'
import { createTexts } from '../../src/texts/texts.ts'

const vi = createTexts()('vi')
const calendar = officeCalendar()

const undated: When = {
  on: null,
  from: null,
  relation: null,
  time: null,
  precision: 'none',
  recurrence: null,
  event: null,
  offset: null,
  reference: null,
}
const on = (day: string, rest: Partial<When> = {}): When => ({ ...undated, on: day, precision: 'day', ...rest })
const never = {
  month: null,
  day: null,
  weekday: null,
  fromMonth: null,
  fromDay: null,
  of: null,
  relation: null,
  latest: null,
}
const again = (every: 'week' | 'month' | 'quarter' | 'year', rest: object = {}): When => ({
  ...undated,
  recurrence: { every, ...never, ...rest },
})

describe('when, in the words of the plan', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, When, string][] = [
    ['before a day',             on('2024-04-10', { relation: 'before' }),                  'trước ngày 10/04/2024'],
    ['up to a day',              on('2024-04-10', { relation: 'by' }),                      'chậm nhất ngày 10/04/2024'],
    ['on a day',                 on('2024-04-10', { relation: 'on' }),                      'ngày 10/04/2024'],
    ['before an hour',           on('2024-04-10', { relation: 'before', time: '16:00' }),   'trước 16:00 ngày 10/04/2024'],
    ['a span of days',           on('2024-04-10', { relation: 'during', from: '2024-04-08' }), 'từ ngày 08/04/2024 đến hết ngày 10/04/2024'],
    ['in a month',               on('2024-03-31', { relation: 'during', precision: 'month' }), 'trong tháng 3/2024'],
    ['up to a month',            on('2024-10-31', { relation: 'by', precision: 'month' }),  'chậm nhất hết tháng 10/2024'],
    ['in a quarter',             on('2024-06-30', { relation: 'during', precision: 'quarter' }), 'trong quý II/2024'],
    ['in half a year',           on('2024-12-31', { relation: 'during', precision: 'half_year' }), 'trong 6 tháng cuối năm 2024'],
    ['in a year',                on('2024-12-31', { relation: 'during', precision: 'year' }), 'trong năm 2024'],
    ['every year before a day',  again('year', { relation: 'before', day: 15, month: 3 }),  'hằng năm, trước ngày 15/03'],
    ['every year in a span',     again('year', { relation: 'during', day: 15, fromDay: 10, month: 12 }), 'hằng năm, từ ngày 10/12 đến hết ngày 15/12'],
    ['every month by a day',     again('month', { relation: 'by', day: 25 }),               'hằng tháng, chậm nhất ngày 25'],
    ['every quarter, last month', again('quarter', { relation: 'before', day: 15, of: 'last_month' }), 'hằng quý, trước ngày 15 của tháng cuối kỳ'],
    ['every week on a weekday',  again('week', { weekday: 5 }),                             'hằng tuần, thứ Sáu'],
    ['every year without a day', again('year'),                                             'hằng năm'],
    ['with a later limit',       again('year', { relation: 'before', day: 10, month: 1, latest: { month: 1, day: 31 } }), 'hằng năm, trước ngày 10/01; trường hợp đặc biệt chậm nhất ngày 31/01'],
    ['days after the launch',    { ...undated, offset: { days: 15, working: false, from: 'launch' } }, 'trong 15 ngày kể từ ngày phát động'],
    ['working days before an event', { ...undated, event: 'ngày khai mạc', offset: { days: -5, working: true, from: 'event' } }, 'trước ngày khai mạc 5 ngày làm việc'],
    ['at an event',              { ...undated, event: 'khi kết thúc hội nghị' },            'khi kết thúc hội nghị'],
    ['by another document',      { ...undated, reference: { number: '12/KH-UBND', date: null, clause: 'khoản 2 Mục II' } }, 'theo khoản 2 Mục II văn bản số 12/KH-UBND'],
    ['no day',                   undated,                                                   'kế hoạch chưa ghi ngày'],
  ]
  test.each(cases)('%s', (_, when, expected) => expect(formatDeadline(vi, when)).toBe(expected))
})

test('the year is left out where it is known', () => {
  expect(formatDeadlineShort(vi, on('2024-04-10', { relation: 'before' }))).toBe('trước ngày 10/04')
})

describe('the last safe day as people are told it', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, Parameters<typeof formatLastDay>[2], string][] = [
    ['a registration is sent',       { kind: 'registration', precision: 'day', lastDay: '2024-04-09' },   'gửi chậm nhất thứ Ba 09/04/2024'],
    ['a day off goes back',          { kind: 'report', precision: 'day', lastDay: '2024-11-30' },         'gửi chậm nhất thứ Sáu 29/11/2024'],
    ['a review happens in a month',  { kind: 'final_review', precision: 'month', lastDay: '2024-11-30' }, 'ngày làm việc cuối là thứ Sáu 29/11/2024'],
    ['a Saturday after one',         { kind: 'report', precision: 'day', lastDay: '2027-04-17' },         'gửi chậm nhất thứ Năm 15/04/2027 (tạm tính)'],
    ['a holiday not settled yet',    { kind: 'report', precision: 'day', lastDay: '2027-04-16' },         'gửi chậm nhất thứ Năm 15/04/2027 (tạm tính)'],
    ['a launch on a day',            { kind: 'launch', precision: 'day', lastDay: '2024-03-15' },         'thực hiện chậm nhất thứ Sáu 15/03/2024'],
  ]
  test.each(cases)('%s', (_, last, expected) => expect(formatLastDay(vi, calendar, last)).toBe(expected))
})

test('the deed is named with the short name of the plan', () => {
  expect(formatDeed(vi, 'registration', 'thi đua 120 năm thành lập tỉnh')).toBe(
    'đăng ký thi đua 120 năm thành lập tỉnh',
  )
  expect(formatLastDayShort(vi, calendar, { kind: 'registration', precision: 'day', lastDay: '2024-04-09' })).toBe(
    'gửi chậm nhất thứ Ba 09/04',
  )
})
