import { expect, test } from 'vitest'
import type { Membership, Role } from '../../src/domain/person.ts'
import {
  approversOf,
  canAdminister,
  canApprove,
  canOversee,
  canReceive,
  canTypeFor,
  leavesNoAdmin,
  unitsUnder,
} from '../../src/domain/rights.ts'
import type { Unit } from '../../src/domain/unit.ts'

const unit = (id: string, parentId: string | null, position = 1): Unit => {
  return { id, parentId, name: id, relation: 'subordinate', position }
}
/** commune ─ office ─ desk; commune ─ school. */
const units = [unit('commune', null), unit('office', 'commune'), unit('desk', 'office'), unit('school', 'commune', 2)]

/** "chair head commune" → a role. */
const held = (...lines: string[]): Membership[] =>
  lines.map((line) => {
    const [personId = '', role = '', unitId = ''] = line.split(' ')
    return { personId, role: role as Role, unitId }
  })
const someone = (id: string, ...roles: string[]) => ({ id, memberships: held(...roles.map((role) => `${id} ${role}`)) })

// biome-ignore format: a table keeps its columns
const sights = [
  { say: 'a head sees the unit and what is below', who: someone('h', 'head office'),     sees: ['desk', 'office'], rules: [] },
  { say: 'the head of all sees all',               who: someone('h', 'head commune'),    sees: ['commune', 'desk', 'office', 'school'], rules: [] },
  { say: 'an admin of a branch rules the branch',  who: someone('a', 'admin office'),    sees: ['desk', 'office'], rules: ['desk', 'office'] },
  { say: 'a focal point oversees nobody',          who: someone('c', 'clerk commune'),   sees: [], rules: [] },
  { say: 'an official oversees nobody',            who: someone('o', 'official office'), sees: [], rules: [] },
  { say: 'roles in two units add up',              who: someone('x', 'head school', 'admin desk'), sees: ['desk', 'school'], rules: ['desk'] },
]
test.each(sights)('$say', ({ who, sees, rules }) => {
  const all = units.map(({ id }) => id).sort()
  expect(all.filter((id) => canOversee(who, id, units))).toEqual(sees)
  expect(all.filter((id) => canAdminister(who, id, units))).toEqual(rules)
  expect([...unitsUnder(who, units, 'admin')].sort()).toEqual(rules)
})

// biome-ignore format: a table keeps its columns
const typing = [
  { say: 'the focal point of the unit',        who: someone('c', 'clerk school'),    may: true },
  { say: 'the head of the unit',               who: someone('h', 'head school'),     may: true },
  { say: 'an official of the unit does not',   who: someone('o', 'official school'), may: false },
  { say: 'the head above does not',            who: someone('h', 'head commune'),    may: false },
  { say: 'an admin does not',                  who: someone('a', 'admin commune'),   may: false },
]
test.each(typing)('typing for a unit: $say', ({ who, may }) => expect(canTypeFor(who, 'school')).toBe(may))

const office = held(
  'chair head commune',
  'ann admin commune',
  'huy head office',
  'deputy head office',
  'sam head school',
)
// biome-ignore format: a table keeps its columns
const papers = [
  { say: 'an official’s goes to the heads of the unit',       unitId: 'office', own: ['lan'],         roles: office, expect: 'head office: huy deputy' },
  { say: 'a unit without a head: the next one up',            unitId: 'desk',   own: ['lan'],         roles: office, expect: 'head office: huy deputy' },
  { say: 'a head’s own goes to the next head up',             unitId: 'school', own: ['sam'],         roles: office, expect: 'head commune: chair' },
  { say: 'a head’s own passes over the deputy of the unit',   unitId: 'office', own: ['huy'],         roles: office, expect: 'head commune: chair' },
  { say: 'a paper of two heads passes over both',             unitId: 'desk',   own: ['huy', 'chair'], roles: office, expect: 'admin commune: ann' },
  { say: 'the highest head’s goes straight to the admin',     unitId: 'commune', own: ['chair'],      roles: office, expect: 'admin commune: ann' },
  { say: 'no head anywhere: the admin',                       unitId: 'school', own: ['lan'],         roles: held('ann admin commune'), expect: 'admin commune: ann' },
  { say: 'the admin’s own goes to the head, as all others',   unitId: 'office', own: ['ann'],         roles: office, expect: 'head office: huy deputy' },
  { say: 'the admin nearest to the unit',                     unitId: 'desk',   own: ['lan'],         roles: held('ann admin commune', 'bob admin office'), expect: 'admin office: bob' },
  { say: 'an admin’s own goes to the other admin',            unitId: 'commune', own: ['ann'],        roles: held('ann admin commune', 'bob admin commune'), expect: 'admin commune: bob' },
  { say: 'a branch admin’s own goes to the admin above',      unitId: 'desk',   own: ['bob'],         roles: held('ann admin commune', 'bob admin office'), expect: 'admin commune: ann' },
  { say: 'the only admin’s own, no head: nobody yet',         unitId: 'commune', own: ['ann'],        roles: held('ann admin commune'), expect: 'admin commune:' },
  { say: 'a head who is also an official elsewhere',          unitId: 'school', own: ['huy'],         roles: office, expect: 'head school: sam' },
]
test.each(papers)('approval: $say', ({ unitId, own, roles, expect: wanted }) => {
  const found = approversOf({ unitId, own }, { units, memberships: roles })
  expect([`${found.by} ${found.unitId}:`, ...found.personIds].join(' ')).toBe(wanted)
  for (const person of own) expect(canApprove(person, { unitId, own }, { units, memberships: roles })).toBe(false)
  for (const person of found.personIds)
    expect(canApprove(person, { unitId, own }, { units, memberships: roles })).toBe(true)
})

test('an admin takes in the papers of the branch, never their own', () => {
  const bob = someone('bob', 'admin office')
  expect(canReceive(bob, { unitId: 'desk', own: ['lan'] }, units)).toBe(true)
  expect(canReceive(bob, { unitId: 'school', own: ['lan'] }, units)).toBe(false)
  expect(canReceive(bob, { unitId: 'desk', own: ['bob'] }, units)).toBe(false)
})

// biome-ignore format: a table keeps its columns
const endings = [
  { say: 'the last admin of the agency stays',        ends: 'ann admin commune', roles: office,                                          stops: true },
  { say: 'one of two may go',                         ends: 'ann admin commune', roles: held('ann admin commune', 'bob admin commune'), stops: false },
  { say: 'an admin of a branch does not stand in',    ends: 'ann admin commune', roles: held('ann admin commune', 'bob admin office'),  stops: true },
  { say: 'the admin of a branch may go',              ends: 'bob admin office',  roles: held('ann admin commune', 'bob admin office'),  stops: false },
  { say: 'another role may always end',               ends: 'chair head commune', roles: office,                                         stops: false },
]
test.each(endings)('ending a role: $say', ({ ends, roles, stops }) =>
  expect(leavesNoAdmin(held(ends), { units, memberships: roles })).toBe(stops),
)
