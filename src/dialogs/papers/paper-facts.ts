import type { Turn } from '../../chat/turn.ts'
import { yearOf } from '../../domain/day.ts'
import { pathUp } from '../../domain/unit-tree.ts'
import type { PaperPlan } from '../../papers/cite-plan.ts'
import { type PaperUnit, paperUnitKey, paperUnitSchema } from '../../papers/paper-unit.ts'

type About = { planId: string; unitId: string; deadlineId: string | null }

/** `issuer` null: nobody has said yet how the unit's papers look; `place`: its own, else that of the nearest unit above. */
type PaperFacts = {
  plan: PaperPlan
  /** Whom the plan names to receive it, as it names them; empty where it names nobody. */
  to: string[]
  year: number
  unit: string
  issuer: PaperUnit | null
  place: string | null
}

async function planOf({ store }: Pick<Turn, 'store'>, planId: string): Promise<PaperPlan> {
  const plan = await store.plans.byId(planId)
  const { title = null, number = null, issuer = null, shortName = '' } = plan ?? {}
  return { shortName, title, number, issuer, issuedOn: plan?.draft.issuedOn ?? null }
}

/** What every paper of a unit about a plan needs beside its own content, from what is kept. */
export async function paperFacts(turn: Pick<Turn, 'store' | 'today'>, about: About): Promise<PaperFacts> {
  const { store, today } = turn
  const path = pathUp(await store.units.all(), about.unitId)
  const known = await Promise.all(path.map(({ id }) => store.settings.get(paperUnitKey(id), paperUnitSchema)))
  const deadline = about.deadlineId === null ? null : await store.plans.deadlineById(about.deadlineId)
  const recipient = deadline?.deadline.recipient ?? null
  return {
    plan: await planOf(turn, about.planId),
    to: recipient === null ? [] : [recipient],
    year: yearOf(today),
    unit: path[0]?.name ?? '',
    issuer: known[0] ?? null,
    place: known.find((one) => one !== null)?.place ?? null,
  }
}
