import { describe, expect, test } from 'vitest'
import { roundReminded } from '../../src/domain/chase.ts'
import { chaseEvents } from '../../src/domain/chase-events.ts'
import { quarterly } from '../dialogs/reporting-commune.ts'

/** Before the 15th of the last month of a quarter: 14 March, 14 June, 14 September, 14 December 2024. */
describe('the round that a reminder was about', () => {
  // biome-ignore format: a table
  test.each([
    ['14 days before',                                   '2024-05-31', 14,   '2024-Q2'],
    ['3 days before, moved back from a Sunday',          '2024-06-07', 3,    '2024-Q2'],
    ['3 days before, a day late after a stop',           '2024-06-12', 3,    '2024-Q2'],
    ['on the day itself',                                '2024-06-14', 0,    '2024-Q2'],
    ['the working day after it',                         '2024-06-17', -1,   '2024-Q2'],
    ['in the name of a head, before it',                 '2024-06-13', null, '2024-Q2'],
    ['in the name of a head, after it',                  '2024-06-17', null, '2024-Q2'],
  ])('%s', (_, day, rung, round) => expect(roundReminded(quarterly, { day, rung })).toBe(round))

  test('a deadline that comes once has none', () => {
    const once = { recurrence: null, time: null }
    expect(roundReminded(once, { day: '2024-06-13', rung: 1 })).toBeNull()
  })
})

describe('what was done about an obligation', () => {
  const at = (day: string) => Date.parse(`${day}T07:30:00+07:00`)
  const chat = (personId: string, day: string, rung: number) => ({
    ...{ personId, at: at(day), day, rung },
    ...{ channel: 'web', fate: 'sent' as const },
  })
  const hand = (subjectId: string, day: string, round: string | null) => ({
    ...{ deadlineId: 'd', round, subject: 'unit' as const, subjectId, way: 'phone' as const, day },
    ...{ heardBy: '', outcome: '' },
  })
  const draft = { deadlineId: 'd', round: '2024-Q2', unitIds: ['union'], until: null, at: at('2024-06-12') }
  const history = {
    deadline: quarterly,
    chats: [chat('head', '2024-06-11', 3), chat('head', '2024-09-13', 1), chat('other', '2024-06-11', 3)],
    hands: [
      hand('union', '2024-06-10', '2024-Q2'),
      hand('union', '2024-09-10', '2024-Q3'),
      hand('school', '2024-06-10', '2024-Q2'),
    ],
    drafts: [draft],
    boundUnits: new Set(['union']),
  }
  const union = { subject: 'unit' as const, unitId: 'union', personId: null }
  const of = (round: string | null) =>
    chaseEvents({ ...union, round }, ['head'], history, 'Asia/Ho_Chi_Minh').map(({ day, kind }) => `${day} ${kind}`)

  test('rounds are told apart, the oldest first', () => {
    expect(of('2024-Q2')).toEqual(['2024-06-10 hand', '2024-06-11 chat', '2024-06-12 draft'])
    expect(of('2024-Q3')).toEqual(['2024-09-10 hand', '2024-09-13 chat'])
  })

  test('a letter to a unit that is bound itself is not about its people', () => {
    const person = { subject: 'person' as const, unitId: 'union', personId: 'lan', round: '2024-Q2' }
    expect(chaseEvents(person, [], history, 'Asia/Ho_Chi_Minh')).toEqual([])
    const ofPeople = { ...history, boundUnits: new Set<string>() }
    expect(chaseEvents(person, [], ofPeople, 'Asia/Ho_Chi_Minh').map(({ kind }) => kind)).toEqual(['draft'])
  })

  test('what comes once has them all', () => expect(of(null)).toHaveLength(5))
})
