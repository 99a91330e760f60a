import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import { type Obligation, subjectIdOf } from '../../domain/obligation.ts'
import { formatDeed } from '../../texts/deadlines.ts'
import { formatRound } from '../../texts/rounds.ts'
import type { Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { missingPapers, nameBound } from './missing.ts'

const keyOf = ({ deadlineId, round }: Pick<Obligation, 'deadlineId' | 'round'>) => `${deadlineId} ${round ?? ''}`

function nameDeadline({ texts }: Turn, { kind, plan, round }: Obligation): string {
  const deed = formatDeed(texts, kind, plan)
  return round === null ? deed : texts.t('reports.occasion.round', { plan: deed, round: formatRound(texts, round) })
}

const deadlinesOf = (missing: Obligation[]): Obligation[] => [
  ...new Map(missing.map((one) => [keyOf(one), one])).values(),
]

/** Under which deadline the paper came. */
export const deadlineStep: Step<Answers> = {
  async ask({ turn }) {
    const lines = deadlinesOf(await missingPapers(turn)).map((one, index) => `${index + 1}. ${nameDeadline(turn, one)}`)
    return message([turn.texts.t('reports.onPaper.deadline'), ...lines].join('\n'))
  },
  choices: async ({ turn }) =>
    deadlinesOf(await missingPapers(turn)).map((one, index) => ({
      value: keyOf(one),
      label: turn.texts.t('register.choose', { number: index + 1 }),
    })),
  async read(input, { turn, answers }) {
    const all = deadlinesOf(await missingPapers(turn))
    const one = input.kind === 'choice' ? all.find((some) => keyOf(some) === input.value) : undefined
    if (!one) return { ok: false, message: message(turn.texts.t('reports.onPaper.unclear')) }
    return { ok: true, answers: { ...answers, deadline: { id: one.deadlineId, round: one.round } } }
  },
}

const mostListed = 30

async function subjects({ turn, answers: { deadline } }: { turn: Turn; answers: Answers }) {
  const missing = await missingPapers(turn)
  const of = missing.filter((one) => one.deadlineId === deadline?.id && one.round === deadline.round)
  return Promise.all(of.map(async (one) => ({ one, name: await nameBound(turn, one) })))
}

const chosen = (answers: Answers, one: Obligation): Read<Answers> => {
  const { deadlineId, round, subject } = one
  return {
    ok: true,
    answers: { ...answers, about: { kind: 'bound', deadlineId, round, subject, subjectId: subjectIdOf(one) } },
  }
}

/** Whose paper it is: picked from those for whom nothing is recorded, or named by words. */
export const subjectStep: Step<Answers> = {
  async ask(asked) {
    const { texts } = asked.turn
    const all = await subjects(asked)
    const lines = all.slice(0, mostListed).map(({ name }, index) => `${index + 1}. ${name}`)
    const more = all.length - lines.length
    const rest = more > 0 ? [texts.t('reports.onPaper.moreSubjects', { count: more })] : []
    return message([texts.t('reports.onPaper.subject'), ...lines, ...rest].join('\n'))
  },
  choices: async (asked) =>
    (await subjects(asked)).map(({ one }, index) => ({
      value: `${one.subject} ${subjectIdOf(one)}`,
      label: asked.turn.texts.t('register.choose', { number: index + 1 }),
    })),
  async read(input, asked) {
    const all = await subjects(asked)
    const words = input.kind === 'text' ? fold(input.text) : ''
    const found = all.filter(({ one, name }) =>
      input.kind === 'choice'
        ? `${one.subject} ${subjectIdOf(one)}` === input.value
        : words !== '' && fold(name).includes(words),
    )
    const [only, ...more] = found
    if (only && more.length === 0) return chosen(asked.answers, only.one)
    return { ok: false, message: message(asked.turn.texts.t('reports.onPaper.unclear')) }
  },
}
