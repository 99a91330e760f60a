import type { Store } from '../store/store.ts'

type Whose = { subject: 'unit' | 'person'; unitId: string }

/** Who hears of a unit's paper in the place of somebody who has left: the unit's heads and focal points. */
export async function heirsOf(store: Store, { subject, unitId }: Whose, personIds: string[]): Promise<string[]> {
  const found = await Promise.all(personIds.map((id) => store.members.byId(id)))
  const there = found.flatMap((member) => member?.id ?? [])
  if (subject === 'person' || there.length === personIds.length) return there
  const memberships = await store.people.memberships()
  const heirs = memberships.filter((one) => one.unitId === unitId && (one.role === 'head' || one.role === 'clerk'))
  return [...new Set([...there, ...heirs.map(({ personId }) => personId)])]
}
