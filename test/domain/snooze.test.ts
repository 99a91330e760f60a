import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { instantFrom, isoOf } from '../../src/domain/day.ts'
import { snoozesFor } from '../../src/domain/snooze.ts'

const zone = 'Asia/Ho_Chi_Minh'

describe('until when a reminder of the 9th may be put off', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string | null, string[]][] = [
    ['on a Tuesday morning',                        '2024-04-02T08:00', null,    ['hour 04-02T09:00', 'tomorrow 04-03T07:30']],
    ['on a Friday: no day off is offered',          '2024-04-05T08:00', null,    ['hour 04-05T09:00', 'workday 04-08T07:30']],
    ['late: an hour would be after closing',        '2024-04-02T16:30', null,    ['hour 04-03T07:30', 'tomorrow 04-03T07:30']],
    ['the day before the last',                     '2024-04-08T08:00', null,    ['hour 04-08T09:00', 'tomorrow 04-09T07:30']],
    ['the last day: an hour, no more',              '2024-04-09T08:00', null,    ['hour 04-09T09:00']],
    ['the last day, late: not at all',              '2024-04-09T16:30', null,    []],
    ['the last day until ten, at eight',            '2024-04-09T08:00', '10:00', ['hour 04-09T09:00']],
    ['the last day until ten, at half past nine',   '2024-04-09T09:30', '10:00', []],
    ['the day before one that ends at eight',       '2024-04-08T08:00', '08:00', ['hour 04-08T09:00', 'tomorrow 04-09T07:30']],
  ]
  test.each(cases)('%s', (_, now, time, expected) => {
    const at = instantFrom(`${now}:00+07:00`) ?? 0
    const left = snoozesFor([{ lastDay: '2024-04-09', time }], at, { calendar: officeCalendar(), zone })
    expect(left.map(({ snooze, until }) => `${snooze} ${isoOf(until, zone).slice(5, 16)}`)).toEqual(expected)
  })

  test('the nearest of several says how far', () => {
    const at = instantFrom('2024-04-09T08:00:00+07:00') ?? 0
    const put = [
      { lastDay: '2024-04-30', time: null },
      { lastDay: '2024-04-09', time: null },
    ]
    expect(snoozesFor(put, at, { calendar: officeCalendar(), zone }).map(({ snooze }) => snooze)).toEqual(['hour'])
  })
})
