import { describe, expect, test } from 'vitest'
import {
  adminsOf,
  headsOf,
  isCourteous,
  isMet,
  isOpen,
  type ObligationState,
  remindedOf,
  stateOf,
} from '../../src/domain/obligation.ts'
import type { Membership } from '../../src/domain/person.ts'
import type { Unit } from '../../src/domain/unit.ts'

describe('what is recorded comes to one state', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, Parameters<typeof stateOf>[0], ObligationState, 'open' | 'met' | 'neither'][] = [
    ['nothing',                                   { paper: null, fulfilment: null },              'open',     'open'],
    ['a registration waiting for approval',       { paper: 'waiting', fulfilment: null },         'waiting',  'met'],
    ['one approved',                              { paper: 'approved', fulfilment: null },        'approved', 'met'],
    ['one received',                              { paper: 'received', fulfilment: null },        'received', 'met'],
    ['one aggregated',                            { paper: 'aggregated', fulfilment: null },      'received', 'met'],
    ['one returned is open again',                { paper: 'returned', fulfilment: null },        'returned', 'open'],
    ['reported sent: neither chased nor done',    { paper: null, fulfilment: 'reported' },        'reported', 'neither'],
    ['returned, then reported sent',              { paper: 'returned', fulfilment: 'reported' },  'reported', 'neither'],
    ['seen to have come on paper',                { paper: null, fulfilment: 'received' },        'received', 'met'],
    ['a registration beside a report of it',      { paper: 'waiting', fulfilment: 'reported' },   'waiting',  'met'],
  ]
  test.each(cases)('%s', (_, recorded, state, means) => {
    expect(stateOf(recorded)).toBe(state)
    expect([isOpen({ state }), isMet({ state })]).toEqual([means === 'open', means === 'met'])
  })
})

const unit = (id: string, parentId: string | null, relation: Unit['relation'] = 'subordinate'): Unit => ({
  ...{ id, parentId, relation, name: id, position: 1 },
})
const units = [
  unit('xa', null),
  unit('phong', 'xa'),
  unit('to', 'phong'),
  unit('hoi', 'xa', 'coordinating'),
  unit('tinh', 'xa', 'superior'),
]
const holds = (personId: string, unitId: string, role: Membership['role']): Membership => ({ personId, unitId, role })
const memberships = [
  holds('chu-tich', 'xa', 'head'),
  holds('thuong-truc', 'xa', 'admin'),
  holds('truong', 'phong', 'head'),
  holds('van-thu', 'phong', 'clerk'),
  holds('truong', 'phong', 'clerk'),
  holds('an', 'to', 'official'),
  holds('chu-tich-hoi', 'hoi', 'head'),
  holds('hoi-vien', 'hoi', 'official'),
]

test('a unit is reminded through its heads and focal points, each once', () => {
  const about = { personId: null, unitId: 'phong' } as Parameters<typeof remindedOf>[0]
  expect(remindedOf(about, memberships)).toEqual(['truong', 'van-thu'])
  expect(remindedOf({ ...about, personId: 'an' }, memberships)).toEqual(['an'])
  expect(remindedOf({ ...about, unitId: 'to' }, memberships)).toEqual([])
})

test('who answers for a unit is the nearest head, who takes things in the nearest admin', () => {
  expect(headsOf('to', units, memberships)).toEqual(['truong'])
  expect(headsOf('tinh', units, memberships)).toEqual(['chu-tich'])
  expect(adminsOf('to', units, memberships)).toEqual(['thuong-truc'])
  expect(headsOf('to', units, [])).toEqual([])
})

const rolesOf = (personId: string) => memberships.filter((one) => one.personId === personId)

describe('who is written to courteously', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string, Unit['relation'], boolean][] = [
    ['the head of the agency',               'chu-tich',     'xa',    'subordinate',  true],
    ['the head of a coordinating body',      'chu-tich-hoi', 'hoi',   'coordinating', true],
    ['everybody of a superior body',         'hoi-vien',     'tinh',  'superior',     true],
    ['not a member of a coordinating body',  'hoi-vien',     'hoi',   'coordinating', false],
    ['not the head of a room',               'truong',       'phong', 'subordinate',  false],
  ]
  test.each(cases)('%s', (_, personId, unitId, unitRelation, expected) =>
    expect(isCourteous({ unitId, unitRelation }, { memberships: rolesOf(personId) }, units)).toBe(expected),
  )
})
