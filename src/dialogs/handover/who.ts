import type { Turn } from '../../chat/turn.ts'
import type { Member } from '../../domain/person.ts'
import { unitsUnder } from '../../domain/rights.ts'
import type { Answers } from '../bangiao.ts'

/** For whom the member of this turn may hand over: themselves, and for admins everybody in their charge. */
export async function mayHandOver({ person, store }: Turn): Promise<Member[]> {
  if (!person) return []
  const ruled = unitsUnder(person, await store.units.all(), 'admin')
  const people = (await store.people.ofUnits([...ruled])).filter(({ id }) => id !== person.id)
  return [person, ...people]
}

/** Who may follow: others of the units concerned. */
export async function successors({ store }: Turn, { fromId = '', role = '' }: Answers): Promise<Member[]> {
  const member = await store.members.byId(fromId)
  const units = member?.memberships.filter((one) => role === 'all' || role === `${one.unitId} ${one.role}`) ?? []
  const people = await store.people.ofUnits(units.map(({ unitId }) => unitId))
  return people.filter(({ id }) => id !== fromId)
}
