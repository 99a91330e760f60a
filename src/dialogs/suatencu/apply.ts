import { mayManage } from '../../chat/manage-plan.ts'
import { seePlan } from '../../chat/plan-news.ts'
import { announceNames, announceWork } from '../../chat/tell-plan.ts'
import type { Turn } from '../../chat/turn.ts'
import { proposeAudience } from '../../domain/audience.ts'
import { actorToday } from '../../domain/former-names.ts'
import type { Deadline } from '../../domain/plan.ts'
import type { Asked } from '../engine/dialog.ts'
import { unitsOf } from '../themkehoach/bind.ts'
import type { Answers } from './answers.ts'
import { deadlinesNaming, sentencesOf } from './steps.ts'

/** Keeps the names with every deadline that names the bodies, and tells those concerned. */
export async function applyNames({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { store, texts } = turn
  const plan = await store.plans.byId(answers.planId)
  const view = [seePlan(texts, answers.planId)]
  const sentences = sentencesOf(turn, answers)
  if (plan && !(await mayManage(turn, plan))) turn.say('plans.manage.refused')
  else if (plan?.status !== 'in_force') turn.say('plans.fix.overtaken', {}, view)
  else if (sentences.length === 0) turn.say('review.former.unchanged', {}, view)
  else {
    const ids = await deadlinesNaming(turn, answers)
    for (const id of ids) await nameBodies(turn, answers, id)
    const told = await announceNames(turn, answers.planId, ids, sentences)
    const bound = await bindActors(turn, answers.planId, ids)
    turn.say(told + bound > 0 ? 'review.former.done' : 'review.former.doneQuiet', { count: told + bound }, view)
  }
  return 'done'
}

const changeOf = ({ person, now }: Turn) => ({ by: person?.id ?? null, at: now })

async function nameBodies(turn: Turn, { bodies }: Answers, id: string): Promise<void> {
  const found = await turn.store.plans.deadlineById(id)
  if (!found) return
  const { actor, recipient, formerly = [] } = found.deadline
  const phrases = [actor, recipient].map((phrase) => (phrase ?? '').replace(/\s+/gu, ' '))
  const named = bodies.filter(({ name }) => phrases.some((phrase) => phrase.includes(name)))
  const others = formerly.filter(({ name }) => !named.some((one) => one.name === name))
  const next: NonNullable<Deadline['formerly']> = [
    ...others,
    ...named.map(({ name, full, now, since }) => ({ name, now, since, ...(full !== name && { full }) })),
  ]
  await turn.store.plans.nameBodies({ id, formerly: next, ...changeOf(turn) })
}

/** What bound nobody, because its actor was not known by the old name, now binds whom the new name means. */
async function bindActors(turn: Turn, planId: string, ids: string[]): Promise<number> {
  const { plans } = turn.store
  const units = await unitsOf(turn)
  let count = 0
  for (const id of ids) {
    const found = await plans.deadlineById(id)
    if (!found || (await plans.audienceOf([id])).length > 0) continue
    const { rows } = proposeAudience(actorToday(found.deadline), units)
    if (rows.length === 0) continue
    await plans.bind({ id, audience: rows, ...changeOf(turn) })
    count += await announceWork(turn, planId, 'added', found)
  }
  return count
}
