import { ownDeadline } from '../../chat/own-deadline.ts'
import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import type { Period } from '../../domain/plan.ts'
import type { Plan, PlanDeadline } from '../../store/plan-rows.ts'
import type { Registrant } from '../../store/registrations.ts'

/** A plan that one can register for, with the deadline of registering where it names one. */
export type Campaign = { plan: Plan; deadline: PlanDeadline | null }
type Capacity = Pick<Registrant, 'subject' | 'unitId'>
type Chosen = { planId?: string | undefined; registrant?: Capacity | undefined }

const toRegister = ({ deadline }: PlanDeadline): boolean => deadline.kind === 'registration' && !deadline.cancelled

async function registrationDeadlines({ store }: Turn, planId: string): Promise<PlanDeadline[]> {
  const deadlines = (await store.plans.deadlinesOf(planId)).filter(toRegister)
  const last = ({ deadline }: PlanDeadline) => `${deadline.exceptional ? 1 : 0}${deadline.lastDay ?? '9999'}`
  return deadlines.sort((one, other) => last(one).localeCompare(last(other)))
}

/** The deadline by which this registrant registers: one that binds them, else the plan's first. */
async function deadlineFor(turn: Turn, planId: string, { subject, unitId }: Capacity): Promise<PlanDeadline | null> {
  const deadlines = await registrationDeadlines(turn, planId)
  const audience = await turn.store.plans.audienceOf(deadlines.map(({ id }) => id))
  const binds = ({ id }: PlanDeadline) =>
    audience.some((row) => row.deadlineId === id && row.unitId === unitId && row.subject === subject)
  const found = deadlines.find(binds) ?? deadlines[0] ?? null
  return found && ownDeadline(turn.store, found, unitId)
}

/** The plan that answers speak of, with the registrant's deadline, as they are now; null where the plan is gone. */
export async function loadCampaign(turn: Turn, { planId, registrant }: Chosen): Promise<Campaign | null> {
  const plan = planId === undefined ? null : await turn.store.plans.byId(planId)
  if (!plan) return null
  const deadline = registrant ? await deadlineFor(turn, plan.id, registrant) : null
  return { plan, deadline: deadline ?? (await registrationDeadlines(turn, plan.id))[0] ?? null }
}

const matches = ({ plan }: Campaign, words: string): boolean => {
  const about = ` ${fold(`${plan.shortName} ${plan.title ?? ''} ${plan.number ?? ''}`)} `
  return fold(words)
    .split(' ')
    .every((word) => about.includes(` ${word}`))
}

/** The plans in force to register for: the nearest deadline first, then those past, then those without a day. */
export async function campaignsFor(turn: Turn, words = ''): Promise<Campaign[]> {
  const plans = await turn.store.plans.list('in_force')
  const campaigns = await Promise.all(
    plans.map(async (plan) => ({ plan, deadline: (await registrationDeadlines(turn, plan.id))[0] ?? null })),
  )
  const order = ({ deadline }: Campaign) => {
    const day = deadline?.deadline.lastDay
    return day ? `${day >= turn.today ? 0 : 1}${day}` : '2'
  }
  const sorted = campaigns.sort((one, other) => order(one).localeCompare(order(other)))
  return words === '' ? sorted : sorted.filter((campaign) => matches(campaign, words))
}

/** The time in which the work must end, where the plan names one. */
export const periodOf = ({ plan }: Campaign): Period | null => plan.draft.period
