import { formerOfPlan } from '../../chat/former-bodies.ts'
import { type Message, message } from '../../chat/message.ts'
import { boundBy, namesNews } from '../../chat/tell-plan.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatFull } from '../../texts/days.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import { namesToday, readNameToday } from '../themkehoach/former-step.ts'
import type { Answers, Body } from './answers.ts'

function bodyAt({ bodies }: Answers, { item = 0 }: Asked<Answers>['at']): Body {
  const body = bodies[item]
  if (!body) throw new Error(`The plan has no former body ${item}.`)
  return body
}

/** What one body is called today. */
export const body: Step<Answers> = {
  plainNumbers: true,
  ask({ turn, answers, at }) {
    const { full: name, since, was } = bodyAt(answers, at)
    const place = { number: (at.item ?? 0) + 1, of: answers.bodies.length }
    const { t } = turn.texts
    const today = was === null ? t('review.former.unmapped') : t('review.former.mapped', { now: was })
    return message(t('review.former.change', { ...place, name, day: formatFull(since), today }))
  },
  choices: async ({ turn, answers, at }) => [
    ...(await namesToday(turn, bodyAt(answers, at).candidates)),
    { value: 'wait', label: turn.texts.t('review.former.wait') },
  ],
  read(input, { turn, answers, at }) {
    const read = readNameToday(turn, input)
    if (!read.ok) return read
    const bodies = answers.bodies.map((one, index) => (index === (at.item ?? 0) ? { ...one, now: read.now } : one))
    return { ok: true, answers: { ...answers, bodies } }
  },
}

/** What became of each body that was changed, as people read it. */
export const sentencesOf = ({ texts }: Pick<Turn, 'texts'>, { bodies }: Answers): string[] =>
  bodies.flatMap(({ full: name, since, was, now }) => {
    if (now === was) return []
    const day = formatFull(since)
    return [
      now === null
        ? texts.t('review.former.pending', { name, day })
        : texts.t('review.former.ended', { name, day, now }),
    ]
  })

/** The message as those concerned will read it, and how many they are. */
export const preview: Step<Answers> = {
  ask: show,
  choices: ({ turn }) => [{ value: 'apply', label: turn.texts.t('plans.fix.apply') }],
  async read(input, asked) {
    if (input.kind === 'choice') return { ok: true, answers: asked.answers }
    return { ok: false, message: await show(asked) }
  },
}

async function show({ turn, answers }: Asked<Answers>): Promise<Message> {
  const { texts, store } = turn
  const plan = await store.plans.byId(answers.planId)
  const ids = await deadlinesNaming(turn, answers)
  const { length: count } = await boundBy(turn, ids)
  const news = namesNews(texts, answers.planId, plan?.shortName ?? '', sentencesOf(turn, answers))
  const head = texts.t(count > 0 ? 'plans.fix.preview' : 'plans.fix.previewNobody', { count })
  return {
    blocks: [{ kind: 'text', text: head }, ...news.blocks.map(({ text }) => ({ kind: 'quote' as const, text }))],
    buttons: [],
  }
}

/** The deadlines that name a body whose mapping changes. */
export async function deadlinesNaming(turn: Turn, { planId, bodies }: Answers): Promise<string[]> {
  const changed = new Set(bodies.flatMap(({ name, was, now }) => (was === now ? [] : [name])))
  const named = (await formerOfPlan(turn, planId)).filter(({ name }) => changed.has(name))
  return [...new Set(named.flatMap(({ deadlineIds }) => deadlineIds))]
}
