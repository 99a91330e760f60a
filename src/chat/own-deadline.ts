import type { PlanDeadline } from '../store/plan-rows.ts'
import type { Store } from '../store/store.ts'

/** A deadline as it stands for one unit: with the last day that a leader agreed to, where one did. */
export async function ownDeadline(store: Store, one: PlanDeadline, unitId: string): Promise<PlanDeadline> {
  const extension = await store.extensions.current(one.id, unitId)
  return extension ? { ...one, deadline: { ...one.deadline, lastDay: extension.lastDay } } : one
}
