import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { type Instant, instantFrom, isoOf } from '../../src/domain/day.ts'
import {
  firstWorkingInstant,
  isOfficeTime,
  lastOccasion,
  lastOpenedDay,
  nextOccasion,
  type Occasion,
} from '../../src/domain/occasions.ts'

const zone = 'Asia/Ho_Chi_Minh'
const reckoning = { calendar: officeCalendar(), zone }
const at = (text: string) => instantFrom(`${text}:00+07:00`) as Instant
const shown = (instant: Instant | null) => instant && isoOf(instant, zone).slice(0, 16)

const morning: Occasion = { on: 'workday', time: '07:30' }
const monday: Occasion = { on: 'weekday', weekday: 1, time: '07:30' }
const friday: Occasion = { on: 'weekday', weekday: 5, time: '15:30' }
const night: Occasion = { on: 'day', time: '02:00' }

describe('when it comes next', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, Occasion, string, string][] = [
    ['this morning, before it',                       morning, '2024-04-05T07:29', '2024-04-05T07:30'],
    ['at the very instant it is the one after',       morning, '2024-04-05T07:30', '2024-04-08T07:30'],
    ['a made-up Saturday is a working morning',       morning, '2024-05-03T08:00', '2024-05-04T07:30'],
    ['every night, days off too',                     night,   '2024-04-06T00:00', '2024-04-06T02:00'],
    ['Monday',                                        monday,  '2024-04-05T08:00', '2024-04-08T07:30'],
    ['a Monday off moves to the next working morning', monday, '2024-08-30T16:00', '2024-09-04T07:30'],
    ['Friday afternoon',                              friday,  '2024-04-05T08:00', '2024-04-05T15:30'],
    ['a Friday off moves over the weekend',           friday,  '2024-02-02T16:00', '2024-02-15T07:30'],
    ['and the next Friday is itself again',           friday,  '2024-02-15T08:00', '2024-02-16T15:30'],
  ]
  test.each(cases)('%s', (_, occasion, after, expected) =>
    expect(shown(nextOccasion(occasion, at(after), reckoning))).toBe(expected),
  )
})

describe('the newest one between two instants', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, Occasion, string, string, string | null][] = [
    ['just reached',                     morning, '2024-04-04T07:30', '2024-04-05T07:30', '2024-04-05T07:30'],
    ['not reached yet',                  morning, '2024-04-04T07:30', '2024-04-05T07:29', null],
    ['done already',                     morning, '2024-04-05T07:30', '2024-04-05T09:00', null],
    ['of several missed only the last',  morning, '2024-04-01T07:30', '2024-04-08T10:00', '2024-04-08T07:30'],
    ['over a weekend',                   morning, '2024-04-05T07:30', '2024-04-07T23:00', null],
  ]
  test.each(cases)('%s', (_, occasion, after, until, expected) =>
    expect(shown(lastOccasion(occasion, { after: at(after), until: at(until) }, reckoning))).toBe(expected),
  )
})

describe('office time', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, boolean][] = [
    ['opening',            '2024-04-05T07:30', true],
    ['before opening',     '2024-04-05T07:29', false],
    ['the last minute',    '2024-04-05T16:59', true],
    ['closing',            '2024-04-05T17:00', false],
    ['a Saturday',         '2024-04-06T09:00', false],
    ['a Saturday worked',  '2024-05-04T09:00', true],
  ]
  test.each(cases)('%s', (_, when, expected) => expect(isOfficeTime(at(when), reckoning)).toBe(expected))
})

test('the last day whose office had opened', () => {
  expect(lastOpenedDay(at('2024-04-05T07:30'), reckoning)).toBe('2024-04-05')
  expect(lastOpenedDay(at('2024-04-05T07:29'), reckoning)).toBe('2024-04-04')
})

test('the first working instant of a day off is on the next working day', () => {
  expect(shown(firstWorkingInstant('2024-09-01', reckoning))).toBe('2024-09-04T07:30')
  expect(shown(firstWorkingInstant('2024-03-01', reckoning))).toBe('2024-03-01T07:30')
})
