import { describe, expect, test } from 'vitest'
import {
  arrivalOf,
  decide,
  isChangeable,
  openActions,
  type RegistrationAction,
  type RegistrationState,
  registrationActions,
  registrationStates,
  type Standing,
  transitions,
} from '../../src/domain/registration.ts'

const before = { today: '2024-04-09', lastDay: '2024-04-09' }
const after = { today: '2024-04-10', lastDay: '2024-04-09' }
const nobody: Standing = { author: false, approver: false, admin: false }
const author = { ...nobody, author: true }
const approver = { ...nobody, approver: true }
const admin = { ...nobody, admin: true }
const approvingAdmin = { ...admin, approver: true }

// biome-ignore format: a table keeps its columns
const steps: [say: string, action: RegistrationAction, from: RegistrationState, who: Standing, to: string][] = [
  ['the head approves what waits',                    'approve',   'waiting',    approver,       'approved'],
  ['the head asks for completion',                    'return',    'waiting',    approver,       'returned'],
  ['the admin takes in what was approved',            'receive',   'approved',   admin,          'received'],
  ['the admin asks for completion after approval',    'return',    'approved',   admin,          'returned'],
  ['the admin does not pass over the head',           'receive',   'waiting',    admin,          'state'],
  ['where the admin approves, one word is enough',    'receive',   'waiting',    approvingAdmin, 'received'],
  ['the admin adds up what was taken in',             'aggregate', 'received',   admin,          'aggregated'],
  ['the author completes what was returned',          'revise',    'returned',   author,         'waiting'],
  ['a change after approval waits again',             'revise',    'approved',   author,         'waiting'],
  ['and after reception',                             'revise',    'received',   author,         'waiting'],
  ['what was added up is not changed any more',       'revise',    'aggregated', author,         'state'],
  ['the author withdraws',                            'withdraw',  'waiting',    author,         'withdrawn'],
  ['also after approval',                             'withdraw',  'approved',   author,         'withdrawn'],
  ['nobody withdraws for somebody else',              'withdraw',  'waiting',    approver,       'not_yours'],
  ['nobody approves their own',                       'approve',   'waiting',    author,         'not_yours'],
  ['a colleague approves nothing',                    'approve',   'waiting',    nobody,         'not_yours'],
  ['the head does not say “received”',                'receive',   'approved',   approver,       'not_yours'],
  ['approving twice is once',                         'approve',   'approved',   approver,       'state'],
  ['what was withdrawn stays so',                     'approve',   'withdrawn',  approver,       'state'],
  ['and cannot be taken up again',                    'revise',    'withdrawn',  author,         'state'],
  ['what was returned waits for its author',          'approve',   'returned',   approver,       'state'],
]

test.each(steps)('%s', (_, action, state, standing, expected) => {
  const decision = decide(action, { state, late: false }, standing, before)
  expect(decision.ok ? decision.to : decision.reason).toBe(expected)
})

// biome-ignore format: a table keeps its columns
test.each([
  ['on the last safe day all can be changed',        'received', false, before,                                  true],
  ['after it, what waits is left as it was sent',    'waiting',  false, after,                                   false],
  ['after it, what was approved too',                'approved', false, after,                                   false],
  ['what was asked for can still be completed',      'returned', false, after,                                   true],
  ['what came late can be changed till it is decided', 'waiting', true, after,                                   true],
  ['but not after',                                  'approved', true,  after,                                   false],
  ['a plan without a day sets no limit',             'approved', false, { today: '2031-01-01', lastDay: null },  true],
] as const)('%s', (_, state, late, window, expected) => {
  expect(isChangeable({ state, late }, window)).toBe(expected)
})

test('after the last day the author is told that it is closed, not that it is somebody else’s', () => {
  expect(decide('withdraw', { state: 'approved', late: false }, author, after)).toMatchObject({ reason: 'closed' })
})

test('after the last day a change is late: it wants a reason, and the admin judges', () => {
  expect(decide('revise', { state: 'approved', late: false }, author, after)).toMatchObject({
    to: 'waiting',
    late: true,
  })
  expect(decide('revise', { state: 'returned', late: false }, author, after)).toMatchObject({
    to: 'waiting',
    late: false,
  })
  expect(decide('revise', { state: 'approved', late: false }, author, before)).toMatchObject({ late: false })
})

test('what somebody may do is what would be decided for them', () => {
  expect(openActions({ state: 'waiting', late: false }, author, before)).toEqual(['revise', 'withdraw'])
  expect(openActions({ state: 'waiting', late: false }, approver, before)).toEqual(['approve', 'return'])
  expect(openActions({ state: 'waiting', late: false }, approvingAdmin, before)).toEqual([
    'approve',
    'return',
    'receive',
  ])
  expect(openActions({ state: 'withdrawn', late: false }, author, before)).toEqual([])
})

describe('the table of transitions', () => {
  test('no action from one state has two outcomes', () => {
    const keys = transitions.map(({ action, from }) => `${action} ${from}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every state can be reached, and every action is used', () => {
    const reached = new Set<string>(['waiting', ...transitions.map(({ to }) => to)])
    expect([...registrationStates].filter((state) => !reached.has(state))).toEqual([])
    expect([...new Set(transitions.map(({ action }) => action))].sort()).toEqual([...registrationActions].sort())
  })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['the day before the last safe day', '2024-04-08', 'in_time'],
  ['the last safe day',                '2024-04-09', 'in_time'],
  ['the day that the plan names',      '2024-04-10', 'on_named_day'],
  ['the day after it',                 '2024-04-11', 'late'],
])('sent on %s (%s): %s', (_, day, expected) => {
  expect(arrivalOf(day, { onDay: '2024-04-10', lastDay: '2024-04-09' })).toBe(expected)
})

test('“chậm nhất ngày” has no day between in time and late', () => {
  expect(arrivalOf('2024-04-10', { onDay: '2024-04-10', lastDay: '2024-04-10' })).toBe('in_time')
  expect(arrivalOf('2024-04-11', { onDay: '2024-04-10', lastDay: '2024-04-10' })).toBe('late')
})

test('where the plan names no day nothing comes late', () => {
  expect(arrivalOf('2031-01-01', { onDay: null, lastDay: null })).toBe('in_time')
})
