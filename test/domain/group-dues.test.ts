import { expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { groupDues, isGroupMorning } from '../../src/domain/group-dues.ts'
import { usualLadders } from '../../src/domain/ladders.ts'
import type { Obligation } from '../../src/domain/obligation.ts'
import { deadlineWith } from './plan-drafts.ts'

const one = (number: number, change: Partial<Obligation> = {}): Obligation => ({
  ...{ deadlineId: 'han', revision: 1, planId: 'kh', plan: 'thi đua', kind: 'registration' as const },
  ...{ deadline: deadlineWith({}), lastDay: '2024-04-09', subject: 'unit' as const, unitId: `thon-${number}` },
  ...{ unitName: `Thôn ${number}`, unitRelation: 'subordinate' as const, personId: null, state: 'open' as const },
  ...{ registrationId: null, reportId: null, round: null, paper: null, reportedAt: null },
  ...change,
})
const several = (count: number, change: Partial<Obligation> = {}, from = 0) =>
  Array.from({ length: count }, (_, index) => one(from + index, change))

// biome-ignore format: a table keeps its columns
const counts: [string, Obligation[], object[]][] = [
  ['five bound, three missing',                [...several(3), ...several(2, { state: 'received' }, 3)],   [{ subject: 'unit', done: 2, total: 5 }]],
  ['four bound would say who',                 several(4),                                                 []],
  ['two missing would say who',                [...several(2), ...several(8, { state: 'approved' }, 2)],   []],
  ['sent, approved, reported: done',           [...several(3), one(3, { state: 'waiting' }), one(4, { state: 'reported' })], [{ subject: 'unit', done: 2, total: 5 }]],
  ['returned to be completed: not done',       several(5, { state: 'returned' }),                          [{ subject: 'unit', done: 0, total: 5 }]],
  ['coordinating bodies are left out',         [...several(5), ...several(9, { unitRelation: 'coordinating' }, 5)], [{ subject: 'unit', done: 0, total: 5 }]],
  ['superior bodies alone: nothing to count',  several(9, { unitRelation: 'superior' }),                   []],
]
test.each(counts)('what may be counted before a group: %s', (_, obligations, expected) =>
  expect(groupDues(obligations, '2024-04-01')[0]?.counts).toEqual(expected),
)

test('the nearest deadline first, none past and none without a day', () => {
  const dues = groupDues(
    [
      one(1, { deadlineId: 'sau', lastDay: '2024-06-01' }),
      one(1, { deadlineId: 'khong-ngay', lastDay: null }),
      one(1, { deadlineId: 'qua', lastDay: '2024-03-31' }),
      one(1, { deadlineId: 'gan', lastDay: '2024-04-01' }),
    ],
    '2024-04-01',
  )
  expect(dues.map(({ deadlineId }) => deadlineId)).toEqual(['gan', 'sau'])
})

// biome-ignore format: a table keeps its columns
const mornings: [string, string, string, boolean][] = [
  ['three days before, on the working day before a Saturday', '2024-04-04', '2024-04-05', true],
  ['the day before',                                          '2024-04-05', '2024-04-08', true],
  ['the last safe day itself',                                '2024-04-08', '2024-04-09', false],
  ['the day after',                                           '2024-04-09', '2024-04-10', false],
  ['a week before',                                           '2024-04-01', '2024-04-02', false],
  ['after downtime, once for what was missed',                '2024-04-03', '2024-04-08', true],
  ['after downtime beyond the last safe day',                 '2024-04-03', '2024-04-10', false],
]
test.each(mornings)('a group hears of the 9th: %s', (_, since, today, expected) =>
  expect(
    isGroupMorning(
      { kind: 'registration', lastDay: '2024-04-09' },
      { calendar: officeCalendar(), ladders: usualLadders, since, today },
    ),
  ).toBe(expected),
)
