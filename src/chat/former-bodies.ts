import { type FormerBody, formerIn } from '../domain/former-names.ts'
import { isPast } from '../domain/plan-review.ts'
import { listsOf } from './known-lists.ts'
import type { Turn } from './turn.ts'

type Named = FormerBody & { was: string | null; deadlineIds: string[] }

/** The bodies that are no more and that deadlines of a plan ahead name, with what they were mapped to and where they stand. */
export async function formerOfPlan(turn: Turn, planId: string): Promise<Named[]> {
  const { store, today } = turn
  const { names } = await listsOf(turn)
  const live = (await store.plans.deadlinesOf(planId)).filter(({ deadline }) => !isPast(deadline, today))
  const found = live.flatMap(({ id, deadline }) =>
    formerIn(deadline, today, names).map((body) => {
      const mapped = deadline.formerly?.find(({ name }) => name === body.name)
      return { ...body, id, was: mapped?.now ?? null }
    }),
  )
  return [...Map.groupBy(found, ({ name }) => name)].flatMap(([, some]) => {
    const [first] = some
    return first ? [{ ...first, deadlineIds: some.map(({ id }) => id) }] : []
  })
}
