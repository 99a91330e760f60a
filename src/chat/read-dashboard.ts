import { type Dashboard, dashboardOf, dashboardReach } from '../domain/dashboard.ts'
import { addDays, type Day, type Instant } from '../domain/day.ts'
import type { Member } from '../domain/person.ts'
import { unitsUnder } from '../domain/rights.ts'
import type { Store } from '../store/store.ts'
import { digestTitle } from './read-digest.ts'

const weekMs = 7 * 86_400_000

/** What the dashboard of a head or an admin shows. Delivery and the people without a channel are for admins. */
export type Overview = Dashboard & {
  title: string
  names: Map<string, string>
  delivery: {
    sent: { channel: string; count: number }[]
    waiting: number
    undelivered: number
    unreachable: string[]
  } | null
  papers: { planName: string; hash: string; name: string; mime: string }[]
}

/** The overview of somebody's subtree as it is now; null for people who are neither head nor admin any more. */
export async function readOverview(
  store: Store,
  member: Member,
  at: { today: Day; now: Instant },
): Promise<Overview | null> {
  const units = await store.units.all()
  const unitIds = unitsUnder(member, units, 'head', 'admin')
  if (unitIds.size === 0) return null
  const lastDay = { from: addDays(at.today, -dashboardReach.behind), to: addDays(at.today, dashboardReach.ahead) }
  const of = { today: at.today, until: lastDay.to, unitIds: [...unitIds] }
  const counted = await store.obligations.count({ ...of, lastDay })
  const past = await store.obligations.find({ ...of, lastDay: { from: lastDay.from, to: addDays(at.today, -1) } })
  const under = units.filter(({ id }) => unitIds.has(id))
  const rootless = under.map((unit) => (unitIds.has(unit.parentId ?? '') ? unit : { ...unit, parentId: null }))
  const people = await store.people.all()
  const administered = unitsUnder(member, units, 'admin')
  const charges = people.filter(({ memberships }) => memberships.some(({ unitId }) => administered.has(unitId)))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const plans = await store.plans.list()
  return {
    ...dashboardOf({ counted, past }, rootless, at.today),
    title: await digestTitle(store, member),
    names,
    delivery: administered.size > 0 ? await deliveryOf(store, at.now, charges) : null,
    papers: plans.flatMap(({ shortName, file }) => (file ? [{ planName: shortName, ...file }] : [])),
  }
}

/** How the installation's messages fared, and who of an admin's own charges no channel reaches. */
async function deliveryOf(store: Store, now: Instant, charges: Member[]) {
  const { deliveryReport } = store
  const unreachable = new Set(await deliveryReport.unreachable())
  return {
    sent: await deliveryReport.sentSince(now - weekMs),
    waiting: await deliveryReport.waitingAt(now),
    undelivered: await deliveryReport.undeliveredSince(now - weekMs),
    unreachable: charges.filter(({ id }) => unreachable.has(id)).map(({ name }) => name),
  }
}
