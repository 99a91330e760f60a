import { describe, expect, test } from 'vitest'
import { chaseEvents } from '../../src/domain/chase-events.ts'

describe('what was done about an obligation', () => {
  const at = (day: string) => Date.parse(`${day}T07:30:00+07:00`)
  const chat = (personId: string, day: string, round: string) => ({
    ...{ personId, at: at(day), round, byHead: false },
    ...{ channel: 'web', fate: 'sent' as const },
  })
  const hand = (subjectId: string, day: string, round: string | null) => ({
    ...{ deadlineId: 'd', round, subject: 'unit' as const, subjectId, way: 'phone' as const, day },
    ...{ heardBy: '', outcome: '' },
  })
  const draft = { deadlineId: 'd', round: '2024-Q2', unitIds: ['union'], until: null, at: at('2024-06-12') }
  const history = {
    chats: [
      chat('head', '2024-06-11', '2024-Q2'),
      chat('head', '2024-09-13', '2024-Q3'),
      chat('other', '2024-06-11', '2024-Q2'),
    ],
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
