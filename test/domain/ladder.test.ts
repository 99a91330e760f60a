import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, officeCalendar, usualHours } from '../../src/domain/calendar.ts'
import { addDays, daysBetween } from '../../src/domain/day.ts'
import { dayOfRung, headRung, newestRung, overdue, reminderDays } from '../../src/domain/ladder.ts'

const calendar = officeCalendar()

const ladder = (lastDay: string) => reminderDays(calendar, lastDay).map(({ rung, day }) => `${rung}: ${day}`)

describe('the mornings of a ladder', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string[]][] = [
    ['three days before a Tuesday is Friday',     '2024-04-09', ['14: 2024-03-26', '7: 2024-04-02', '3: 2024-04-05', '1: 2024-04-08', '0: 2024-04-09', '-1: 2024-04-10']],
    ['a last day on Saturday is said on Friday',  '2024-11-30', ['14: 2024-11-15', '7: 2024-11-22', '3: 2024-11-27', '0: 2024-11-29', '-1: 2024-12-02']],
    ['a last day on Sunday',                      '2024-03-31', ['14: 2024-03-15', '7: 2024-03-22', '3: 2024-03-28', '0: 2024-03-29', '-1: 2024-04-01']],
    ['all last rungs before a long holiday',      '2024-05-01', ['14: 2024-04-17', '7: 2024-04-24', '0: 2024-04-26', '-1: 2024-05-02']],
    ['the day before a Friday off, worked Saturday', '2024-05-06', ['14: 2024-04-22', '7: 2024-04-26', '3: 2024-05-03', '1: 2024-05-04', '0: 2024-05-06', '-1: 2024-05-07']],
  ]
  test.each(cases)('%s', (_, lastDay, expected) => expect(ladder(lastDay)).toEqual(expected))
})

test('another ladder may be set', () => {
  const ladder = { leads: [5, 0], counts: 'calendar' as const, afterwards: true }
  const days = reminderDays(calendar, '2024-04-09', ladder).map(({ day }) => day)
  expect(days).toEqual(['2024-04-04', '2024-04-09', '2024-04-10'])
})

describe('the newest rung of the mornings since the last run', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string, number | null][] = [
    ['the morning of a rung',                       '2024-04-04', '2024-04-05', 3],
    ['a morning between two rungs',                 '2024-04-03', '2024-04-04', null],
    ['a week without the program: only the newest', '2024-04-01', '2024-04-08', 1],
    ['a stop over the whole end: it is overdue',    '2024-03-25', '2024-04-15', -1],
    ['a Monday after a stop since Thursday',        '2024-04-04', '2024-04-08', 1],
    ['heard this morning already',                  '2024-04-05', '2024-04-05', null],
  ]
  test.each(cases)('%s', (_, since, today, rung) =>
    expect(newestRung(calendar, '2024-04-09', { since, today })).toBe(rung),
  )
})

test('the head hears on the working day before the last safe day', () => {
  const heard = ['2024-04-09', '2024-04-08', '2024-11-30'].map((lastDay) => dayOfRung(calendar, lastDay, headRung))
  expect(heard).toEqual(['2024-04-08', '2024-04-05', '2024-11-29'])
})

/** Calendars where at least one of seven days is worked. */
const calendars = fc.array(fc.boolean(), { minLength: 5, maxLength: 60 }).map((pattern): Calendar => {
  const worked = (day: string) => {
    const number = daysBetween('2020-01-01', day)
    return number % 7 === 0 || pattern[number % pattern.length] === true
  }
  return { isWorkday: worked, isTentative: () => false, hours: usualHours }
})
const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2020-01-01', count))

test('on any calendar: working days only, no morning twice, rungs come down, no safe rung after the last day', () => {
  fc.assert(
    fc.property(calendars, days, (any, lastDay) => {
      const found = reminderDays(any, lastDay)
      expect(found.every(({ day }) => any.isWorkday(day))).toBe(true)
      expect(new Set(found.map(({ day }) => day)).size).toBe(found.length)
      expect(found.map(({ rung }) => rung)).toEqual(found.map(({ rung }) => rung).sort((a, b) => b - a))
      expect(found.filter(({ day }) => day > lastDay).map(({ rung }) => rung)).toEqual([overdue])
    }),
  )
})
