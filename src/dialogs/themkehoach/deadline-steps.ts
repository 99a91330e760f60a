import type { Block, Message } from '../../chat/message.ts'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { deadlineKinds } from '../../domain/plan.ts'
import { isPast, isUnsure } from '../../domain/plan-review.ts'
import { readTypedDeadline } from '../../domain/typed-deadline.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatClause } from '../../texts/clauses.ts'
import { formatDaysLeft } from '../../texts/days.ts'
import { formatDeadline, formatLastDayShort } from '../../texts/deadlines.ts'
import { formatReason } from '../../texts/doubts.ts'
import { clip, formatTask, shortTask } from '../../texts/plan-card.ts'
import { formatReferred } from '../../texts/references.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import type { Asked, Choice, Read, Step } from '../engine/dialog.ts'
import { type Answers, isUndatedOrder, itemOf, type Reviewed, withItem } from './answers.ts'

/** One deadline to be confirmed, corrected or dropped. */
export const deadline: Step<Answers> = {
  ask: ({ turn, answers, at }) => card(turn, answers, itemOf(answers, at)),
  choices: ({ turn, answers, at }) => cardChoices(turn.texts, itemOf(answers, at)),
  read(input, asked) {
    const { answers, at } = asked
    if (input.kind === 'text') return correctDay(input.text, asked, true)
    if (input.kind !== 'choice') return refuse(asked, 'plans.card.head')
    const decision = ({ right: 'right', drop: 'dropped', correct: 'correcting' } as const)[input.value]
    return decision ? { ok: true, answers: withItem(answers, at, { decision }) } : refuse(asked, 'plans.card.head')
  },
}

const taskOf = (texts: Texts, item: Reviewed): string => formatTask(texts, item.deadline)

function card(turn: Turn, answers: Answers, item: Reviewed): Message {
  const { t } = turn.texts
  const { deadline: one } = item
  const clause = formatClause(turn.texts, one.section)
  const facts = [
    cardHead(turn.texts, answers, item),
    t('plans.card.what', { task: shortTask(turn.texts, one), when: formatDeadline(turn.texts, one), clause }),
    lastLine(turn, item),
    one.actor ? t('plans.card.who', { actor: one.actor }) : t('plans.card.nobody'),
    one.recipient ? t('plans.card.where', { recipient: one.recipient }) : '',
    one.reference ? t('review.reference.unchecked', { document: formatReferred(turn.texts, one.reference) }) : '',
    one.written ? t('plans.card.written') : '',
    one.exceptional ? t('plans.card.exceptional') : '',
  ]
  const blocks: Block[] = [{ kind: 'text', text: facts.filter((line) => line !== '').join('\n') }]
  const picture = item.picture && { hash: item.picture, name: `trang-${one.page}.png`, mime: 'image/png' }
  return {
    blocks: [...blocks, { kind: 'quote', text: clip(one.quote, 600) }],
    buttons: [],
    ...(picture && { attachment: picture }),
  }
}

function cardHead(texts: Texts, { deadlines }: Answers, item: Reviewed): string {
  const { t } = texts
  const alone = deadlines.filter((one) => one.alone)
  const head = t('plans.card.head', { number: alone.indexOf(item) + 1, of: alone.length })
  if (item.decision === 'corrected') return t('plans.card.corrected', { head })
  if (item.added) return t('plans.card.added', { head })
  if (!isUnsure(item.deadline)) return head
  return t('plans.card.unsure', { head, reason: formatReason(texts, item.deadline.reason) })
}

function lastLine({ texts, calendar, today }: Turn, { deadline: one }: Reviewed): string {
  if (one.lastDay === null) return ''
  const last = capitalise(formatLastDayShort(texts, calendar, { ...one, lastDay: one.lastDay }))
  if (isPast(one, today)) return `${texts.t('plans.card.last', { last, left: '' })}. ${texts.t('plans.card.past')}`
  const left = texts.t('plans.card.left', { left: formatDaysLeft(texts, calendar, today, one.lastDay) })
  return texts.t('plans.card.last', { last, left })
}

function cardChoices({ t }: Texts, item: Reviewed): Choice[] {
  const settled = item.decision === 'corrected' || item.added || !isUnsure(item.deadline)
  const drop = { value: 'drop', label: t('plans.card.drop') }
  return settled
    ? [{ value: 'right', label: t('plans.card.right') }, { value: 'correct', label: t('plans.card.correct') }, drop]
    : [{ value: 'correct', label: t('plans.card.enterDay') }, { value: 'right', label: t('plans.card.asRead') }, drop]
}

const facts = ['kind', 'task', 'recipient'] as const

/** The right time, typed; or what else is wrong. */
export const correct: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn, answers, at }) =>
    message(turn.texts.t('plans.correct.ask', { task: taskOf(turn.texts, itemOf(answers, at)) })),
  choices: ({ turn }) => facts.map((value) => ({ value, label: turn.texts.t(`plans.correct.${value}`) })),
  read(input, asked) {
    const fact = input.kind === 'choice' ? facts.find((one) => one === input.value) : undefined
    if (fact) return { ok: true, answers: withItem(asked.answers, asked.at, { fact }) }
    return input.kind === 'text' ? correctDay(input.text, asked, false) : refuse(asked, 'plans.correct.ask')
  },
}

/** `onCard`: typed on the card itself, which is then asked again with the new day. */
function correctDay(text: string, { turn, answers, at }: Asked<Answers>, onCard: boolean): Read<Answers> {
  const { deadline: was } = itemOf(answers, at)
  const read = readTypedDeadline(text, { today: turn.today, relation: was.relation })
  if (!read.ok) return { ok: false, message: unread(turn.texts, text, read) }
  const undone = { recurrence: null, event: null, offset: null, reference: null, confidence: 1, reason: null }
  const deadline = { ...was, ...undone, ...read.time }
  const change = { deadline, decision: 'corrected', fact: null } as const
  return { ok: true, stay: onCard, answers: withItem(answers, at, change) }
}

/** What was understood of a typed time, what is wrong with it, and an example that works. */
export function unread(
  { t }: Texts,
  text: string,
  read: Extract<ReturnType<typeof readTypedDeadline>, { ok: false }>,
): Message {
  const { understood } = read
  if (read.reason !== 'no_such_day' || !understood)
    return message(t('plans.correct.unreadable', { text: clip(text, 60) }))
  const month = String(understood.month).padStart(2, '0')
  return message(t('plans.correct.no_such_day', { text: clip(text, 60), day: understood.day, month }))
}

const [least, most] = [3, 200]

/** Another kind, task or recipient for a deadline. */
export const fact: Step<Answers> = {
  ask: ({ turn, answers, at }) => message(turn.texts.t(factQuestion(itemOf(answers, at)))),
  choices: ({ turn, answers, at }) =>
    itemOf(answers, at).fact === 'kind'
      ? deadlineKinds.map((value) => ({ value, label: capitalise(turn.texts.t(`deadlines.kind.${value}`)) }))
      : [],
  read(input, asked) {
    const { turn, answers, at } = asked
    const item = itemOf(answers, at)
    const settle = (change: Partial<Reviewed['deadline']>): Read<Answers> => ({
      ok: true,
      answers: withItem(answers, at, { deadline: { ...item.deadline, ...change }, decision: 'corrected', fact: null }),
    })
    if (item.fact === 'kind') {
      const kind = input.kind === 'choice' ? deadlineKinds.find((one) => one === input.value) : undefined
      return kind ? settle({ kind }) : refuse(asked, 'plans.correct.askKind')
    }
    const text = input.kind === 'text' ? input.text.trim() : ''
    if (text.length < least || text.length > most)
      return { ok: false, message: message(turn.texts.t('plans.correct.length', { least, most, length: text.length })) }
    return settle(item.fact === 'task' ? { task: text } : { recipient: text })
  },
}

const factQuestion = ({ fact }: Reviewed): TextKey =>
  fact === 'kind' ? 'plans.correct.askKind' : fact === 'task' ? 'plans.correct.askTask' : 'plans.correct.askRecipient'

function refuse({ turn, answers, at }: Asked<Answers>, key: TextKey): Read<Answers> {
  const task = taskOf(turn.texts, itemOf(answers, at))
  return {
    ok: false,
    message:
      key === 'plans.card.head' ? card(turn, answers, itemOf(answers, at)) : message(turn.texts.t(key, { task })),
  }
}

/** Orders without a day: kept or dropped together, or gone through one by one. */
export const undated: Step<Answers> = {
  ask({ turn, answers }) {
    const { texts } = turn
    const ofWords = Map.groupBy(
      answers.deadlines.filter(isUndatedOrder),
      (item) => `${item.deadline.section} ${taskOf(texts, item)}`,
    )
    // One order that is of two kinds (register, and put up the dossier) is read once.
    const lines = [...ofWords.values()]
      .flatMap(([item]) => item ?? [])
      .map((item, index) =>
        texts.t('plans.undated.line', {
          number: index + 1,
          task: taskOf(texts, item),
          clause: formatClause(texts, item.deadline.section),
          actor: item.deadline.actor ? texts.t('plans.undated.actor', { actor: clip(item.deadline.actor, 80) }) : '',
        }),
      )
    return message([texts.t('plans.undated.ask'), ...lines].join('\n'))
  },
  choices: ({ turn }) =>
    (['keep', 'drop', 'each'] as const).map((value) => ({ value, label: turn.texts.t(`plans.undated.${value}`) })),
  read(input, { turn, answers }) {
    if (input.kind !== 'choice') return { ok: false, message: message(turn.texts.t('plans.undated.unclear')) }
    const together = answers.deadlines.map((one): Reviewed => {
      if (!isUndatedOrder(one)) return one
      if (input.value === 'each') return { ...one, alone: true, decision: 'open' }
      return { ...one, alone: false, decision: input.value === 'drop' ? 'dropped' : 'right' }
    })
    return {
      ok: true,
      answers: { ...answers, deadlines: together, undated: input.value === 'each' ? 'each' : 'together' },
    }
  },
}
