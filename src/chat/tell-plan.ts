import { type AudienceMember, peopleBound } from '../domain/audience.ts'
import type { Day } from '../domain/day.ts'
import { isOpen, remindedOf } from '../domain/obligation.ts'
import type { Membership } from '../domain/person.ts'
import { isPast } from '../domain/plan-review.ts'
import { formatDeadline } from '../texts/deadlines.ts'
import type { TextKey, Texts } from '../texts/texts.ts'
import { type Message, message } from './message.ts'
import {
  announcement,
  changeNews,
  type DeadlineChange,
  formatWork,
  type NewsDeadline,
  type NewsPlan,
  seeDeadline,
  seePlan,
} from './plan-news.ts'
import type { Turn } from './turn.ts'

/** What telling needs of a turn. */
type Teller = Pick<Turn, 'store' | 'tell' | 'calendar' | 'today'>
type Bound = NewsDeadline & { audience: AudienceMember[] }

/** Each person bound by a deadline that is not over yet, with what is theirs. */
export function sortNews(deadlines: Bound[], memberships: Membership[], today: Day): Map<string, Bound[]> {
  const news = new Map<string, Bound[]>()
  for (const bound of deadlines) {
    if (isPast(bound.deadline, today)) continue
    for (const id of peopleBound(bound.audience, memberships)) news.set(id, [...(news.get(id) ?? []), bound])
  }
  return news
}

/** A plan as it stands, and for each person whom it binds what is theirs. */
export async function newsOf(teller: Pick<Teller, 'store' | 'today'>, planId: string) {
  const { plan, deadlines, revision } = await loadPlan(teller, planId)
  const news = sortNews(deadlines, await teller.store.people.memberships(), teller.today)
  return { plan, revision, news }
}

/** Queues the news of a plan for those it binds; tells how many. */
export async function announcePlan(teller: Teller, planId: string): Promise<number> {
  const { plan, revision, news } = await newsOf(teller, planId)
  for (const [personId, mine] of news) {
    const key = `announce:${planId}:${revision}:${personId}`
    await teller.tell(personId, key, 'announcement', (texts) => announcement(texts, teller.calendar, plan, mine))
  }
  return news.size
}

type Write = (texts: Texts, plan: NewsPlan, personId: string) => Message

/** Queues the change of one deadline for those it binds; tells how many. */
export async function announceChange(teller: Teller, planId: string, change: DeadlineChange): Promise<number> {
  const memberships = await teller.store.people.memberships()
  const obligations = await teller.store.obligations.find({ deadlineIds: [change.id] })
  const open = new Set(obligations.filter(isOpen).flatMap((one) => remindedOf(one, memberships)))
  return tellBound(teller, planId, [change.id], `change:${change.id}`, (texts, plan, personId) =>
    changeNews(texts, teller.calendar, plan, { ...change, open: open.has(personId) }),
  )
}

/** Queues that a deadline has come to a plan in force, or that it is gone from it, for those it binds (or only some of them). */
export async function announceWork(
  teller: Teller,
  planId: string,
  what: 'added' | 'dropped',
  { id, deadline, only }: NewsDeadline & { only?: string[] },
): Promise<number> {
  const write: Write = (texts, { shortName }) => {
    const work =
      what === 'added'
        ? formatWork(texts, teller.calendar, deadline)
        : texts.t('plans.news.undated', {
            task: texts.t(`plans.deed.${deadline.kind}`),
            when: formatDeadline(texts, deadline),
          })
    const buttons = what === 'added' ? [seeDeadline(texts, id)] : []
    return message(texts.t(`plans.change.${what}`, { name: shortName, work }), buttons)
  }
  return tellBound(teller, planId, [id], `${what}:${id}`, write, only)
}

/** Queues what a body that a plan names is called today, for those whose deadlines name it; tells how many. */
export async function announceNames(
  teller: Teller,
  planId: string,
  ids: string[],
  sentences: string[],
): Promise<number> {
  return tellBound(teller, planId, ids, 'names', (texts, { shortName }) =>
    namesNews(texts, planId, shortName, sentences),
  )
}

/** "Kế hoạch …: Phòng … nay là …", as those concerned read it. */
export const namesNews = (texts: Texts, planId: string, name: string, sentences: string[]): Message =>
  message([texts.t('review.former.news', { name }), ...sentences].join('\n'), [seePlan(texts, planId)])

/** Queues that a plan has ended for those its deadlines ahead bind; tells how many. */
export async function announceEnd(teller: Teller, planId: string, status: 'withdrawn' | 'closed'): Promise<number> {
  const live = await teller.store.plans.deadlinesOf(planId)
  const ahead = live.filter(({ deadline }) => !isPast(deadline, teller.today)).map(({ id }) => id)
  return tellBound(teller, planId, ahead, 'end', (texts, { shortName }) =>
    message(texts.t(`plans.change.${status}` as TextKey, { name: shortName })),
  )
}

async function tellBound(
  teller: Teller,
  planId: string,
  ids: string[],
  about: string,
  write: Write,
  only?: string[],
): Promise<number> {
  const { plan, revision } = await loadPlan(teller, planId)
  const bound = await boundBy(teller, ids)
  const people = only ? bound.filter((personId) => only.includes(personId)) : bound
  for (const personId of people) {
    const key = `announce:${planId}:${revision}:${about}:${personId}`
    await teller.tell(personId, key, 'announcement', (texts) => write(texts, plan, personId))
  }
  return people.length
}

/** The people whom these deadlines bind now. */
export async function boundBy({ store }: Pick<Teller, 'store'>, deadlineIds: string[]): Promise<string[]> {
  return peopleBound(await store.plans.audienceOf(deadlineIds), await store.people.memberships())
}

async function loadPlan({ store }: Pick<Teller, 'store'>, planId: string) {
  const plan = await store.plans.byId(planId)
  if (!plan) throw new Error(`There is no plan ${planId}.`)
  const live = await store.plans.deadlinesOf(planId)
  const audience = await store.plans.audienceOf(live.map(({ id }) => id))
  const deadlines = live.map(({ id, deadline }) => ({
    id,
    deadline,
    audience: audience.filter(({ deadlineId }) => deadlineId === id),
  }))
  const { id, shortName, number, file, revision } = plan
  return { plan: { id, shortName, number, hasFile: file !== null }, deadlines, revision }
}
