import type { Unit } from './unit.ts'

const byPosition = (a: Unit, b: Unit) => a.position - b.position || a.name.localeCompare(b.name, 'vi')

/** The units right below one (null: the roots), in the order that the admin gave them. */
export const childrenOf = (units: Unit[], parentId: string | null): Unit[] =>
  units.filter((unit) => unit.parentId === parentId).sort(byPosition)

/** The agency itself: the first unit without a parent. */
export const rootOf = (units: Unit[]): Unit | null => childrenOf(units, null)[0] ?? null

/** All units as people list them: each before those below it, with its depth (a root has 0). */
export function treeOrder(units: Unit[], parentId: string | null = null): { unit: Unit; depth: number }[] {
  const parts = Map.groupBy(units, (unit) => unit.parentId)
  const under = (id: string | null, depth: number): { unit: Unit; depth: number }[] =>
    (parts.get(id) ?? []).toSorted(byPosition).flatMap((unit) => [{ unit, depth }, ...under(unit.id, depth + 1)])
  return under(parentId, 0)
}

/** A unit's id and those of all units below it; nothing beside it. */
export function subtreeOf(units: Unit[], id: string): Set<string> {
  const below = treeOrder(units, id).map(({ unit }) => unit.id)
  return new Set([id, ...below])
}

/** A unit and those above it, from itself to the root. */
export function pathUp(units: Unit[], id: string): Unit[] {
  const unit = units.find((one) => one.id === id)
  if (!unit) return []
  return unit.parentId === null ? [unit] : [unit, ...pathUp(units, unit.parentId)]
}
