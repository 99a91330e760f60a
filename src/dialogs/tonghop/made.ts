import { type Attachment, button, type Message, message } from '../../chat/message.ts'
import { findPlan } from '../../chat/plan-view.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Asked } from '../engine/dialog.ts'
import { readProposals } from '../submission/begin.ts'
import type { Answers } from './answers.ts'

type Made = NonNullable<Answers['made']>
type OfPlan = Extract<Made, { units: unknown }>

/** The totals in words: the very numbers of the file. */
function planWords({ texts }: Turn, { units, total }: OfPlan, plan: string): string {
  const { registrations, people, late, received, aggregated } = total
  const t = (key: 'units' | 'counted' | 'late' | 'states', values: Record<string, number>) =>
    texts.t(`papers.aggregate.chat.${key}`, values)
  const open = registrations - received - aggregated
  return [
    texts.t('papers.aggregate.chat.done', { plan }),
    t('units', { registered: units.registered, units: units.all }),
    t('counted', { registrations, people }),
    t('states', { received, aggregated, open }),
    ...(late > 0 ? [t('late', { count: late })] : []),
  ].join('\n')
}

async function madeMessage(turn: Turn, { planId, year, made, scope = { as: 'admin' } }: Answers): Promise<Message> {
  const { texts, store } = turn
  if (!made?.ok) return message(texts.t(`papers.aggregate.chat.${made?.reason ?? 'failed'}`))
  if (!('units' in made)) {
    const text = texts.t('papers.aggregate.chat.yearDone', { year, count: made.registrations })
    return { ...message(text), attachment: made.file }
  }
  const plan = await store.plans.byId(planId ?? '')
  const submit = button(texts.t('papers.aggregate.chat.submit'), 'tonghop', 'ask', { plan: planId })
  const word = button(texts.t('papers.aggregate.chat.appendix'), 'tonghop', 'appendix', {
    ...{ plan: planId, file: made.appendix },
  })
  const proposed = (await readProposals(turn, { planId: planId ?? '', scope }))?.proposals ?? []
  const draft = button(texts.t('papers.aggregate.chat.submission'), 'tonghop', 'submission', { plan: planId, scope })
  const buttons = [
    word,
    ...(made.total.received > 0 && scope.as === 'admin' ? [submit] : []),
    ...(proposed.length > 0 ? [draft] : []),
  ]
  return { ...message(planWords(turn, made, plan?.shortName ?? ''), buttons), attachment: made.file }
}

/** Sends what was made, with its totals in words, or says why nothing was. */
export async function replyMade({ turn, answers }: Asked<Answers>): Promise<'done'> {
  turn.reply(await madeMessage(turn, answers))
  return 'done'
}

/** The same table as the appendix of a submission, made with it. */
export async function sendAppendix(turn: Turn, planId: string, file: Attachment): Promise<void> {
  const plan = await findPlan(turn, planId)
  if (!plan) return
  // Buttons outlive files that nothing else speaks of.
  if (!(await turn.services.fileBytes(file.hash))) return turn.say('papers.aggregate.chat.stale')
  const text = turn.texts.t('papers.aggregate.chat.appendixDone', { plan: plan.shortName })
  turn.reply({ ...message(text), attachment: file })
}
