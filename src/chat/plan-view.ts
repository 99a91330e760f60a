import { proposeAudience } from '../domain/audience.ts'
import type { Plan } from '../store/plan-rows.ts'
import { formatPlanDeadlines, formatPlanHead, formatUnitTasks } from '../texts/plan-card.ts'
import { mayManage } from './manage-plan.ts'
import { type Button, button, type Message, message } from './message.ts'
import type { Turn } from './turn.ts'

/** The plan of a button; null, and said so, where there is none any more. */
export async function findPlan(turn: Turn, id: string): Promise<Plan | null> {
  const plan = await turn.store.plans.byId(id)
  if (!plan) turn.say('plans.plan.gone')
  return plan
}

/** A plan's card: what it is, its deadlines, and the ways to the rest. */
export async function planMessage(turn: Turn, plan: Plan): Promise<Message> {
  const { texts, calendar, store } = turn
  const deadlines = (await store.plans.deadlinesOf(plan.id)).map(({ deadline }) => deadline)
  const ended = plan.status === 'in_force' ? [] : [texts.t(`plans.plan.ended.${plan.status}`)]
  const lines = [
    ...ended,
    ...formatPlanHead(texts, plan.shortName, plan.draft),
    ...formatPlanDeadlines(texts, calendar, deadlines),
  ]
  const to = (name: 'mine' | 'contents' | 'criteria' | 'original' | 'manage') =>
    button(texts.t(`plans.plan.button.${name}`), 'kehoach', name, { plan: plan.id })
  const registers = plan.status === 'in_force' && deadlines.some(({ kind }) => kind === 'registration')
  return message(lines.join('\n'), [
    ...(registers ? [button(texts.t('plans.plan.button.register'), 'dangky', 'begin', { plan: plan.id })] : []),
    ...[to('mine'), to('contents'), to('criteria')],
    ...(plan.file ? [to('original')] : []),
    ...((await mayManage(turn, plan)) ? [to('manage')] : []),
  ])
}

/** The original as it was signed and sent in. */
export async function showOriginal(turn: Turn, planId: string): Promise<void> {
  const plan = await findPlan(turn, planId)
  if (!plan) return
  if (!plan.file) return turn.say('plans.plan.noOriginal')
  turn.reply({ ...message(turn.texts.t('plans.plan.original', { name: plan.shortName })), attachment: plan.file })
}

/** What the plan wants of the units in which the person holds a role: bound deadlines, and sentences that name them. */
export async function showUnitTasks(turn: Turn, planId: string, buttons: Button[]): Promise<void> {
  const plan = await findPlan(turn, planId)
  if (!plan) return
  const units = await turn.store.units.all()
  const live = await turn.store.plans.deadlinesOf(planId)
  const audience = await turn.store.plans.audienceOf(live.map(({ id }) => id))
  const mine = new Set(turn.person?.memberships.map(({ unitId }) => unitId))
  const lines = units
    .filter(({ id }) => mine.has(id))
    .flatMap((unit) => {
      const deadlines = live.filter(({ id }) => audience.some((row) => row.deadlineId === id && row.unitId === unit.id))
      const assignments = plan.draft.assignments.filter(({ unit: actor }) =>
        proposeAudience(actor, units).rows.some(({ unitId }) => unitId === unit.id),
      )
      const due = deadlines.map(({ deadline }) => deadline)
      // A sentence that stands as a deadline already is not said twice.
      const rest = assignments.filter(({ section }) => !due.some((deadline) => deadline.section === section))
      return formatUnitTasks(turn.texts, turn.calendar, { unit: unit.name, deadlines: due, assignments: rest })
    })
  turn.reply(message(lines.length > 0 ? lines.join('\n') : turn.texts.t('plans.plan.noMine'), buttons))
}
