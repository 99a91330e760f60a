import { describe, expect, test } from 'vitest'
import { hungKingsDay, lunarNewYear } from '../../src/domain/am-lich.ts'
import {
  officeCalendar,
  restsTentatively,
  workdayAfter,
  workdayBefore,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysBetween,
} from '../../src/domain/calendar.ts'
import { addDays, isDay } from '../../src/domain/day.ts'
import { officeDaysOf } from '../../src/domain/office-days.ts'
import { isWeekend, publicHolidays } from '../../src/domain/public-holidays.ts'

const calendar = officeCalendar()

describe('which days are worked', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, boolean][] = [
    ['an ordinary Tuesday',                                  '2024-04-09', true],
    ['a Saturday',                                           '2024-04-06', false],
    ['a Sunday',                                             '2024-04-07', false],
    ['Giỗ Tổ 2024',                                          '2024-04-18', false],
    ['the Monday given free before 30/4/2024',               '2024-04-29', false],
    ['the Saturday worked for it',                           '2024-05-04', true],
    ['a weekday of Tết 2025',                                '2025-01-27', false],
    ['the Monday after Giỗ Tổ on a Sunday in 2026',          '2026-04-27', false],
    ['24/11/2026, on which nothing is decided yet',          '2026-11-24', true],
    ['the eve of Tết 2027, by the law',                      '2027-02-05', false],
    ['the Wednesday given for a Tết Saturday in 2027',       '2027-02-10', false],
    ['the Thursday given for a Tết Sunday in 2027',          '2027-02-11', false],
    ['the Friday after',                                     '2027-02-12', true],
    ['the Monday given for 1/5/2027, a Saturday',            '2027-05-03', false],
    ['the second day of National Day 2027',                  '2027-09-03', false],
    ['the day before National Day 2027',                     '2027-09-01', true],
  ]
  test.each(cases)('%s: %s', (_, day, worked) => expect(calendar.isWorkday(day)).toBe(worked))
})

test('a day left open is off once its switch says so', () => {
  const decided = officeCalendar({ ...officeDaysOf(), undecided: [{ day: '2026-11-24', off: true }] })
  expect(decided.isWorkday('2026-11-24')).toBe(false)
  expect(decided.isWorkday('2026-11-25')).toBe(true)
})

test('only years without a notice, and days left open, are tentative', () => {
  expect(['2024-04-18', '2026-04-27', '2026-11-24', '2027-04-16'].filter(calendar.isTentative)).toEqual([
    '2026-11-24',
    '2027-04-16',
  ])
})

test('every announced day is a day of its year; days off are weekdays, days made up are not', () => {
  for (const [year, { off, madeUp }] of Object.entries(officeDaysOf().years)) {
    for (const day of [...off, ...madeUp]) expect(isDay(day) && day.startsWith(year)).toBe(true)
    expect(off.filter(isWeekend)).toEqual([])
    expect(madeUp.filter((day) => !isWeekend(day))).toEqual([])
  }
})

test('but for Tết, whose five days the Government places each year, the law finds every holiday that was announced', () => {
  for (const [year, { off }] of Object.entries(officeDaysOf().years)) {
    const reckoned = [...publicHolidays(Number(year))].filter((day) => !isWeekend(day) && !day.startsWith(`${year}-02`))
    const missing = reckoned.filter((day) => !off.includes(day))
    expect(missing).toEqual([])
  }
})

describe('the lunar calendar of Vietnam', () => {
  // biome-ignore format: a table keeps its columns
  const years: [number, string, string][] = [
    [2020, '2020-01-25', '2020-04-02'],
    [2023, '2023-01-22', '2023-04-29'],   // a leap second month stands before Giỗ Tổ
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2030, '2030-02-02', '2030-04-12'],   // a day before China's
    [2033, '2033-01-31', '2033-04-09'],
  ]
  test.each(years)('%i: Tết %s, Giỗ Tổ %s', (year, newYear, hungKings) => {
    expect(lunarNewYear(year)).toBe(newYear)
    expect(hungKingsDay(year)).toBe(hungKings)
  })
})

describe('whether a day was moved by what no notice has settled', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string, boolean][] = [
    ['back over Giỗ Tổ 2027, a Friday without a notice',        '2027-04-16', '2027-04-15', true],
    ['from the Sunday after it',                                '2027-04-18', '2027-04-15', true],
    ['back over a weekend only',                                '2027-03-14', '2027-03-12', false],
    ['from the working day itself',                             '2027-04-15', '2027-04-15', false],
    ['forward over Giỗ Tổ 2027',                                '2027-04-16', '2027-04-19', true],
    ['back over Giỗ Tổ 2024, which was announced',              '2024-04-18', '2024-04-17', false],
    ['back over a day left open, which is worked',              '2026-11-24', '2026-11-23', false],
  ]
  test.each(cases)('%s: %s', (_, from, to, expected) => expect(restsTentatively(calendar, from, to)).toBe(expected))
})

describe('moving to a working day', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, typeof workdayBefore, string, string][] = [
    ['a working day stays, backwards',            workdayOnOrBefore, '2024-04-05', '2024-04-05'],
    ['a working day stays, forwards',             workdayOnOrAfter,  '2024-04-05', '2024-04-05'],
    ['a Saturday goes back to Friday',            workdayOnOrBefore, '2024-04-06', '2024-04-05'],
    ['a Sunday goes on to Monday',                workdayOnOrAfter,  '2024-04-07', '2024-04-08'],
    ['back over a long holiday',                  workdayOnOrBefore, '2024-05-01', '2024-04-26'],
    ['on to a Saturday that is worked',           workdayAfter,      '2024-05-03', '2024-05-04'],
    ['the working day before a Monday',           workdayBefore,     '2024-04-08', '2024-04-05'],
  ]
  test.each(cases)('%s', (_, move, day, expected) => expect(move(calendar, day)).toBe(expected))
})

describe('working days left', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string, number][] = [
    ['two weeks before',                             '2024-03-26', '2024-04-09', 10],
    ['the Friday before a Tuesday',                  '2024-04-05', '2024-04-09', 2],
    ['the day before',                               '2024-04-08', '2024-04-09', 1],
    ['the day itself',                               '2024-04-09', '2024-04-09', 0],
    ['after it',                                     '2024-04-10', '2024-04-09', 0],
    ['over Giỗ Tổ, 30/4, 1/5 and a Saturday worked', '2024-04-17', '2024-05-06', 10],
  ]
  test.each(cases)('%s', (_, from, to, days) => expect(workdaysBetween(calendar, from, to)).toBe(days))
})

test('a step to the next working day is one working day', () => {
  const days = Array.from({ length: 800 }, (_, index) => addDays('2024-01-01', index))
  for (const day of days) expect(workdaysBetween(calendar, day, workdayAfter(calendar, day))).toBe(1)
})
