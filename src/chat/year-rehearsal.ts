import type { Plan } from '../store/plan-rows.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDay, formatTentative } from '../texts/days.ts'
import { formatDeadlineShort } from '../texts/deadlines.ts'
import { shortTask } from '../texts/plan-card.ts'
import type { Texts } from '../texts/texts.ts'
import { mayManage } from './manage-plan.ts'
import { button, message } from './message.ts'
import { beginRehearsalFile } from './rehearsal-file.ts'
import { type BoundDeadline, boundOfPlans, type RehearsedMorning, rehearseDeadlines } from './rehearsed-mornings.ts'
import type { Turn } from './turn.ts'

/** Days of one message. */
const daysAPage = 6
/** Deadlines times units that are rehearsed within a turn: a larger year is made outside it. */
const mostBound = 1000

/** The plans in force that somebody may change. */
export async function plansInCharge(by: Pick<Turn, 'person' | 'store'>): Promise<Plan[]> {
  const plans = await by.store.plans.list()
  const mine = await Promise.all(plans.map((plan) => mayManage(by, plan)))
  return plans.filter((_, index) => mine[index])
}

const isLarge = (bound: BoundDeadline[]) => bound.reduce((sum, { audience }) => sum + audience.length, 0) > mostBound

function dayLines(texts: Texts, mornings: RehearsedMorning[]): string[] {
  return [...Map.groupBy(mornings, ({ day }) => day)].map(([day, some]) => {
    const lines = some.map(({ plan, deadline, late, personIds }) =>
      texts.t(late ? 'agenda.rehearsal.late' : 'agenda.rehearsal.line', {
        ...{ plan: capitalise(plan), count: personIds.length },
        ...{ task: shortTask(texts, deadline), when: formatDeadlineShort(texts, deadline) },
      }),
    )
    const isTentative = some.some(({ tentative }) => tentative)
    return [capitalise(formatTentative(texts, formatDay(texts, day), isTentative)), ...lines].join('\n')
  })
}

/** The coming year of all plans in one's charge, a page of days at a time; a large one as a file. */
export async function showYear(turn: Turn, page: number): Promise<void> {
  const { texts, store } = turn
  const bound = await boundOfPlans(store, await plansInCharge(turn))
  if (isLarge(bound)) {
    turn.say('agenda.rehearsal.large')
    return beginRehearsalFile(turn, null)
  }
  const days = dayLines(texts, await rehearseDeadlines(store, bound, turn))
  if (days.length === 0) return turn.say('agenda.rehearsal.none')
  const of = Math.ceil(days.length / daysAPage)
  const at = Math.min(page, of - 1)
  const to = (label: 'next' | 'before', to: number) =>
    button(texts.t(`review.pages.${label}`), 'kehoach', 'rehearseYear', { page: to })
  const buttons = [
    ...(at + 1 < of ? [to('next', at + 1)] : []),
    ...(at > 0 ? [to('before', at - 1)] : []),
    button(texts.t('agenda.rehearsal.file'), 'kehoach', 'rehearsalFile', { plan: null }),
  ]
  const head = texts.t('agenda.rehearsal.head', { number: at + 1, of })
  const text = [head, ...days.slice(at * daysAPage, (at + 1) * daysAPage)].join('\n\n')
  turn.reply({ ...message(text, buttons), slot: 'rehearsal:year' })
}
