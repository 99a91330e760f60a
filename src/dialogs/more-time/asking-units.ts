import type { Turn } from '../../chat/turn.ts'
import { isOpen } from '../../domain/obligation.ts'
import { canTypeFor } from '../../domain/rights.ts'
import type { Unit } from '../../domain/unit.ts'
import { ruledUnits } from '../units/choose-unit.ts'

/**
 * For whom whoever speaks may ask for more time: units whose papers they draw up and of which something is still missing
 * under the deadline; for an admin the agency, which asks whoever issued the plan.
 */
export async function askingUnits(turn: Turn, deadlineId: string): Promise<Unit[]> {
  const { person, store } = turn
  if (!person) return []
  const bound = await store.obligations.find({ deadlineIds: [deadlineId], today: turn.today })
  const missing = new Set(bound.filter(isOpen).map(({ unitId }) => unitId))
  const agency = (await ruledUnits(turn))[0]
  const units = (await store.units.all()).filter(({ id }) => missing.has(id) && canTypeFor(person, id))
  return [...units, ...(agency && !units.some(({ id }) => id === agency.id) ? [agency] : [])]
}
