import type { Turn } from '../../chat/turn.ts'
import { canAdminister } from '../../domain/rights.ts'
import type { Unit } from '../../domain/unit.ts'

/** May whoever speaks change the forms of this unit? Asked again at the moment of acting. */
export const mayManageForms = async ({ person, store }: Turn, unitId: string): Promise<boolean> =>
  person !== null && canAdminister(person, unitId, await store.units.all())

/** The units whose forms whoever speaks looks after: those in which they are admin. */
export async function unitsWithForms({ person, store }: Turn): Promise<Unit[]> {
  const held = new Set(person?.memberships.filter(({ role }) => role === 'admin').map(({ unitId }) => unitId))
  return (await store.units.all()).filter(({ id }) => held.has(id))
}
