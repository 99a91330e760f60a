import type { AudienceMember } from '../domain/audience.ts'
import type { Deadline } from '../domain/plan.ts'
import type { Running } from '../domain/recurrence.ts'
import type { Plan } from '../store/plan-rows.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDay, formatTentative } from '../texts/days.ts'
import { formatDeadlineShort } from '../texts/deadlines.ts'
import { shortTask } from '../texts/plan-card.ts'
import { button, message } from './message.ts'
import { boundOfPlans, rehearseDeadlines } from './rehearsed-mornings.ts'
import type { Turn } from './turn.ts'

/** Mornings of one message. */
export const morningsAPage = 8
/** Names shown of a longer list. */
const mostNames = 4

type Bound = { deadline: Deadline; audience: AudienceMember[]; running?: Running }

/** The coming mornings, and who would hear what on each, as long as nothing is recorded. */
export async function rehearsalLines(turn: Turn, given: Bound[]): Promise<string[]> {
  const { texts, store } = turn
  const names = new Map((await store.people.all()).map(({ id, name }) => [id, name]))
  const bound = given.map((one) => ({ ...one, plan: '' }))
  const lines = (await rehearseDeadlines(store, bound, turn)).map(({ day, deadline, late, tentative, personIds }) => {
    const people = personIds.flatMap((id) => names.get(id) ?? [])
    const values = {
      day: capitalise(formatTentative(texts, formatDay(texts, day), tentative)),
      task: shortTask(texts, deadline),
      when: formatDeadlineShort(texts, deadline),
      count: people.length,
      names: people.length > mostNames ? `${people.slice(0, mostNames).join(', ')}…` : people.join(', '),
    }
    return texts.t(late ? 'review.rehearsal.late' : 'review.rehearsal.line', values)
  })
  return lines.length > 0 ? lines : [texts.t('plans.preview.noReminders')]
}

/** The coming year of a plan in force, a page of mornings at a time, one page in place of another. */
export async function showRehearsal(turn: Turn, plan: Plan, page: number): Promise<void> {
  const { texts, store } = turn
  const lines = await rehearsalLines(turn, await boundOfPlans(store, [plan]))
  const of = Math.max(1, Math.ceil(lines.length / morningsAPage))
  const at = Math.min(page, of - 1)
  const head = texts.t('review.rehearsal.head', { name: plan.shortName, number: at + 1, of })
  const to = (label: 'next' | 'before', to: number) =>
    button(texts.t(`review.pages.${label}`), 'kehoach', 'rehearse', { plan: plan.id, page: to })
  const buttons = [
    ...(at + 1 < of ? [to('next', at + 1)] : []),
    ...(at > 0 ? [to('before', at - 1)] : []),
    button(texts.t('agenda.rehearsal.file'), 'kehoach', 'rehearsalFile', { plan: plan.id }),
    button(texts.t('plans.plan.button.back'), 'kehoach', 'open', { plan: plan.id }),
  ]
  const text = [head, ...lines.slice(at * morningsAPage, (at + 1) * morningsAPage)].join('\n')
  turn.reply({ ...message(text, buttons), slot: `rehearsal:${plan.id}` })
}
