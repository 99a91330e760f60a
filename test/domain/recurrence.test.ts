import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/domain/plan.ts'
import { deadlineOfRound, roundByKey, roundSpan, roundsAround } from '../../src/domain/recurrence.ts'
import { deadlineWith } from './plan-drafts.ts'

type Recurrence = NonNullable<Deadline['recurrence']>
const comesBack = (recurrence: Partial<Recurrence>, time: string | null = null) => ({
  time,
  recurrence: {
    ...{ every: 'year', month: null, day: null, weekday: null, fromMonth: null, fromDay: null },
    ...{ of: null, relation: 'before', latest: null, ...recurrence },
  } as Recurrence,
})
const open = { start: null, end: null }

// biome-ignore format: a table keeps its columns
test.each([
  ['a month: before the 25th',                  comesBack({ every: 'month', day: 25 }),                                       '2024-03-20', ['2024-02 2024-02-24', '2024-03 2024-03-24', '2024-04 2024-04-24']],
  ['on its last safe day it is still the next', comesBack({ every: 'month', day: 25 }),                                       '2024-03-24', ['2024-02 2024-02-24', '2024-03 2024-03-24', '2024-04 2024-04-24']],
  ['the day after, the next month comes next',  comesBack({ every: 'month', day: 25 }),                                       '2024-03-25', ['2024-03 2024-03-24', '2024-04 2024-04-24', '2024-05 2024-05-24']],
  ['by the 31st, in months that have none',     comesBack({ every: 'month', day: 31, relation: 'by' }),                       '2024-02-10', ['2024-01 2024-01-31', '2024-02 2024-02-29', '2024-03 2024-03-31']],
  ['the last month of the quarter',             comesBack({ every: 'quarter', day: 20, of: 'last_month', relation: 'by' }),   '2024-02-10', ['2023-Q4 2023-12-20', '2024-Q1 2024-03-20', '2024-Q2 2024-06-20']],
  ['a quarter, in the month after it',          comesBack({ every: 'quarter', day: 5 }),                                      '2024-04-03', ['2023-Q4 2024-01-04', '2024-Q1 2024-04-04', '2024-Q2 2024-07-04']],
  ['half a year, in its sixth month',           comesBack({ every: 'half_year', month: 6, day: 5 }),                          '2024-03-01', ['2023-H2 2023-12-04', '2024-H1 2024-06-04', '2024-H2 2024-12-04']],
  ['a year, on a day',                          comesBack({ every: 'year', month: 12, day: 15 }),                             '2024-03-01', ['2023 2023-12-14', '2024 2024-12-14', '2025 2025-12-14']],
  ['a year, within a month',                    comesBack({ every: 'year', month: 2, relation: 'during' }),                   '2024-02-10', ['2023 2023-02-28', '2024 2024-02-29', '2025 2025-02-28']],
  ['Fridays',                                   comesBack({ every: 'week', weekday: 5, relation: 'on' }),                     '2024-12-31', ['2024-W52 2024-12-27', '2025-W01 2025-01-03', '2025-W02 2025-01-10']],
  ['each day by an hour is that day',           comesBack({ every: 'day' }, '13:00'),                                         '2024-03-01', ['2024-02-29 2024-02-29', '2024-03-01 2024-03-01', '2024-03-02 2024-03-02']],
  ['without a day: the round that runs',        comesBack({ every: 'quarter', relation: null }),                              '2024-05-01', ['2024-Q2 null']],
] as const)('%s', (_say, deadline, today, expected) => {
  expect(roundsAround(deadline, today, open).map(({ key, lastDay }) => `${key} ${lastDay}`)).toEqual(expected)
})

describe('rounds stay within the time of the plan', () => {
  const monthly = comesBack({ every: 'month', day: 25 })
  const keys = (today: string, start: string | null, end: string | null) =>
    roundsAround(monthly, today, { start, end }).map(({ key }) => key)

  test('none before it begins', () => expect(keys('2024-03-20', '2024-03-15', null)).toEqual(['2024-03', '2024-04']))
  test('none after it ends', () => expect(keys('2024-10-20', null, '2024-10-15')).toEqual(['2024-09', '2024-10']))
  test('after its end the last one stays', () => expect(keys('2024-11-20', null, '2024-10-15')).toEqual(['2024-10']))
  test('a day that was before the plan is not owed', () =>
    expect(keys('2024-03-28', '2024-03-26', null)).toEqual(['2024-04', '2024-05']))
})

// biome-ignore format: a table keeps its columns
test.each([
  ['2024',       '2024-01-01', '2024-12-31'],
  ['2024-H2',    '2024-07-01', '2024-12-31'],
  ['2024-Q1',    '2024-01-01', '2024-03-31'],
  ['2024-02',    '2024-02-01', '2024-02-29'],
  ['2024-W01',   '2024-01-01', '2024-01-07'],
  ['2024-W13',   '2024-03-25', '2024-03-31'],
  ['2024-03-27', '2024-03-27', '2024-03-27'],
])('the round %s runs from %s to %s', (key, start, end) => {
  expect(roundSpan(key)).toEqual({ key, start, end })
})

test.each(['', 'quý I', '2024-Q5', '2024-13', '2024-02-30'])('“%s” is no round', (key) => {
  expect(roundSpan(key)).toBeNull()
})

describe('one round of a deadline', () => {
  const { recurrence } = comesBack({ every: 'quarter', day: 20, of: 'last_month' })
  const deadline = deadlineWith({ kind: 'report', on: null, lastDay: null, precision: 'none', recurrence })

  test('is known by its key, long after', () => {
    expect(roundByKey(deadline, '2021-Q3')).toMatchObject({ on: '2021-09-20', lastDay: '2021-09-19' })
  })
  test('a key of another measure is none of it', () => expect(roundByKey(deadline, '2024-03')).toBeNull())
  test('what comes once has no rounds', () => expect(roundByKey(deadlineWith(), '2024-Q1')).toBeNull())
  test('has days of its own and comes no more', () => {
    const round = roundByKey(deadline, '2024-Q1')
    expect(round && deadlineOfRound(deadline, round)).toMatchObject({
      ...{ on: '2024-03-20', lastDay: '2024-03-19', relation: 'before', precision: 'day', recurrence: null },
    })
  })
})
