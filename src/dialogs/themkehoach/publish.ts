import { button } from '../../chat/message.ts'
import { announceChange, announcePlan, announceWork } from '../../chat/tell-plan.ts'
import type { Turn } from '../../chat/turn.ts'
import type { NewDeadline } from '../../store/plan-rows.ts'
import { formatMoment } from '../../texts/days.ts'
import type { Asked } from '../engine/dialog.ts'
import { type Answers, isRevision, readOf } from './answers.ts'
import { bindingOf, keptInOrder, revisionOf } from './bind.ts'

/** Ends the review: publishes, changes the plan that was known, or leaves all as it is. */
export async function finishReview({ turn, answers }: Asked<Answers>): Promise<'done'> {
  if (answers.decision === 'duplicate') turn.say('plans.known.dropped', { name: answers.known?.name ?? '' })
  else if (isRevision(answers)) await revise(turn, answers)
  else await publish(turn, answers)
  return 'done'
}

const viewButton = ({ texts }: Turn, planId: string) =>
  button(texts.t('plans.published.view'), 'kehoach', 'open', { plan: planId })

async function boundDeadlines(turn: Turn, answers: Answers): Promise<NewDeadline[]> {
  const units = await turn.store.units.all()
  const bound: NewDeadline[] = []
  for (const item of keptInOrder(answers)) {
    const { rows } = await bindingOf(turn, answers, item, units)
    bound.push({ deadline: item.deadline, audience: rows })
  }
  return bound
}

async function publish(turn: Turn, answers: Answers): Promise<void> {
  const { draft, identity, file } = readOf(answers)
  const published = await turn.store.plans.publish({
    ...{ draft, identity, file },
    shortName: answers.shortName ?? '',
    unique: answers.decision !== 'other',
    deadlines: await boundDeadlines(turn, answers),
    by: turn.person?.id ?? null,
    at: turn.now,
  })
  if (!published.ok) return sayPublished(turn, published.planId)
  const count = await announcePlan(turn, published.planId)
  const values = { name: answers.shortName, count }
  turn.say(count > 0 ? 'plans.published.done' : 'plans.published.quiet', values, [viewButton(turn, published.planId)])
}

/** Somebody else was first with the same plan. */
async function sayPublished(turn: Turn, planId: string): Promise<void> {
  const plan = await turn.store.plans.byId(planId)
  const by = plan?.publishedBy ? await turn.store.people.byId(plan.publishedBy) : undefined
  const values = {
    at: formatMoment(turn.texts, plan?.publishedAt ?? turn.now, turn.zone),
    by: by ? turn.texts.t('plans.published.by', { name: by.name }) : '',
  }
  turn.say('plans.published.already', values, [viewButton(turn, planId)])
}

/** A new text for a plan in force: those concerned hear what changed, nobody else. */
async function revise(turn: Turn, answers: Answers): Promise<void> {
  const { draft, identity, file } = readOf(answers)
  const planId = answers.known?.planId ?? ''
  const plan = await turn.store.plans.byId(planId)
  const diff = await revisionOf(turn, answers)
  if (!diff || !plan || plan.status === 'withdrawn')
    return turn.say('plans.published.ended', { name: answers.known?.name })
  const bound = await boundDeadlines(turn, answers)
  const before = new Set((await turn.store.plans.deadlinesOf(planId)).map(({ id }) => id))
  await turn.store.plans.revise({
    ...{ planId, draft, identity, file },
    why: answers.decision === 'replaced' ? 'replaced' : 'corrected',
    deadlines: bound.map(({ deadline, audience }) => {
      const same = diff.same.find((one) => one.deadline === deadline)
      return { id: same?.id ?? null, moved: same?.moved ?? false, deadline, audience }
    }),
    by: turn.person?.id ?? null,
    at: turn.now,
  })
  const basis = draft.number
  let count = 0
  for (const { id, deadline, was, moved } of diff.same)
    if (moved) count += await announceChange(turn, planId, { id, deadline, was, basis })
  for (const { id, deadline } of await turn.store.plans.deadlinesOf(planId))
    if (!before.has(id)) count += await announceWork(turn, planId, 'added', { id, deadline })
  for (const { id, deadline } of diff.gone) count += await announceWork(turn, planId, 'dropped', { id, deadline })
  const values = { name: plan.shortName, count }
  turn.say(count > 0 ? 'plans.published.revised' : 'plans.published.revisedQuiet', values, [viewButton(turn, planId)])
}
