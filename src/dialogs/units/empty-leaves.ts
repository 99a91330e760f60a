import type { Turn } from '../../chat/turn.ts'
import type { Unit } from '../../domain/unit.ts'
import { ruledUnits } from './choose-unit.ts'

/** Units without units below and without people; whether a plan or registration names one is seen when it is removed. */
export async function emptyLeaves(turn: Turn): Promise<Unit[]> {
  const [all, held] = [await turn.store.units.all(), await turn.store.people.memberships()]
  const isUsed = ({ id }: Unit) => all.some((one) => one.parentId === id) || held.some((one) => one.unitId === id)
  return (await ruledUnits(turn)).filter((unit) => unit.parentId !== null && !isUsed(unit))
}
