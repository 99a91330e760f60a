import { type Block, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { agencyKey, agencySchema } from '../../domain/agency.ts'
import { lateArrival } from '../../domain/late-arrival.ts'
import { sentenceCase } from '../../domain/sentence-case.ts'
import { rootOf } from '../../domain/unit-tree.ts'
import { formatClause } from '../../texts/clauses.ts'
import { formatDaysLeft, formatFull } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { formatTask } from '../../texts/plan-card.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import { type Answers, readOf } from './answers.ts'
import { pagesStep } from './pages-step.ts'

/** Each word that was restored, beside what stood in the file. */
export const repairs: Step<Answers> = pagesStep({
  slot: 'repairs',
  perPage: 12,
  head: ({ turn, answers }, page) =>
    turn.texts.t('review.repairs.head', { count: readOf(answers).draft.repairs.length, ...page }),
  lines: ({ turn, answers }) =>
    readOf(answers).draft.repairs.map((repair) => turn.texts.t('review.repairs.line', { ...repair })),
})

/** A draft that asks for more time, to be copied. */
export const request: Step<Answers> = {
  ask: async (asked) => {
    const text = await requestFor(asked)
    const blocks: Block[] = message(asked.turn.texts.t('review.request.head')).blocks
    return { blocks: [...blocks, { kind: 'quote', text }], buttons: [] }
  },
  choices: ({ turn }) => [{ value: 'done', label: turn.texts.t('review.pages.done') }],
  async read(input, asked) {
    if (input.kind === 'choice') return { ok: true, answers: asked.answers }
    return { ok: false, message: message(asked.turn.texts.t('review.request.copy')) }
  },
}

async function requestFor({ turn, answers }: Asked<Answers>): Promise<string> {
  const { texts, today, calendar } = turn
  const { draft } = readOf(answers)
  const late = lateArrival(
    answers.deadlines.map(({ deadline }) => deadline),
    today,
    calendar,
  )
  if (!late) return texts.t('review.request.none')
  const { deadline, state } = late
  const blank = texts.t('review.request.blank')
  return texts.t('review.request.text', {
    to: deadline.recipient ?? (draft.issuer ? sentenceCase(draft.issuer, draft.place) : blank),
    agency: (await agencyName(turn)) ?? blank,
    title: draft.title ? lowered(sentenceCase(draft.title, draft.place)) : blank,
    number: draft.number ?? blank,
    today: formatFull(today),
    clause: formatClause(texts, deadline.section),
    task: formatTask(texts, deadline),
    when: formatDeadline(texts, deadline),
    left:
      state === 'past'
        ? texts.t('review.request.past')
        : texts.t('review.request.left', { left: formatDaysLeft(texts, calendar, today, deadline.lastDay) }),
  })
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

async function agencyName({ store }: Turn): Promise<string | null> {
  const agency = await store.settings.get(agencyKey, agencySchema)
  return agency?.name ?? rootOf(await store.units.all())?.name ?? null
}
