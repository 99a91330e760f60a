import { fold } from '../domain/fold.ts'
import type { Deadline } from '../domain/plan.ts'
import { nextDeadline } from '../domain/plan-review.ts'
import type { Plan } from '../store/plan-rows.ts'
import { capitalise } from '../texts/capitalise.ts'
import { only } from './command.ts'
import { type Button, button, message } from './message.ts'
import { formatWork } from './plan-news.ts'
import { planMessage } from './plan-view.ts'
import { plannedButton } from './planned-plans.ts'
import type { Turn } from './turn.ts'

/** Plans of one message: with [Xem thêm], [Thêm kế hoạch] and [Diễn tập cả năm] its buttons are six at most. */
const aPage = { admin: 3, other: 4 }
const isAdmin = only('admin')

type Listed = { plan: Plan; next: Deadline | null }

/** Plans in force whose names hold the words, the nearest deadline first; a single one is opened. */
export async function listPlans(turn: Turn, words: string, offset: number): Promise<void> {
  const all = await inForce(turn)
  const named = all.filter(({ plan }) => holds(plan, words))
  const [only, ...others] = named
  if (words !== '' && only && others.length === 0) return turn.reply(await planMessage(turn, only.plan))
  const shown = named.length > 0 ? named : all
  const head =
    named.length === 0 && all.length > 0 ? [turn.texts.t('plans.list.notFound', { text: words.slice(0, 60) })] : []
  const planned = await plannedButton(turn)
  const page = (isAdmin(turn.person) ? aPage.admin : aPage.other) - planned.length
  const lines = [...head, ...listLines(turn, shown, offset, page)]
  turn.reply(message(lines.join('\n'), [...listButtons(turn, shown, offset, page), ...planned]))
}

async function inForce({ store, today }: Turn): Promise<Listed[]> {
  const plans = await store.plans.list()
  const listed = await Promise.all(
    plans.map(async (plan) => {
      const live = await store.plans.deadlinesOf(plan.id)
      return {
        plan,
        next: nextDeadline(
          live.map(({ deadline }) => deadline),
          today,
        ),
      }
    }),
  )
  return listed.sort((one, other) => ((one.next?.lastDay ?? '9999') < (other.next?.lastDay ?? '9999') ? -1 : 1))
}

const holds = ({ shortName, title, number }: Plan, words: string): boolean =>
  fold([shortName, title ?? '', number ?? ''].join(' ')).includes(fold(words))

function listLines({ texts, calendar }: Turn, listed: Listed[], offset: number, page: number): string[] {
  if (listed.length === 0) return [texts.t('plans.list.none')]
  const lines = listed.slice(offset, offset + page).map(({ plan, next }, index) =>
    texts.t('plans.list.line', {
      number: offset + index + 1,
      name: capitalise(plan.shortName),
      next: next
        ? texts.t('plans.list.next', { work: formatWork(texts, calendar, next) })
        : texts.t('plans.list.noNext'),
    }),
  )
  return [texts.t('plans.list.head', { count: listed.length }), ...lines]
}

function listButtons({ texts, person }: Turn, listed: Listed[], offset: number, most: number): Button[] {
  const page = listed.slice(offset, offset + most)
  return [
    ...page.map(({ plan }, index) =>
      button(texts.t('plans.list.see', { number: offset + index + 1 }), 'kehoach', 'open', { plan: plan.id }),
    ),
    ...(offset + most < listed.length
      ? [button(texts.t('plans.list.more'), 'kehoach', 'list', { offset: offset + most })]
      : []),
    ...(isAdmin(person) && listed.length > 0
      ? [button(texts.t('agenda.rehearsal.button'), 'kehoach', 'rehearseYear', { page: 0 })]
      : []),
    ...(isAdmin(person) ? [button(texts.t('plans.list.add'), 'themkehoach', 'start')] : []),
  ]
}
