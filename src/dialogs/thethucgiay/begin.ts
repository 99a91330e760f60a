import type { Turn } from '../../chat/turn.ts'
import { canAdminister, canTypeFor } from '../../domain/rights.ts'
import type { PaperToMake } from './answers.ts'

/** May whoever speaks say how this unit's papers look: its head, its focal point, an admin? Asked again at the moment of acting. */
export const mayDeclare = async ({ person, store }: Turn, unitId: string): Promise<boolean> =>
  person !== null && (canTypeFor(person, unitId) || canAdminister(person, unitId, await store.units.all()))

/** [Khai thể thức]: asks how the papers of a unit look; `paper` is made again afterwards where it is wished. */
export async function beginDeclaring(
  turn: Turn,
  { unitId, paper }: { unitId: string; paper: PaperToMake | null },
): Promise<void> {
  const unit = await turn.store.units.byId(unitId)
  if (!unit || !(await mayDeclare(turn, unitId))) return turn.say('papers.unit.refused')
  await turn.begin('thethucgiay', { unitId, unit: unit.name, paper })
}
