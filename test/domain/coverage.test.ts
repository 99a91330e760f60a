import { describe, expect, test } from 'vitest'
import { coverageOf, weeksAround, wholeParts } from '../../src/domain/coverage.ts'
import type { Obligation } from '../../src/domain/obligation.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { deadlineWith } from './plan-drafts.ts'

const unit = (id: string, parentId: string | null, position: number, more: Partial<Unit> = {}): Unit => ({
  ...{ id, parentId, position, name: `đơn vị ${id}`, relation: 'subordinate' as const },
  ...more,
})
// The commune; two villages, the second put first by the admin; a school with two classes; an association.
const units = [
  unit('xa', null, 0),
  unit('thon1', 'xa', 2),
  unit('thon2', 'xa', 1),
  unit('truong', 'xa', 3),
  unit('lop1', 'truong', 1),
  unit('lop2', 'truong', 2),
  unit('hoi', 'xa', 4, { relation: 'coordinating' }),
]
const all = new Set(units.map(({ id }) => id))

const owes = (unitId: string, state: Obligation['state'], more: Partial<Obligation> = {}): Obligation => ({
  ...{ deadlineId: 'd1', revision: 1, planId: 'p1', plan: 'thi đua', kind: 'registration', lastDay: '2024-04-09' },
  ...{
    deadline: deadlineWith({}),
    round: null,
    subject: 'unit',
    unitId,
    unitName: unitId,
    unitRelation: 'subordinate',
  },
  ...{ personId: null, state, registrationId: null, reportId: null, paper: null, reportedAt: null },
  ...more,
})
const seen = (obligations: Obligation[], change: { unitIds?: Set<string>; under?: string | null } = {}) =>
  coverageOf({ obligations, units, unitIds: all, under: null, today: '2024-04-08', ...change })
const rows = (...given: Parameters<typeof seen>) =>
  seen(...given).rows.map(({ unitId, cells }) => [unitId, ...cells.map((cell) => cell && `${cell.done}/${cell.total}`)])

describe('sums by unit', () => {
  test('each part sums what is under it, in the admin’s order', () => {
    const given = [owes('thon1', 'open'), owes('thon2', 'waiting'), owes('lop1', 'received'), owes('lop2', 'open')]
    expect(rows(given)).toEqual([
      ['thon2', '1/1'],
      ['thon1', '0/1'],
      ['truong', '1/2'],
    ])
  })

  test('what the unit itself owes comes first', () =>
    expect(rows([owes('thon1', 'open'), owes('xa', 'approved')])).toEqual([
      ['xa', '1/1'],
      ['thon1', '0/1'],
    ]))

  test('one of the parts can be looked into, nothing beside what the reader oversees', () => {
    const given = [owes('lop1', 'received'), owes('lop2', 'open'), owes('thon1', 'open')]
    const school = [
      ['lop1', '1/1'],
      ['lop2', '0/1'],
    ]
    expect(rows(given, { under: 'truong' })).toEqual(school)
    const unitIds = new Set(['truong', 'lop1', 'lop2'])
    expect(rows(given, { unitIds })).toEqual(school)
    expect(rows(given, { unitIds, under: 'xa' })).toEqual(school)
  })

  test('somebody who heads two units sees each as a whole', () =>
    expect(
      rows([owes('thon1', 'open'), owes('lop1', 'open')], { unitIds: new Set(['thon1', 'truong', 'lop1', 'lop2']) }),
    ).toEqual([
      ['thon1', '0/1'],
      ['truong', '0/1'],
    ]))

  test('who is away for long counts only with something recorded', () => {
    const person = { subject: 'person' as const, away: true }
    const given = [
      owes('thon1', 'open', { ...person, personId: 'a' }),
      owes('thon1', 'waiting', { ...person, personId: 'b' }),
    ]
    expect(rows(given)).toEqual([['thon1', '1/1']])
  })

  test('a body that is not subordinate is told apart, so that it is never shown as late', () =>
    expect(seen([owes('hoi', 'open'), owes('thon1', 'open')]).rows.map(({ isCourteous }) => isCourteous)).toEqual([
      false,
      true,
    ]))

  test('a school can be opened, a class not', () =>
    expect(seen([owes('lop1', 'open'), owes('thon1', 'open')]).rows.map(({ opens }) => opens)).toEqual([false, true]))
})

describe('deadlines side by side', () => {
  const on = (deadlineId: string, lastDay: string, state: Obligation['state'] = 'open') =>
    owes('thon1', state, { deadlineId, lastDay })

  // biome-ignore format: a table keeps its columns
  const cases: [say: string, obligations: Obligation[], expected: string[]][] = [
    ['the nearest first, what is past last', [on('far', '2024-04-20'), on('past', '2024-04-01'), on('near', '2024-04-09')], ['near', 'far', 'past']],
    ['what is past and complete is left out', [on('past', '2024-04-01', 'received'), on('near', '2024-04-09')],             ['near']],
    ['a fortnight back and ahead',            [on('old', '2024-03-20'), on('later', '2024-05-01')],                         []],
    ['seven at most',                         ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, day) => on(id, `2024-04-1${day}`)), ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ]
  test.each(cases)('%s', (_say, obligations, expected) =>
    expect(seen(obligations).deadlines.map(({ deadlineId }) => deadlineId)).toEqual(expected),
  )

  test('rounds of what comes again stand apart', () => {
    const round = (key: string, lastDay: string, state: Obligation['state']) =>
      owes('thon1', state, { round: key, lastDay })
    const given = [round('2024-03', '2024-04-05', 'open'), round('2024-04', '2024-04-20', 'waiting')]
    expect(rows(given)).toEqual([['thon1', '1/1', '0/1']])
  })

  test('papers of units and those of their people stand apart, as in the digest', () => {
    const person = owes('thon1', 'waiting', { subject: 'person', personId: 'a' })
    expect(rows([owes('thon1', 'open'), person])).toEqual([['thon1', '0/1', '1/1']])
  })

  test('the eighth is counted', () => {
    const given = Array.from({ length: 8 }, (_, at) => on(`d${at}`, `2024-04-1${at}`))
    expect(seen(given).more).toBe(1)
  })
})

test('of several parts it is told how many are whole', () => {
  expect(wholeParts(seen([owes('thon1', 'open'), owes('thon2', 'received')]))).toEqual({ whole: 1, all: 2 })
  expect(wholeParts(seen([owes('thon1', 'open')]))).toBeNull()
})

// biome-ignore format: a table keeps its columns
const weeks: [say: string, days: string[], expected: { from: string; days: number }][] = [
  ['from the Monday before to the Sunday after a fortnight', [],                           { from: '2024-04-08', days: 21 }],
  ['wider where a day lies outside',                         ['2024-03-29', '2024-04-22'], { from: '2024-03-25', days: 35 }],
]
test.each(weeks)('weeks: %s', (_say, days, expected) => expect(weeksAround('2024-04-08', days)).toEqual(expected))
