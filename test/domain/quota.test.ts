import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { instantFrom } from '../../src/domain/day.ts'
import {
  forecastOf,
  inOfficeHours,
  levelOf,
  monthKey,
  nextMorning,
  quotaOf,
  routeOf,
  thresholdReached,
} from '../../src/domain/quota.ts'

const calendar = officeCalendar()
const reckoning = { calendar, zone: 'Asia/Ho_Chi_Minh' }

describe('what a channel may use', () => {
  test('as its platform publishes it', () => expect(quotaOf('zalo', null)).toEqual({ messages: 3000, users: 50 }))
  test('as the office has set it', () => {
    const set = { zalo: { messages: 10_000, users: null } }
    expect(quotaOf('zalo', set)).toEqual({ messages: 10_000, users: null })
  })
  test('nothing where nothing is known', () => expect(quotaOf('zalo-oa', null)).toBeNull())
  test('counted by the calendar month', () => expect(monthKey('2024-04-30')).toBe('2024-04'))
})

test.each([
  ['below the first', 60, 69, null],
  ['the first', 69, 70, 70],
  ['a message of several parts passes it', 69, 75, 70],
  ['told once', 70, 71, null],
  ['the second', 89, 90, 90],
  ['two at once: the higher', 60, 95, 90],
  ['the end', 99, 100, 100],
  ['beyond the end', 100, 101, null],
])('a threshold: %s', (_what, before, after, reached) => expect(thresholdReached(before, after, 100)).toBe(reached))

// April 2024 has 19 working days: the 18th, the 29th and the 30th are off.
describe('where the pace leads', () => {
  test.each([
    ['nothing sent', 0, '2024-04-15', { expected: 0, runsOutOn: null }],
    ['half of it in half of the month', 1000, '2024-04-12', { expected: 1900, runsOutOn: null }],
    ['twice as much as there is', 3000 - 1, '2024-04-12', { expected: 5698, runsOutOn: '2024-04-15' }],
    [
      'two thirds by the middle, a holiday before the end',
      2000,
      '2024-04-12',
      { expected: 3800, runsOutOn: '2024-04-22' },
    ],
    ['all of it', 3000, '2024-04-12', { expected: 5700, runsOutOn: '2024-04-12' }],
    ['one busy day at the beginning says little', 200, '2024-04-01', { expected: 1400, runsOutOn: null }],
  ])('%s', (_what, sent, today, forecast) => expect(forecastOf(sent, 3000, today, calendar)).toEqual(forecast))

  test.each([
    ['it lasts', 1000, 'free'],
    ['it does not', 2000, 'tight'],
    ['there is none', 3000, 'spent'],
  ])('%s', (_what, sent, level) => expect(levelOf(sent, 3000, '2024-04-12', calendar)).toBe(level))
})

test.each([
  ['enough: as ever', { level: 'free', kind: 'digest', hasOther: true, mayWait: true }, 'here'],
  ['a reminder stays where its person is', { level: 'tight', kind: 'reminder', hasOther: true, mayWait: true }, 'here'],
  ['a reminder does not wait', { level: 'tight', kind: 'reminder', hasOther: false, mayWait: true }, 'here'],
  ['news goes elsewhere', { level: 'tight', kind: 'announcement', hasOther: true, mayWait: true }, 'elsewhere'],
  ['news waits a night', { level: 'tight', kind: 'announcement', hasOther: false, mayWait: true }, 'wait'],
  ['but one only', { level: 'tight', kind: 'announcement', hasOther: false, mayWait: false }, 'here'],
  [
    'none left: elsewhere, whatever it is',
    { level: 'spent', kind: 'reminder', hasOther: true, mayWait: true },
    'elsewhere',
  ],
  [
    'none left, nowhere else: the platform says so',
    { level: 'spent', kind: 'digest', hasOther: false, mayWait: true },
    'here',
  ],
] as const)('%s', (_what, of, route) => expect(routeOf(of)).toBe(route))

test.each([
  ['before the office opens', '2024-04-05T06:00:00+07:00', '2024-04-05T07:30:00+07:00'],
  ['in its hours', '2024-04-04T09:00:00+07:00', '2024-04-05T07:30:00+07:00'],
  ['before the weekend', '2024-04-05T16:00:00+07:00', '2024-04-08T07:30:00+07:00'],
])('the next morning %s', (_what, at, morning) =>
  expect(nextMorning(instantFrom(at) ?? 0, reckoning)).toBe(instantFrom(morning)),
)

test('in office hours at once, at night in the morning', () => {
  const [noon, night] = ['2024-04-05T11:00:00+07:00', '2024-04-05T22:00:00+07:00'].map((at) => instantFrom(at) ?? 0)
  expect(inOfficeHours(noon as number, reckoning)).toBe(noon)
  expect(inOfficeHours(night as number, reckoning)).toBe(instantFrom('2024-04-08T07:30:00+07:00'))
})
