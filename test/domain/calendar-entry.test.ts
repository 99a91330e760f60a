import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { entriesOfPerson, entriesOfUnit, isRecorded } from '../../src/domain/calendar-entry.ts'
import type { Obligation } from '../../src/domain/obligation.ts'
import { deadlineWith } from './plan-drafts.ts'

const calendar = officeCalendar()

/** Lan of the farmers' union is to register before 10 April 2024. */
function owed(changes: Partial<Obligation> = {}): Obligation {
  const lastDay = changes.lastDay === undefined ? '2024-04-09' : changes.lastDay
  return {
    ...{ deadlineId: 'd1', revision: 1, planId: 'p1', plan: 'thi đua 120 năm', kind: 'registration', round: null },
    ...{ subject: 'person', unitId: 'u1', unitName: 'Hội Nông dân xã', unitRelation: 'subordinate', personId: 'lan' },
    ...{ state: 'open', registrationId: null, reportId: null, paper: null, reportedAt: null },
    ...changes,
    lastDay,
    deadline: { ...deadlineWith({ lastDay }), ...changes.deadline },
  }
}
const ofPerson = (...some: Partial<Obligation>[]) => entriesOfPerson(calendar, some.map(owed))
const unit = { id: 'u0', name: 'UBND xã Ea Mẫu' }
const ofUnit = (...some: Partial<Obligation>[]) => entriesOfUnit(calendar, some.map(owed), unit)

// biome-ignore format: a table keeps its columns
const days: { say: string; given: Partial<Obligation>; day: string; time: string | null }[] = [
  { say: 'the last safe day',                        given: {},                                                                                                                  day: '2024-04-09', time: null },
  { say: 'of a Saturday the Friday before it',       given: { lastDay: '2024-11-30' },                                                                                           day: '2024-11-29', time: null },
  { say: 'of a holiday the last working day',        given: { lastDay: '2024-09-02' },                                                                                           day: '2024-08-30', time: null },
  { say: 'of Tết the last working day of the year',  given: { lastDay: '2024-02-14' },                                                                                           day: '2024-02-07', time: null },
  { say: 'an hour on its own day',                   given: { lastDay: '2024-04-10', deadline: deadlineWith({ lastDay: '2024-04-10', time: '16:00' }) },                          day: '2024-04-10', time: '16:00' },
  { say: 'no hour where the day is moved',           given: { lastDay: '2024-04-13', deadline: deadlineWith({ on: '2024-04-13', lastDay: '2024-04-13', time: '16:00' }) },         day: '2024-04-12', time: null },
  { say: 'no hour where a leader gave another day',  given: { lastDay: '2024-04-15', deadline: deadlineWith({ lastDay: '2024-04-15', time: '16:00' }) },                          day: '2024-04-15', time: null },
]

test.each(days)('a calendar shows $say', ({ given, day, time }) => {
  expect(ofPerson(given)).toMatchObject([{ day, time }])
})

describe('a person’s calendar', () => {
  test.each<[string, Partial<Obligation>]>([
    ['without a day', { lastDay: null }],
    ['that the document calls off', { deadline: deadlineWith({ cancelled: true }) }],
    ['that the document says is over', { deadline: deadlineWith({ expired: true }) }],
  ])('holds no deadline %s', (_, given) => {
    expect(ofPerson(given)).toEqual([])
  })

  test('names each by deadline, round and who is bound, whatever its day', () => {
    const uids = (lastDay: string) =>
      ofPerson({ lastDay }, { lastDay, round: '2024-Q1' }, { lastDay, personId: null }).map(({ uid }) => uid)
    expect(uids('2024-04-09').sort()).toEqual(['d1.2024-Q1.lan', 'd1.lan', 'd1.u1'])
    expect(uids('2024-05-09').sort()).toEqual(uids('2024-04-09').sort())
  })

  test('holds what is owed while one is away', () => {
    expect(ofPerson({ away: true })).toMatchObject([{ done: 0, of: 1 }])
  })

  test('shows the day that the unit set for itself once, beside the plan’s', () => {
    const entries = ofPerson({ internalDay: '2024-04-05' }, { internalDay: '2024-04-05', personId: null })
    expect(entries.map(({ whose, day, uid }) => [whose, day, uid])).toEqual([
      ['internal', '2024-04-05', 'd1.internal.u1'],
      ['own', '2024-04-09', 'd1.lan'],
      ['unit', '2024-04-09', 'd1.u1'],
    ])
  })

  test('shows it with the round that it belongs to', () => {
    const every = (lastDay: string, round: string) => ({ lastDay, round, internalDay: '2024-07-10' })
    const rounds = [every('2024-04-15', '2024-Q1'), every('2024-07-15', '2024-Q2'), every('2024-10-15', '2024-Q3')]
    expect(ofPerson(...rounds).filter(({ whose }) => whose === 'internal')).toMatchObject([
      { day: '2024-07-10', round: '2024-Q2' },
    ])
  })

  test.each<[Obligation['state'], boolean]>([
    ['open', false],
    ['returned', false],
    ['reported', false],
    ['waiting', true],
    ['approved', true],
    ['received', true],
  ])('what is %s is recorded: %s', (state, expected) => {
    expect(ofPerson({ state }).map(isRecorded)).toEqual([expected])
  })
})

describe('a unit’s calendar', () => {
  test('shows a deadline once, counted, and names nobody', () => {
    const entries = ofUnit(
      { state: 'received' },
      { personId: 'hoa', state: 'reported' },
      { personId: null },
      { personId: 'an', away: true },
    )
    expect(entries).toMatchObject([{ uid: 'd1.all.u0', done: 2, of: 3, unit: 'UBND xã Ea Mẫu' }])
    expect(JSON.stringify(entries)).not.toMatch(/"(?:lan|hoa)"/)
  })

  test('keeps a unit with more time apart', () => {
    const more = {
      lastDay: '2024-04-19',
      extension: { agreedBy: 'Bà Sáu', agreedOn: '2024-04-08', via: 'phone' as const },
    }
    const entries = ofUnit({}, { ...more, unitId: 'u2', unitName: 'Thôn 3', personId: null })
    expect(entries.map(({ uid, day, unit, extended }) => [uid, day, unit, extended])).toEqual([
      ['d1.all.u0', '2024-04-09', 'UBND xã Ea Mẫu', false],
      ['d1.all.u0.u2', '2024-04-19', 'Thôn 3', true],
    ])
    expect(JSON.stringify(entries)).not.toContain('Bà Sáu')
  })
})
