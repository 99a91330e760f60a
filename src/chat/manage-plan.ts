import { waitsForDay } from '../domain/event-day.ts'
import { unitsUnder } from '../domain/rights.ts'
import { rootOf } from '../domain/unit-tree.ts'
import type { Plan } from '../store/plan-rows.ts'
import { formerOfPlan } from './former-bodies.ts'
import { type Button, button } from './message.ts'
import { announceEnd } from './tell-plan.ts'
import type { Turn } from './turn.ts'

/** May this person change the plan? Who published it, and admins of all whom it binds; with nobody bound the agency's own. */
export async function mayManage({ person, store }: Pick<Turn, 'person' | 'store'>, plan: Plan): Promise<boolean> {
  if (!person) return false
  const units = await store.units.all()
  const mine = unitsUnder(person, units, 'admin')
  if (mine.size > 0 && plan.publishedBy === person.id) return true
  const live = await store.plans.deadlinesOf(plan.id)
  const bound = await store.plans.audienceOf(live.map(({ id }) => id))
  const root = rootOf(units)
  return bound.length > 0 ? bound.every(({ unitId }) => mine.has(unitId)) : root !== null && mine.has(root.id)
}

/** What fits below one message on a phone. */
const mostButtons = 6

/** What an admin may do with a plan in force. */
export async function manageButtons(turn: Turn, { id, status }: Plan): Promise<Button[]> {
  const { texts, store } = turn
  const { t } = texts
  const back = button(t('plans.plan.button.back'), 'kehoach', 'open', { plan: id })
  if (status !== 'in_force') return [back]
  const hasEvent = (await store.plans.deadlinesOf(id)).some(({ deadline }) => waitsForDay(deadline))
  const hasFormer = (await formerOfPlan(turn, id)).length > 0
  const buttons = [
    button(t('plans.manage.correct'), 'kehoach', 'correct', { plan: id, event: false }),
    ...(hasEvent ? [button(t('plans.manage.event'), 'kehoach', 'correct', { plan: id, event: true })] : []),
    ...(hasFormer ? [button(t('review.former.button'), 'kehoach', 'names', { plan: id })] : []),
    button(t('review.look.rehearsal'), 'kehoach', 'rehearse', { plan: id, page: 0 }),
    button(t('plans.manage.close'), 'kehoach', 'end', { plan: id, status: 'closed' }),
    button(t('plans.manage.withdraw'), 'kehoach', 'end', { plan: id, status: 'withdrawn' }),
  ]
  // Six at the most: the way back is the first to give way.
  return buttons.length < mostButtons ? [...buttons, back] : buttons
}

/** Takes a plan out of force and tells those it still bound; the second to press hears that it is done already. */
export async function endPlan(turn: Turn, plan: Plan, status: 'withdrawn' | 'closed'): Promise<void> {
  const values = { name: plan.shortName }
  if (!(await turn.store.plans.end({ planId: plan.id, status, by: turn.person?.id ?? null, at: turn.now })))
    return turn.say('plans.manage.alreadyEnded', values)
  const count = await announceEnd(turn, plan.id, status)
  if (count === 0) return turn.say(`plans.manage.quiet.${status}`, values)
  turn.say(`plans.manage.${status}`, { ...values, count })
}
