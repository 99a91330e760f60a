import { z } from 'zod'
import { deliveryNotes } from '../chat/delivery-notes.ts'
import { button, type Message, message } from '../chat/message.ts'
import { announcement, seePlan } from '../chat/plan-news.ts'
import { meterNotes } from '../chat/quota-meters.ts'
import { digestTitle, readDigest } from '../chat/read-digest.ts'
import { type Matter, readMatters, type Subject, subjectsOf, type Task } from '../chat/reminder-matters.ts'
import { boundIn } from '../chat/reported-sent.ts'
import { newsOf } from '../chat/tell-plan.ts'
import { writeDigest } from '../chat/write-digest.ts'
import { writeReminder } from '../chat/write-reminder.ts'
import { agencyKey, agencySchema } from '../domain/agency.ts'
import { type Day, dayOf } from '../domain/day.ts'
import { hasSomethingToSay } from '../domain/digest.ts'
import { overdue } from '../domain/ladder.ts'
import type { Store } from '../store/store.ts'
import { formatFull } from '../texts/days.ts'
import { formatPlanRound } from '../texts/rounds.ts'
import { composeExtensionDocument } from './compose-extension.ts'
import { composeHandover } from './compose-handover.ts'
import { composeSignedPaper } from './compose-signed-paper.ts'
import type { Composer, Composing } from './composed.ts'
import { composeOutboxAge } from './outbox-watch.ts'
import { composeQuota } from './quota-notice.ts'

const reminderArgs = z.object({ key: z.string() })
const ofPlan = z.object({ planId: z.string() })
const publication = z.object({ planId: z.string(), name: z.string(), count: z.int().nullable() })
const boundArgs = z.object({
  ...{ deadlineId: z.string(), round: z.string().optional() },
  ...{ subject: z.enum(['unit', 'person']), subjectId: z.string() },
})
const snoozedArgs = z.object({ tasks: z.array(z.object({ deadlineId: z.string(), round: z.string().nullable() })) })

/** One person's reminder of a morning, of what is still open when it is sent. */
const composeReminder: Composer = async (store, args, composing) => {
  const { key } = reminderArgs.parse(args)
  const subjects = await subjectsOf(store, key)
  const matters = await readMatters(store, subjects, composing)
  const over = matters.filter(({ isPast, lastDay }) => isPast && lastDay === composing.today)
  if (over.length === 0) return write(store, matters, composing)
  await noteOverdue(store, key, over, composing.today)
  const isOver = (one: Task) =>
    over.some(({ deadlineId, round }) => one.deadlineId === deadlineId && one.round === round)
  const asLate = subjects.map((one) => (isOver(one) ? { ...one, asHead: true } : one))
  return writeSubjects(store, asLate, composing)
}

/** What ended at an hour before its message went out is told as over now, and need not be the next morning. */
async function noteOverdue(store: Store, key: string, over: Task[], today: Day): Promise<void> {
  const told = (await store.reminders.ofMessage(key)).filter((row) =>
    over.some(({ deadlineId, round }) => row.deadlineId === deadlineId && row.round === round),
  )
  const late = told.map((row) => ({ ...row, rung: overdue }))
  await store.reminders.addAll(late, new Map(late.map(({ personId }) => [personId, key])), today)
}

/** What was put off for an hour, unless it is done or put off further meanwhile. */
const composeSnoozed: Composer = async (store, args, composing) => {
  const { tasks } = snoozedArgs.parse(args)
  const subjects = tasks.map((task) => ({ ...task, revisions: null, asHead: false, asDeputy: false }))
  return writeSubjects(store, subjects, composing)
}

async function writeSubjects(store: Store, subjects: Subject[], composing: Composing): Promise<Message | null> {
  return write(store, await readMatters(store, subjects, composing), composing)
}

const write = async (store: Store, matters: Matter[], composing: Composing): Promise<Message | null> =>
  writeReminder(matters, { ...composing, agency: await store.settings.get(agencyKey, agencySchema) })

const composeDigest: Composer = async (store, _args, { member, texts, calendar, today, now }) => {
  const digest = await readDigest(store, member, { today, now })
  if (!digest || !hasSomethingToSay(digest)) return null
  const notes = [
    ...(await deliveryNotes(store, member, { texts, now })),
    ...(await meterNotes(store, member, { texts, calendar, today })),
  ]
  return writeDigest(digest, { texts, calendar, today, unit: await digestTitle(store, member), notes })
}

/** Asks an admin whether what was reported sent has come; silent where that is settled meanwhile. */
const composeReported: Composer = async (store, args, { texts, zone, today }) => {
  const bound = boundArgs.parse(args)
  const reported = await boundIn(store, bound, today)
  if (reported?.state !== 'reported' || reported.reportedAt === null) return null
  const { personId, unitName: unit, kind, plan, round } = reported
  const person = personId ? await store.people.byId(personId) : null
  const text = texts.t('reminders.reported.ask', {
    who: person ? texts.t('reminders.reported.person', { name: person.name, unit }) : unit,
    what: texts.t(`reminders.what.${kind}`),
    plan: formatPlanRound(texts, plan, round),
    day: formatFull(dayOf(reported.reportedAt, zone)),
  })
  return message(text, [
    button(texts.t('reminders.button.yes'), 'nhac', 'came', bound),
    button(texts.t('reminders.button.no'), 'nhac', 'notCame', bound),
  ])
}

/** The news of a plan published at its time, of what is still the reader's when it is sent. */
const composeAnnouncement: Composer = async (store, args, { member, texts, calendar, today }) => {
  const { planId } = ofPlan.parse(args)
  if ((await store.plans.byId(planId))?.status !== 'in_force') return null
  const { plan, news } = await newsOf({ store, today }, planId)
  const mine = news.get(member.id)
  return mine ? announcement(texts, calendar, plan, mine) : null
}

/** Tells an admin that the plan is out, or that somebody was first. */
const composePlannedPublished: Composer = async (_store, args, { texts }) => {
  const { planId, name, count } = publication.parse(args)
  const key = count === null ? 'review.planned.first' : count > 0 ? 'plans.published.done' : 'plans.published.quiet'
  return message(texts.t(key, { name, count: count ?? 0 }), [seePlan(texts, planId)])
}

/** What is written at the moment of sending, by the name an outbox row gives. */
export const composers: Record<string, Composer> = {
  reminder: composeReminder,
  snoozed: composeSnoozed,
  digest: composeDigest,
  reported: composeReported,
  announcement: composeAnnouncement,
  plannedPublished: composePlannedPublished,
  handover: composeHandover,
  signedPaper: composeSignedPaper,
  extensionDocument: composeExtensionDocument,
  quota: composeQuota,
  outboxAge: composeOutboxAge,
}
