import { z } from 'zod'
import type { Day } from './day.ts'
import type { Membership } from './person.ts'
import { holds, unitsUnder } from './rights.ts'
import type { Unit } from './unit.ts'
import { groupsInTerm, type UnitGroup } from './unit-group.ts'
import { treeOrder } from './unit-tree.ts'

/** As what somebody adds up: admin of a subtree, head of one, or head of the unit that leads a khối or cụm (`id`). */
export const aggregateScope = z.object({ as: z.enum(['admin', 'head', 'group']), id: z.string().optional() })
export type AggregateScope = z.infer<typeof aggregateScope>

/** `unitId`: who signs what comes of it; `unitsOnly`: of a khối only what its members send, nothing of their people. */
export type Scoped = {
  scope: AggregateScope
  unitId: string
  name: string
  unitIds: ReadonlySet<string>
  unitsOnly: boolean
}

type Office = { units: Unit[]; groups: UnitGroup[]; today: Day }
type Holder = { id: string; memberships: Membership[] }

/** All that somebody may add up now. Of what they administer they need not add up anything as its head. */
export function scopesOf(holder: Holder, { units, groups, today }: Office): Scoped[] {
  const ofRole = (role: 'admin' | 'head'): Scoped[] => {
    const unitIds = unitsUnder(holder, units, role)
    const top = treeOrder(units).find(({ unit }) => unitIds.has(unit.id))?.unit
    return top ? [{ scope: { as: role }, unitId: top.id, name: top.name, unitIds, unitsOnly: false }] : []
  }
  const [admin] = ofRole('admin')
  const heads = ofRole('head').filter(({ unitIds }) => [...unitIds].some((id) => !admin?.unitIds.has(id)))
  const led = groupsInTerm(groups, today).filter(({ leadingId }) => holds(holder, leadingId, 'head'))
  const ofGroups = led.map(({ id, name, leadingId, unitIds }) => ({
    ...{ scope: { as: 'group' as const, id }, unitId: leadingId, name, unitIds: new Set(unitIds), unitsOnly: true },
  }))
  return [...(admin ? [admin] : []), ...heads, ...ofGroups]
}

/** One of them as it was asked for; null where the right is gone. */
export const scopedBy = (all: Scoped[], { as, id }: AggregateScope): Scoped | null =>
  all.find(({ scope }) => scope.as === as && scope.id === id) ?? null
