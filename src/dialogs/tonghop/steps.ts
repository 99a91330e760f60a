import { message } from '../../chat/message.ts'
import { taskSlot } from '../../chat/task-slot.ts'
import type { Turn } from '../../chat/turn.ts'
import { yearOf } from '../../domain/day.ts'
import { fold } from '../../domain/fold.ts'
import type { Plan } from '../../store/plan-rows.ts'
import type { Asked, Choice, Read, Step } from '../engine/dialog.ts'
import { type Answers, madeSchema } from './answers.ts'

/** Plans in force and ended ones, whose names hold the words; all where none does. */
async function plansFor({ store }: Turn, words: string): Promise<Plan[]> {
  const plans = [...(await store.plans.list()), ...(await store.plans.list('closed'))]
  const named = plans.filter(({ shortName, title }) => fold(`${shortName} ${title ?? ''}`).includes(fold(words)))
  return named.length > 0 ? named : plans
}

const ofYear = 'year:'
// "2023", "năm 2023"
const typedYear = /^(?:thong ke )?(?:nam )?(20\d\d)$/

/** Hands the work over; its result comes back to the next step. */
async function start(
  { turn, answers }: Asked<Answers>,
  what: { planId: string } | { year: number },
): Promise<Read<Answers>> {
  const taskId = await turn.startTask('aggregate', { ...what, ...(answers.scope && { scope: answers.scope }) })
  return { ok: true, answers: { ...answers, planId: null, year: null, ...what, taskId, made: null } }
}

export const which: Step<Answers> = {
  async ask({ turn, answers }) {
    const plans = await plansFor(turn, answers.words)
    const lines = plans.map(({ shortName }, index) => `${index + 1}. ${shortName}`)
    return message([turn.texts.t('papers.aggregate.chat.ask'), ...lines].join('\n'))
  },
  async choices({ turn, answers }): Promise<Choice[]> {
    const { t } = turn.texts
    const plans = (await plansFor(turn, answers.words)).map(({ id }, index) => ({
      value: id,
      label: t('papers.aggregate.chat.choose', { number: index + 1 }),
    }))
    const year = yearOf(turn.today)
    return [...plans, { value: `${ofYear}${year}`, label: t('papers.aggregate.chat.year', { year }), stays: true }]
  },
  async read(input, asked) {
    const { turn } = asked
    if (input.kind === 'choice')
      return input.value.startsWith(ofYear)
        ? start(asked, { year: Number(input.value.slice(ofYear.length)) })
        : start(asked, { planId: input.value })
    const text = input.kind === 'text' ? input.text : ''
    const year = typedYear.exec(fold(text))?.[1]
    if (year) return start(asked, { year: Number(year) })
    const named = (await plansFor(turn, text)).filter(({ shortName }) => fold(shortName).includes(fold(text)))
    const [only, ...others] = fold(text) === '' ? [] : named
    if (only && others.length === 0) return start(asked, { planId: only.id })
    return { ok: false, message: message(turn.texts.t('papers.aggregate.chat.unclear', { typed: text.slice(0, 60) })) }
  },
}

export const working: Step<Answers> = {
  ask: ({ turn, answers }) => ({
    ...message(turn.texts.t('papers.aggregate.chat.working')),
    slot: taskSlot(answers.taskId),
  }),
  read(input, { turn, answers }) {
    const { what } = turn.incoming
    const mine = what.kind === 'task' && what.taskId === answers.taskId
    if (input.kind === 'task' && mine)
      return { ok: true, answers: { ...answers, made: madeSchema.parse(input.result) } }
    return { ok: false, message: message(turn.texts.t('papers.aggregate.chat.stillWorking')) }
  },
}
