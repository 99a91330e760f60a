import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { addDays, type Day, isDay, yearOf } from '../../src/domain/day.ts'
import { longestRest } from '../../src/domain/longest-rest.ts'
import { type DayEdit, daysOfYear, editYear, officeDaysOf } from '../../src/domain/office-days.ts'
import { isWeekend, publicHolidays } from '../../src/domain/public-holidays.ts'
import { readOfficeDays } from '../../src/domain/typed-office-days.ts'

const notice = { number: '812/TB-BNV', issuer: 'Bộ Nội vụ', day: '2026-11-05' }
const days = (year: number) => daysOfYear(officeDaysOf(), year)
const edited = (year: number, text: string) => {
  const read = readOfficeDays(text, year)
  if (!read.ok) throw new Error(read.reason)
  return editYear(year, days(year), read.edits, read.notice)
}

describe('a year by the law', () => {
  test('has eleven days off beside weekends, whatever falls together with them', () => {
    for (let year = 2000; year <= 2100; year++) {
      const off = [...publicHolidays(year)]
      const weekdays = off.filter((day) => !isWeekend(day))
      // Where Giỗ Tổ falls on 30/4 or 1/5 there is one day fewer.
      expect(weekdays.length).toBeGreaterThanOrEqual(10)
      expect(weekdays.length).toBeLessThanOrEqual(11)
      expect(off.every((day) => yearOf(day) === year)).toBe(true)
    }
  })

  test('never closes the office for more than eleven days on end', () => {
    const calendar = officeCalendar()
    for (let year = 2027; year <= 2060; year++) expect(longestRest(calendar, year)).toBeLessThanOrEqual(11)
  })
})

test('years as shipped are settled by their notices', () => {
  for (const year of [2024, 2025, 2026]) {
    expect(days(year).notices.length).toBeGreaterThan(0)
    for (const { number, issuer, day } of days(year).notices)
      expect([number !== '', issuer !== '', day === null || day < `${year}-05-01`]).toEqual([true, true, true])
  }
  expect(days(2027).notices).toEqual([])
})

describe('the first notice of a year', () => {
  const settled = edited(2027, 'nghỉ 04/02/2027 đến 10/02/2027 theo 812/TB-BNV')

  test('takes the place of what was reckoned for the holiday that it speaks of', () => {
    expect(settled.off.filter((day) => day.startsWith('2027-02'))).toEqual([
      ...['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'],
    ])
  })

  test('and leaves the other holidays as the law has them', () => {
    const others = (list: Day[]) => list.filter((day) => !day.startsWith('2027-02'))
    expect(others(settled.off)).toEqual(others(days(2027).off))
  })

  test('a later one adds to it', () => {
    const read = readOfficeDays('hoán đổi 30/04/2027 sang 08/05/2027 theo 13/TB-BNV', 2027)
    const both = read.ok ? editYear(2027, settled, read.edits, read.notice) : settled
    expect(both.notices.map(({ number }) => number)).toEqual(['812/TB-BNV', '13/TB-BNV'])
    expect(both.off).toEqual(settled.off)
    expect(both.madeUp).toEqual(['2027-05-08'])
  })

  test('the same one again corrects itself', () => {
    const again = editYear(2027, settled, [{ day: '2027-02-10', as: 'usual' }], notice)
    expect(again.notices).toEqual([notice])
    expect(again.off).not.toContain('2027-02-10')
  })
})

test('what an agency settles without a notice is certain, and nothing else of that year', () => {
  const own = editYear(2027, days(2027), [{ day: '2027-06-15', as: 'off' }], null)
  const calendar = officeCalendar(officeDaysOf({ 2027: own }))
  expect(calendar.isWorkday('2027-06-15')).toBe(false)
  expect(['2027-06-15', '2027-04-16'].map(calendar.isTentative)).toEqual([false, true])
})

test('a day left open is decided by naming it', () => {
  const own = editYear(2026, days(2026), [{ day: '2026-11-24', as: 'off' }], null)
  const calendar = officeCalendar(officeDaysOf({ 2026: own }))
  expect([calendar.isWorkday('2026-11-24'), calendar.isTentative('2026-11-24')]).toEqual([false, false])
})

const day = fc.integer({ min: 0, max: 364 }).map((add) => addDays('2027-01-01', add))
const edit: fc.Arbitrary<DayEdit> = fc.record({ day, as: fc.constantFrom('off', 'madeUp', 'usual') })
const fitting = (edits: DayEdit[]) => edits.filter(({ day, as }) => as !== 'madeUp' || isWeekend(day))

test('after any edits days off are weekdays and days worked instead are not, each once and in order', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.constantFrom(notice, null), (edits, by) => {
      const once = editYear(2027, days(2027), fitting(edits), by)
      expect(once.off.filter(isWeekend)).toEqual([])
      expect(once.madeUp.filter((one) => !isWeekend(one))).toEqual([])
      for (const list of [once.off, once.madeUp]) expect(list).toEqual([...new Set(list)].sort())
    }),
  )
})

test('any words are read as days of the year or refused', () => {
  const pieces = [
    'nghỉ',
    'làm bù',
    'hoán đổi',
    'sang',
    'đến',
    '-',
    '31/2',
    '10/4',
    '16',
    '2027',
    'ngày',
    'tháng 5',
    '(tức',
    ')',
    '\n',
    ';',
    '9/TB-BNV',
    '1'.repeat(300),
  ]
  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(words, (text) => {
      const read = readOfficeDays(text, 2027)
      if (read.ok) for (const one of read.edits) expect(isDay(one.day) && yearOf(one.day) === 2027).toBe(true)
      else expect(['unreadable', 'no_such_day', 'not_weekend', 'other_year']).toContain(read.reason)
    }),
  )
})
