import type { Plan } from '../store/plan-rows.ts'
import { type Button, button } from './message.ts'
import { findPlan } from './plan-view.ts'
import { announceEnd } from './tell-plan.ts'
import type { Turn } from './turn.ts'

/** What an admin may do with a plan in force. */
export async function manageButtons({ texts, store }: Turn, { id, status }: Plan): Promise<Button[]> {
  const { t } = texts
  const back = button(t('plans.plan.button.back'), 'kehoach', 'open', { plan: id })
  if (status !== 'in_force') return [back]
  const hasEvent = (await store.plans.deadlinesOf(id)).some(
    ({ deadline }) => deadline.on === null && deadline.event !== null,
  )
  return [
    button(t('plans.manage.correct'), 'kehoach', 'correct', { plan: id, event: false }),
    ...(hasEvent ? [button(t('plans.manage.event'), 'kehoach', 'correct', { plan: id, event: true })] : []),
    button(t('plans.manage.close'), 'kehoach', 'end', { plan: id, status: 'closed' }),
    button(t('plans.manage.withdraw'), 'kehoach', 'end', { plan: id, status: 'withdrawn' }),
    back,
  ]
}

/** Takes a plan out of force and tells those it still bound; the second to press hears that it is done already. */
export async function endPlan(turn: Turn, planId: string, status: 'withdrawn' | 'closed'): Promise<void> {
  const plan = await findPlan(turn, planId)
  if (!plan) return
  const values = { name: plan.shortName }
  if (!(await turn.store.plans.end({ planId, status, by: turn.person?.id ?? null, at: turn.now })))
    return turn.say('plans.manage.alreadyEnded', values)
  const count = await announceEnd(turn, planId, status)
  if (count === 0) return turn.say(`plans.manage.quiet.${status}`, values)
  turn.say(`plans.manage.${status}`, { ...values, count })
}
