import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import type { DashboardDay } from '../../src/domain/dashboard.ts'
import { toldDay, weeksOf } from '../../src/domain/dashboard-calendar.ts'
import { deadlineWith } from './plan-drafts.ts'

const calendar = officeCalendar()
const due = (lastDay: string): DashboardDay => ({
  ...{
    deadlineId: lastDay,
    round: null,
    plan: 'a',
    kind: 'registration',
    deadline: deadlineWith(),
    lastDay,
    done: 1,
    total: 2,
  },
})

describe('the weeks of a dashboard', () => {
  test('begin on this week’s Monday and are four where nothing lies beyond', () => {
    const weeks = weeksOf(calendar, '2024-04-10', [])
    expect(weeks).toHaveLength(4)
    expect(weeks[0]?.days.map(({ day }) => day.slice(8)).join(' ')).toBe('08 09 10 11 12 13 14')
    expect(weeks[0]?.days.filter(({ isToday }) => isToday).map(({ day }) => day)).toEqual(['2024-04-10'])
  })

  test('reach as far as the last deadline, which stands on the working day that people are told', () => {
    const weeks = weeksOf(calendar, '2024-04-08', [due('2024-05-01'), due('2024-04-09'), due('2024-05-30')])
    expect(weeks).toHaveLength(8)
    expect(weeks.map(({ told }) => told.map(({ day }) => day).join())).toEqual([
      ...['2024-04-09', '', '2024-04-26', '', '', '', '', '2024-05-30'],
    ])
    expect(weeks.flatMap(({ days }) => days.filter(({ isDue }) => isDue))).toHaveLength(3)
  })

  test('shade weekends and holidays as the office has them', () => {
    const off = weeksOf(calendar, '2024-04-15', []).map(({ days }) =>
      days.map(({ isOff }) => (isOff ? 'x' : '.')).join(''),
    )
    // Hùng Kings' day on Thursday; 29 April off and Saturday 4 May worked instead.
    expect(off).toEqual(['...x.xx', '.....xx', 'xxx...x', '.....xx'])
  })
})

test.each([
  ['a working day', '2024-04-08', '2024-04-09', '2024-04-09'],
  ['a holiday', '2024-04-08', '2024-05-01', '2024-04-26'],
  ['a Sunday, seen on the Saturday before', '2024-04-13', '2024-04-14', '2024-04-14'],
  ['a Sunday that is past', '2024-04-15', '2024-04-14', '2024-04-12'],
])('people are told of %s', (_, today, lastDay, told) => {
  expect(toldDay(calendar, today, lastDay)).toBe(told)
})
