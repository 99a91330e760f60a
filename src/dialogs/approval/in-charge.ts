import type { Turn } from '../../chat/turn.ts'
import { canOversee, canTypeFor } from '../../domain/rights.ts'

/** Heads and admins of a unit or one above it, and its focal points: they may see what they need not decide. */
export async function isInCharge({ person, store }: Turn, { unitId }: { unitId: string }): Promise<boolean> {
  if (!person) return false
  return canTypeFor(person, unitId) || canOversee(person, unitId, await store.units.all())
}
