import { type Message, message } from '../../chat/message.ts'
import { changeNews } from '../../chat/plan-news.ts'
import type { Turn } from '../../chat/turn.ts'
import { peopleBound } from '../../domain/audience.ts'
import { onEventDay, waitsForDay } from '../../domain/event-day.ts'
import type { Deadline } from '../../domain/plan.ts'
import { isPast } from '../../domain/plan-review.ts'
import { isMoved } from '../../domain/plan-revision.ts'
import { readTypedDeadline } from '../../domain/typed-deadline.ts'
import { formatClause } from '../../texts/clauses.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { formatTask, shortTask } from '../../texts/plan-card.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import { unread } from '../themkehoach/deadline-steps.ts'
import type { Answers } from './answers.ts'
import { sameEvent } from './same-event.ts'

/** Those that can be changed: for an event's day only those that wait for one. */
async function candidates({ store }: Turn, { planId, event }: Answers) {
  const live = await store.plans.deadlinesOf(planId)
  return event ? live.filter(({ deadline }) => waitsForDay(deadline)) : live
}

/** The question, with the deadlines numbered as their buttons are. */
async function askWhich(turn: Turn, answers: Answers): Promise<Message> {
  const { texts } = turn
  const all = await candidates(turn, answers)
  if (all.length === 0) return message(texts.t('plans.manage.nothing'))
  const lines = all.map(({ deadline }, index) =>
    texts.t('plans.fix.line', {
      number: index + 1,
      task: (deadline.recurrence ? shortTask : formatTask)(texts, deadline),
      when: formatDeadline(texts, deadline),
    }),
  )
  const name = (await turn.store.plans.byId(answers.planId))?.shortName ?? ''
  return message([texts.t(answers.event ? 'plans.fix.whichEvent' : 'plans.fix.which', { name }), ...lines].join('\n'))
}

export const which: Step<Answers> = {
  ask: ({ turn, answers }) => askWhich(turn, answers),
  async choices({ turn, answers }) {
    return (await candidates(turn, answers)).map(({ id }, index) => ({
      value: id,
      label: turn.texts.t('plans.fix.choice', { number: index + 1 }),
    }))
  },
  async read(input, { turn, answers }) {
    const all = await candidates(turn, answers)
    const found = input.kind === 'choice' ? all.find(({ id }) => id === input.value) : undefined
    if (!found) return { ok: false, message: await askWhich(turn, answers) }
    const { id, revision, deadline } = found
    return { ok: true, answers: { ...answers, deadlineId: id, revision, was: deadline } }
  },
}

const wasOf = ({ was }: Answers): Deadline => {
  if (!was) throw new Error('This step comes after the choice of a deadline.')
  return was
}

export const day: Step<Answers> = {
  plainNumbers: true,
  ask({ turn, answers }) {
    const was = wasOf(answers)
    const values = {
      task: (was.recurrence ? shortTask : formatTask)(turn.texts, was),
      when: formatDeadline(turn.texts, was),
      clause: formatClause(turn.texts, was.section),
    }
    return message(turn.texts.t(answers.event ? 'plans.fix.eventDay' : 'plans.fix.day', values))
  },
  read(input, { turn, answers }) {
    const was = wasOf(answers)
    const text = input.kind === 'text' ? input.text : ''
    const read = readTypedDeadline(text, { today: turn.today, relation: was.relation })
    if (!read.ok) return { ok: false, message: unread(turn.texts, text, read) }
    const eventDay = answers.event ? (read.time.on ?? turn.today) : null
    const deadline = eventDay ? onEventDay(was, eventDay, turn.calendar) : { ...was, ...read.time, ...settled }
    if (!isMoved(was, deadline))
      return { ok: false, message: message(turn.texts.t('plans.fix.same', { when: formatDeadline(turn.texts, was) })) }
    return { ok: true, answers: { ...answers, deadline, eventDay } }
  },
}

/** A day that is known stands for what it was reckoned from. */
const settled = { recurrence: null, event: null, offset: null, reference: null, confidence: 1, reason: null }

const longest = 200

export const basis: Step<Answers> = {
  optional: true,
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('plans.fix.basis')),
  read(input, { turn, answers }) {
    if (input.kind === 'skip') return { ok: true, answers: { ...answers, basis: null } }
    const text = input.kind === 'text' ? input.text.trim().replace(/\.+$/u, '') : ''
    if (text === '' || text.length > longest)
      return { ok: false, message: message(turn.texts.t('plans.fix.basisLength', { most: longest })) }
    return { ok: true, answers: { ...answers, basis: text } }
  },
}

/** The message as those concerned will read it, and how many they are. */
export const preview: Step<Answers> = {
  ask: (asked) => show(asked),
  choices: ({ turn }) => [{ value: 'apply', label: turn.texts.t('plans.fix.apply') }],
  async read(input, asked) {
    if (input.kind === 'choice') return { ok: true, answers: asked.answers }
    return { ok: false, message: await show(asked) }
  },
}

async function show({ turn, answers }: Asked<Answers>): Promise<Message> {
  const { texts, store, calendar, today } = turn
  const plan = await store.plans.byId(answers.planId)
  const deadline = answers.deadline ?? wasOf(answers)
  const id = answers.deadlineId ?? ''
  const count = peopleBound(await store.plans.audienceOf([id]), await store.people.memberships()).length
  const news = { id: answers.planId, shortName: plan?.shortName ?? '', number: plan?.number ?? null, hasFile: false }
  const { blocks } = changeNews(texts, calendar, news, {
    id,
    deadline,
    was: wasOf(answers),
    basis: answers.basis,
    open: true,
  })
  const others = await sameEvent(turn, answers)
  const also = others.map((one) =>
    texts.t('plans.fix.also', { task: formatTask(texts, one.was), when: formatDeadline(texts, one.deadline) }),
  )
  const past = isPast(deadline, today) ? [{ kind: 'text' as const, text: texts.t('plans.fix.past') }] : []
  const head = texts.t(count > 0 ? 'plans.fix.preview' : 'plans.fix.previewNobody', { count })
  return {
    blocks: [
      { kind: 'text', text: head },
      ...blocks.map(({ text }) => ({ kind: 'quote' as const, text })),
      ...also.map((text) => ({ kind: 'text' as const, text })),
      ...past,
    ],
    buttons: [],
  }
}
