import { coverageOf, wholeParts } from '../domain/coverage.ts'
import { addDays, type Day, type Instant } from '../domain/day.ts'
import { type Digest, digestOf, digestReach } from '../domain/digest.ts'
import { nudgeTargets } from '../domain/nudge.ts'
import type { Member } from '../domain/person.ts'
import { approversOf, canReceive, type Office, receivesForGroup, unitsUnder } from '../domain/rights.ts'
import { groupsInTerm } from '../domain/unit-group.ts'
import { treeOrder } from '../domain/unit-tree.ts'
import type { Store } from '../store/store.ts'

const weekMs = 7 * 86_400_000

/** What a head or an admin is told now; null for people who are neither. */
export async function readDigest(
  store: Store,
  member: Member,
  at: { today: Day; now: Instant },
): Promise<Digest | null> {
  const units = await store.units.all()
  const unitIds = unitsUnder(member, units, 'head', 'admin')
  if (unitIds.size === 0) return null
  const isAdmin = member.memberships.some(({ role }) => role === 'admin')
  const lastDay = { from: addDays(at.today, -digestReach.behind), to: addDays(at.today, digestReach.ahead) }
  const { today } = at
  const under = await store.obligations.find({ lastDay, today, unitIds: [...unitIds] })
  const mine = await store.obligations.find({ lastDay, today, personId: member.id })
  const obligations = [...under, ...mine.filter((one) => !unitIds.has(one.unitId))]
  const memberships = await store.people.memberships()
  const heads = member.memberships.filter(({ role }) => role === 'head')
  return digestOf({
    ...{ today, unitIds, personId: member.id },
    ownUnitIds: new Set(heads.map(({ unitId }) => unitId)),
    obligations,
    canNudge: (deadlineId, round) =>
      nudgeTargets(member, { deadlineId, round }, { obligations, units, memberships }).length,
    canUrge: isAdmin,
    parts: wholeParts(coverageOf({ obligations: under, units, unitIds, under: null, today })),
    ...(await countWaiting(store, member, { units, memberships }, today)),
    undelivered: isAdmin ? await store.deliveryReport.undeliveredSince(at.now - weekMs) : 0,
    unreachable: isAdmin ? await countUnreachable(store, member, { units, memberships }) : 0,
  })
}

/** Of the people in an admin's charge, how many no channel reaches. */
async function countUnreachable(store: Store, member: Member, { units, memberships }: Office): Promise<number> {
  const charge = unitsUnder(member, units, 'admin')
  const charges = new Set(memberships.filter(({ unitId }) => charge.has(unitId)).map(({ personId }) => personId))
  return (await store.deliveryReport.unreachable()).filter((id) => charges.has(id)).length
}

/** What waits for this person: to be approved, and for admins to be received. */
async function countWaiting(store: Store, member: Member, office: Office, today: Day) {
  const groups = groupsInTerm(await store.unitGroups.all(), today)
  const paperOf = (one: { unitId: string; personId: string | null; typedBy: string }) => ({
    unitId: one.unitId,
    own: [one.personId ?? one.typedBy],
  })
  const mine = (one: Parameters<typeof paperOf>[0]) => approversOf(paperOf(one), office).personIds.includes(member.id)
  const canTake = (one: Parameters<typeof paperOf>[0] & { subject: 'unit' | 'person' }) =>
    canReceive(member, paperOf(one), office.units) ||
    (one.subject === 'unit' && receivesForGroup(member, paperOf(one), groups))
  return {
    waiting: (await store.registrations.inState('waiting')).filter(mine).length,
    toReceive: (await store.registrations.inState('approved')).filter(canTake).length,
    waitingReports: (await store.reports.inState('waiting')).filter(mine).length,
    toReceiveReports: (await store.reports.inState('approved')).filter(canTake).length,
  }
}

/** Whose digest it is: the units its reader is head or admin of, without those below another of them. */
export async function digestTitle(store: Store, member: Member): Promise<string> {
  const units = await store.units.all()
  const unitIds = unitsUnder(member, units, 'head', 'admin')
  const tops = treeOrder(units).filter(({ unit }) => unitIds.has(unit.id) && !unitIds.has(unit.parentId ?? ''))
  return tops.map(({ unit }) => unit.name).join(', ')
}
