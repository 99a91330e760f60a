import { only } from '../../chat/command.ts'
import { seePlan } from '../../chat/plan-news.ts'
import { seePlanned } from '../../chat/planned-plans.ts'
import { announcePlan } from '../../chat/tell-plan.ts'
import type { Turn } from '../../chat/turn.ts'
import type { NewPlan } from '../../store/publish-plan.ts'
import { formatMoment } from '../../texts/days.ts'
import type { Asked } from '../engine/dialog.ts'
import { type Answers, isRevision, readOf } from './answers.ts'
import { boundDeadlines } from './bind.ts'
import { revise } from './revise.ts'

const isAdmin = only('admin')

/** Ends the review: publishes, changes the plan that was known, or leaves all as it is. */
export async function finishReview({ turn, answers }: Asked<Answers>): Promise<'done'> {
  if (!isAdmin(turn.person)) turn.say('plans.manage.refused')
  else if (answers.decision === 'duplicate') turn.say('plans.known.dropped', { name: answers.known?.name ?? '' })
  else if (isRevision(answers)) await revise(turn, answers)
  else await publish(turn, answers)
  return 'done'
}

async function publish(turn: Turn, answers: Answers): Promise<void> {
  const { draft, identity, file } = readOf(answers)
  const plan: NewPlan = {
    ...{ draft, identity, file },
    shortName: answers.shortName ?? '',
    // Told apart by its admin from one that reads the same; one that changes another plan reads like none.
    unique: answers.decision !== 'other' || answers.known?.relation === 'amends',
    deadlines: await boundDeadlines(turn, answers),
    by: turn.person?.id ?? null,
    at: turn.now,
  }
  if (answers.publishAt !== null && answers.publishAt > turn.now) return planFor(turn, plan, answers.publishAt)
  const published = await turn.store.plans.publish(plan)
  if (!published.ok) return sayPublished(turn, published.planId)
  const count = await announcePlan(turn, published.planId)
  const values = { name: answers.shortName, count }
  turn.say(count > 0 ? 'plans.published.done' : 'plans.published.quiet', values, [
    seePlan(turn.texts, published.planId),
  ])
}

/** Nothing reaches anybody before the time that was set. */
async function planFor(turn: Turn, plan: NewPlan, at: number): Promise<void> {
  const id = await turn.store.plannedPlans.add(plan, at)
  const values = { name: plan.shortName, at: formatMoment(turn.texts, at, turn.zone) }
  turn.say('review.planned.done', values, [seePlanned(turn.texts, id)])
}

/** Somebody else was first with the same plan. */
async function sayPublished(turn: Turn, planId: string): Promise<void> {
  const plan = await turn.store.plans.byId(planId)
  const by = plan?.publishedBy ? await turn.store.people.byId(plan.publishedBy) : undefined
  const values = {
    at: formatMoment(turn.texts, plan?.publishedAt ?? turn.now, turn.zone),
    by: by ? turn.texts.t('plans.published.by', { name: by.name }) : '',
  }
  turn.say('plans.published.already', values, [seePlan(turn.texts, planId)])
}
