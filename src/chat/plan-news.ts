import type { Deadline } from '../domain/plan.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDeadline, formatDeadlineShort, formatLastBeside } from '../texts/deadlines.ts'
import { formatTask, shortTask } from '../texts/plan-card.ts'
import type { TextKey, Texts } from '../texts/texts.ts'
import { type Button, button, type Message, message } from './message.ts'
import type { Turn } from './turn.ts'

type Calendar = Turn['calendar']
/** What news tell of a plan. */
export type NewsPlan = { id: string; shortName: string; number: string | null; hasFile: boolean }
/** A deadline of a plan with its id. */
export type NewsDeadline = { id: string; deadline: Deadline }

/** Opens a deadline's clause. */
export const seeDeadline = (texts: Texts, deadlineId: string): Button =>
  button(texts.t('plans.news.see'), 'hanchot', 'open', { deadline: deadlineId })

export const seePlan = (texts: Texts, planId: string): Button =>
  button(texts.t('plans.published.view'), 'kehoach', 'open', { plan: planId })

const seeOriginal = (texts: Texts, label: TextKey, plan: NewsPlan): Button[] =>
  plan.hasFile ? [button(texts.t(label), 'kehoach', 'original', { plan: plan.id })] : []

const register = (texts: Texts, plan: NewsPlan, deadlines: NewsDeadline[]): Button[] =>
  deadlines.some(({ deadline }) => deadline.kind === 'registration')
    ? [button(texts.t('plans.news.register'), 'dangky', 'begin', { plan: plan.id })]
    : []

/** "đăng ký trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04" */
export function formatWork(texts: Texts, calendar: Calendar, deadline: Deadline): string {
  const deed = texts.t(`plans.deed.${deadline.kind}`)
  const when = formatDeadline(texts, deadline)
  // Without a day the kind says too little: several such orders would read alike.
  if (deadline.lastDay === null)
    return texts.t('plans.news.undated', {
      task: lowered((deadline.recurrence ? shortTask : formatTask)(texts, deadline)),
      when,
    })
  const last = formatLastBeside(texts, calendar, { ...deadline, lastDay: deadline.lastDay }, null)
  return texts.t('plans.news.dated', { deed, when, last })
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/[.;]+$/u, '')

/** Works listed in one announcement. */
const mostWorks = 5

/** The news of a plan for one person: only what is theirs to do, what has a day first and one by one. */
export function announcement(texts: Texts, calendar: Calendar, plan: NewsPlan, mine: NewsDeadline[]): Message {
  const number = plan.number === null ? '' : texts.t('plans.news.number', { number: plan.number })
  const [undated, dated] = [mine.filter(isUndated), mine.filter((one) => !isUndated(one)).sort(byLastDay)]
  const [works, orders] = [dated, undated].map((some) => [
    ...new Set(some.map(({ deadline }) => formatWork(texts, calendar, deadline))),
  ]) as [string[], string[]]
  const values = { name: plan.shortName, number, count: works.length, work: works[0] ?? orders[0] }
  const rest = orders.length === 0 ? [] : [texts.t('plans.news.ordersToo', { count: orders.length })]
  const lines =
    works.length > 1
      ? [texts.t('plans.news.many', values), ...listed(texts, works), ...rest]
      : works.length === 1
        ? [texts.t('plans.news.one', values), ...rest]
        : [texts.t(orders.length === 1 ? 'plans.news.one' : 'plans.news.orders', { ...values, count: orders.length })]
  const first = dated[0] ?? undated[0]
  return message(lines.join('\n'), [
    ...(first ? [seeDeadline(texts, first.id)] : []),
    ...register(texts, plan, mine),
    ...seeOriginal(texts, 'plans.news.original', plan),
  ])
}

const isUndated = ({ deadline: { lastDay, recurrence, event, offset, reference } }: NewsDeadline): boolean =>
  lastDay === null && !recurrence && !event && !offset && !reference

const byLastDay = (one: NewsDeadline, other: NewsDeadline): number =>
  (one.deadline.lastDay ?? '9999').localeCompare(other.deadline.lastDay ?? '9999')

function listed(texts: Texts, works: string[]): string[] {
  const lines = works
    .slice(0, mostWorks)
    .map((work, index) => texts.t('plans.news.item', { number: index + 1, work: capitalise(work) }))
  const rest = works.length - lines.length
  return rest > 0 ? [...lines, texts.t('plans.news.more', { count: rest })] : lines
}

export type DeadlineChange = NewsDeadline & { was: Deadline | null; basis: string | null }

/** "Thời hạn … được gia hạn": the new day first, the old one after. `open`: nothing is recorded of this person yet. */
export function changeNews(
  texts: Texts,
  calendar: Calendar,
  plan: NewsPlan,
  change: DeadlineChange & { open: boolean },
): Message {
  const { id, deadline, was, basis, open } = change
  const before = [
    ...(was
      ? [texts.t(was.lastDay ? 'plans.change.was' : 'plans.change.named', { was: formatDeadlineShort(texts, was) })]
      : []),
    ...(basis ? [texts.t('plans.change.basis', { basis })] : []),
  ].join(' ')
  const isRegistration = deadline.kind === 'registration'
  const state = open ? (isRegistration ? 'plans.change.openRegistration' : 'plans.change.open') : 'plans.change.met'
  const lines = [changeLine(texts, calendar, plan, change), before, texts.t(state)]
  return message(lines.filter((line) => line !== '').join('\n'), [
    ...(open ? register(texts, plan, [change]) : []),
    ...(plan.hasFile ? seeOriginal(texts, 'plans.change.seeDocument', plan) : [seeDeadline(texts, id)]),
  ])
}

function changeLine(texts: Texts, calendar: Calendar, plan: NewsPlan, { deadline, was }: DeadlineChange): string {
  const last =
    deadline.lastDay === null ? '' : formatLastBeside(texts, calendar, { ...deadline, lastDay: deadline.lastDay }, null)
  const values = {
    deed: texts.t(`deadlines.deed.${deadline.kind}`, { plan: plan.shortName }),
    when: formatDeadline(texts, deadline),
    last,
  }
  if (!was?.lastDay) return texts.t('plans.change.set', values)
  return texts.t((deadline.lastDay ?? '') < was.lastDay ? 'plans.change.earlier' : 'plans.change.later', values)
}
