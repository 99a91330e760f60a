import { z } from 'zod'
import { button, message } from '../chat/message.ts'
import { announcement, seePlan } from '../chat/plan-news.ts'
import { meterNotes } from '../chat/quota-meters.ts'
import { digestTitle, readDigest } from '../chat/read-digest.ts'
import { readMatters, subjectsOf } from '../chat/reminder-matters.ts'
import { newsOf } from '../chat/tell-plan.ts'
import { writeDigest } from '../chat/write-digest.ts'
import { writeReminder } from '../chat/write-reminder.ts'
import { agencyKey, agencySchema } from '../domain/agency.ts'
import { dayOf } from '../domain/day.ts'
import { hasSomethingToSay } from '../domain/digest.ts'
import { formatFull } from '../texts/days.ts'
import { composeExtensionDocument } from './compose-extension.ts'
import { composeHandover } from './compose-handover.ts'
import { composeSignedPaper } from './compose-signed-paper.ts'
import type { Composer } from './composed.ts'
import { composeQuota } from './quota-notice.ts'

const reminderArgs = z.object({ key: z.string() })
const ofPlan = z.object({ planId: z.string() })
const publication = z.object({ planId: z.string(), name: z.string(), count: z.int().nullable() })
const boundArgs = z.object({ deadlineId: z.string(), subject: z.enum(['unit', 'person']), subjectId: z.string() })

/** One person's reminder of a morning, of what is still open when it is sent. */
const composeReminder: Composer = async (store, args, composing) => {
  const { key } = reminderArgs.parse(args)
  const matters = await readMatters(store, await subjectsOf(store, key), composing)
  return writeReminder(matters, { ...composing, agency: await store.settings.get(agencyKey, agencySchema) })
}

const composeDigest: Composer = async (store, _args, { member, texts, calendar, today, now }) => {
  const digest = await readDigest(store, member, { today, now })
  if (!digest || !hasSomethingToSay(digest)) return null
  const notes = await meterNotes(store, member, { texts, calendar, today })
  return writeDigest(digest, { texts, calendar, today, unit: await digestTitle(store, member), notes })
}

/** Asks an admin whether what was reported sent has come; silent where that is settled meanwhile. */
const composeReported: Composer = async (store, args, { texts, zone }) => {
  const bound = boundArgs.parse(args)
  const found = await store.obligations.find({ deadlineIds: [bound.deadlineId] })
  const reported = found.find(
    (one) => (one.personId ?? one.unitId) === bound.subjectId && one.subject === bound.subject,
  )
  if (reported?.state !== 'reported' || reported.reportedAt === null) return null
  const { personId, unitName: unit, kind, plan } = reported
  const person = personId ? await store.people.byId(personId) : null
  const text = texts.t('reminders.reported.ask', {
    who: person ? texts.t('reminders.reported.person', { name: person.name, unit }) : unit,
    what: texts.t(`reminders.what.${kind}`),
    plan,
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
  digest: composeDigest,
  reported: composeReported,
  announcement: composeAnnouncement,
  plannedPublished: composePlannedPublished,
  handover: composeHandover,
  signedPaper: composeSignedPaper,
  extensionDocument: composeExtensionDocument,
  quota: composeQuota,
}
