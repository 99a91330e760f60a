import { mayManage } from '../../chat/manage-plan.ts'
import { seePlan } from '../../chat/plan-news.ts'
import { announceChange } from '../../chat/tell-plan.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import type { Asked } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { sameEvent } from './same-event.ts'

/** Gives the deadline its new time and tells those concerned, unless somebody has changed it or ended the plan meanwhile. */
export async function applyChange({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { planId, deadlineId, revision, was, deadline, basis } = answers
  const current = deadlineId === null ? null : await turn.store.plans.deadlineById(deadlineId)
  const plan = await turn.store.plans.byId(planId)
  if (plan && !(await mayManage(turn, plan))) {
    turn.say('plans.manage.refused')
    return 'done'
  }
  const view = [seePlan(turn.texts, planId)]
  if (
    !current ||
    !deadline ||
    current.revision !== revision ||
    current.status !== 'live' ||
    plan?.status !== 'in_force'
  ) {
    turn.say('plans.fix.overtaken', {}, view)
    return 'done'
  }
  const others = await sameEvent(turn, answers)
  let count = 0
  for (const change of [{ id: current.id, was, deadline }, ...others]) {
    await turn.store.plans.correctDeadline({ ...change, basis, by: turn.person?.id ?? null, at: turn.now })
    count = Math.max(count, await announceChange(turn, planId, { ...change, basis }))
  }
  const values = { when: formatDeadline(turn.texts, deadline), count }
  turn.say(count > 0 ? 'plans.fix.done' : 'plans.fix.doneQuiet', values, view)
  return 'done'
}
