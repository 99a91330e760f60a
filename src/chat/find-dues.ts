import { z } from 'zod'
import { type Due, duesOf, informationOf, sortDues } from '../domain/due.ts'
import { deadlineKinds } from '../domain/plan.ts'
import { unitsUnder } from '../domain/rights.ts'
import { subtreeOf } from '../domain/unit-tree.ts'
import type { Turn } from './turn.ts'

/** What a list of deadlines is narrowed to; null: not narrowed. Kept in buttons. */
export const dueFilter = z.object({
  range: z.object({ from: z.string(), to: z.string(), overdue: z.boolean() }).nullable(),
  kinds: z.array(z.enum(deadlineKinds)).nullable(),
  planIds: z.array(z.string()).nullable(),
  unitId: z.string().nullable(),
})
export type DueFilter = z.infer<typeof dueFilter>

export const noFilter: DueFilter = { range: null, kinds: null, planIds: null, unitId: null }

const fits =
  ({ range, kinds, planIds }: DueFilter) =>
  ({ deadline: { kind, lastDay }, planId, group }: Due): boolean =>
    (range === null ||
      (lastDay !== null && lastDay >= range.from && lastDay <= range.to && (!range.overdue || group === 'overdue'))) &&
    (kinds === null || kinds.includes(kind)) &&
    (planIds === null || planIds.includes(planId))

/** What is due for a member (or for one unit in their charge), and what else the plans in force say for information; in reading order. */
export async function findDues(turn: Turn, personId: string, filter: DueFilter): Promise<Due[]> {
  const { today } = turn
  const obligations = await turn.store.obligations.find({ ...(await whose(turn, personId, filter.unitId)), today })
  const dues = duesOf(obligations, personId, turn.today)
  const all =
    filter.unitId === null
      ? [...dues, ...(await information(turn, new Set(obligations.map(({ deadlineId }) => deadlineId))))]
      : dues
  return sortDues(all.filter(fits(filter)))
}

async function information(turn: Turn, bound: Set<string>): Promise<Due[]> {
  const plans = await turn.store.plans.list()
  const published = await Promise.all(
    plans.map(async ({ id, shortName }) =>
      (await turn.store.plans.deadlinesOf(id)).map((one) => ({
        id: one.id,
        planId: id,
        plan: shortName,
        deadline: one.deadline,
      })),
    ),
  )
  return informationOf(published.flat(), bound, turn.today)
}

/** Asked anew each time: a button may be older than the right to see the unit. */
async function whose(turn: Turn, personId: string, unitId: string | null) {
  if (unitId === null || !turn.person) return { personId }
  const units = await turn.store.units.all()
  return unitsUnder(turn.person, units, 'head', 'admin').has(unitId)
    ? { unitIds: [...subtreeOf(units, unitId)] }
    : { personId }
}
