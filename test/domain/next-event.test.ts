import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { type Instant, instantFrom, isoOf } from '../../src/domain/day.ts'
import { digestOccasions, usualDigestTimes } from '../../src/domain/digest-times.ts'
import { usualLadders } from '../../src/domain/ladders.ts'
import { nextEvent } from '../../src/domain/next-event.ts'
import type { Obligation, ObligationState } from '../../src/domain/obligation.ts'

const zone = 'Asia/Ho_Chi_Minh'
const digests = digestOccasions(usualDigestTimes)
const bound = (lastDay: string | null, state: ObligationState = 'open') => ({ lastDay, state }) as Obligation

describe('where "to the next event" leads', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, Obligation[], string, string | null][] = [
    ['to the first rung, when it is near',            [bound('2024-04-09')], '2024-03-25T16:00', '2024-03-26T07:30'],
    ['from one rung to the next',                     [bound('2024-04-09')], '2024-04-08T07:30', '2024-04-09T07:30'],
    ['to the digest on Friday between two rungs',     [bound('2024-04-09')], '2024-04-05T07:30', '2024-04-05T15:30'],
    ['over the quiet weeks before a deadline',        [bound('2024-11-30')], '2024-03-01T08:00', '2024-11-15T07:30'],
    ['to the nearest of several deadlines',           [bound('2024-11-30'), bound('2024-04-09')], '2024-03-01T08:00', '2024-03-26T07:30'],
    ['nowhere when all is met',                       [bound('2024-04-09', 'received')], '2024-03-25T16:00', null],
    ['nowhere for what has no day',                   [bound(null)], '2024-03-25T16:00', null],
    ['nowhere long after the last',                   [bound('2024-04-09')], '2024-06-01T08:00', null],
  ]
  test.each(cases)('%s', (_, obligations, after, expected) => {
    const reckoning = { calendar: officeCalendar(), zone }
    const at = nextEvent(
      { obligations, ladders: usualLadders, mornings: [], digests },
      instantFrom(`${after}:00+07:00`) as Instant,
      reckoning,
    )
    expect(at && isoOf(at, zone).slice(0, 16)).toBe(expected)
  })
})

test('a morning that was promised counts too', () => {
  const reckoning = { calendar: officeCalendar(), zone }
  const after = instantFrom('2024-03-26T09:00:00+07:00') as Instant
  const ahead = {
    obligations: [bound('2024-04-09')],
    ladders: usualLadders,
    mornings: ['2024-03-27', '2024-03-26'],
    digests,
  }
  expect(isoOf(nextEvent(ahead, after, reckoning) ?? 0, zone).slice(0, 16)).toBe('2024-03-27T07:30')
})
