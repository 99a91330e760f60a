import { unitsUnder } from '../domain/rights.ts'
import type { PlannedPlan } from '../store/planned-plans.ts'
import { formatMoment } from '../texts/days.ts'
import type { Texts } from '../texts/texts.ts'
import { only } from './command.ts'
import { type Button, button, message } from './message.ts'
import { seePlan } from './plan-news.ts'
import { announcePlan } from './tell-plan.ts'
import type { Turn } from './turn.ts'

export const seePlanned = (texts: Texts, id: string): Button =>
  button(texts.t('review.planned.see'), 'kehoach', 'planned', { planned: id })

/** The button to plans that wait for their time; none for who may not change them, or where none waits. */
export async function plannedButton({ texts, store, person }: Turn): Promise<Button[]> {
  if (!only('admin')(person) || (await store.plannedPlans.all()).length === 0) return []
  return [button(texts.t('review.planned.see'), 'kehoach', 'plannedAll')]
}

/** Plans shown of those that wait. */
const mostListed = 5

/** The plans that wait for their publication, the next first. */
export async function listPlanned(turn: Turn): Promise<void> {
  const { texts, zone } = turn
  if (!only('admin')(turn.person)) return turn.say('review.planned.refused')
  const all = (await turn.store.plannedPlans.all()).slice(0, mostListed)
  if (all.length === 0) return turn.say('review.planned.none')
  const lines = all.map(({ plan, publishAt }, index) =>
    texts.t('review.planned.line', {
      ...{ number: index + 1, name: plan.shortName },
      at: formatMoment(texts, publishAt, zone),
    }),
  )
  const buttons = all.map(({ id }, index) =>
    button(texts.t('plans.list.see', { number: index + 1 }), 'kehoach', 'planned', { planned: id }),
  )
  turn.reply(message([texts.t('review.planned.list', { count: all.length }), ...lines].join('\n'), buttons))
}

/** One of them, with what can be done about it. */
export async function showPlanned(turn: Turn, id: string): Promise<void> {
  await asPlanner(turn, id, ({ plan, publishAt }) => {
    const { texts, zone } = turn
    const values = { name: plan.shortName, at: formatMoment(texts, publishAt, zone), count: plan.deadlines.length }
    turn.say('review.planned.card', values, [
      button(texts.t('review.planned.now'), 'kehoach', 'plannedNow', { planned: id }),
      button(texts.t('review.planned.cancel'), 'kehoach', 'plannedCancel', { planned: id }),
    ])
  })
}

/** Publishes before the time. */
export async function publishPlannedNow(turn: Turn, id: string): Promise<void> {
  await asPlanner(turn, id, async ({ plan }) => {
    await turn.store.plannedPlans.take(id, { by: turn.person?.id ?? null, at: turn.now, why: 'early' })
    const published = await turn.store.plans.publish({ ...plan, at: turn.now })
    const see = [seePlan(turn.texts, published.planId)]
    if (!published.ok) return turn.say('review.planned.first', { name: plan.shortName }, see)
    const count = await announcePlan(turn, published.planId)
    turn.say(count > 0 ? 'plans.published.done' : 'plans.published.quiet', { name: plan.shortName, count }, see)
  })
}

/** Gives the publication up; nobody has heard of it. */
export async function cancelPlanned(turn: Turn, id: string): Promise<void> {
  await asPlanner(turn, id, async ({ plan }) => {
    await turn.store.plannedPlans.take(id, { by: turn.person?.id ?? null, at: turn.now, why: 'cancelled' })
    turn.say('review.planned.cancelled', { name: plan.shortName })
  })
}

/** Who planned it, and admins of all whom it is to bind; asked at the moment of acting. */
async function asPlanner(turn: Turn, id: string, act: (planned: PlannedPlan) => Promise<void> | void): Promise<void> {
  const planned = await turn.store.plannedPlans.byId(id)
  if (!planned) return turn.say('review.planned.gone')
  const mine = turn.person ? unitsUnder(turn.person, await turn.store.units.all(), 'admin') : new Set<string>()
  const isPlanner = mine.size > 0 && planned.plan.by === turn.person?.id
  const bound = planned.plan.deadlines.flatMap(({ audience }) => audience)
  const isOver = mine.size > 0 && bound.every(({ unitId }) => mine.has(unitId))
  if (!isPlanner && !isOver) return turn.say('review.planned.refused')
  await act(planned)
}
