import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Instant } from '../domain/day.ts'
import { alarmKind, oldAt } from '../domain/outbox-alarm.ts'
import type { Store } from '../store/store.ts'
import { formatAge } from '../texts/age.ts'
import type { Composer } from './composed.ts'
import type { Job, OnStore } from './job.ts'

/** Since when messages have been going out late, as the admins were told; null: they are not. */
const incidentKey = 'outbox_incident'
const incident = z.object({ since: z.number() }).nullable()

const isOld = (oldestDueAt: Instant | null, now: Instant) => (oldAt(oldestDueAt) ?? now + 1) <= now

/** When the oldest waiting message will be old; while an incident lasts, at every look. */
const nextLook = async (store: Store): Promise<Instant | null> =>
  (await store.settings.get(incidentKey, incident))
    ? 0
    : oldAt((await store.outbox.depth(Number.MAX_SAFE_INTEGER)).oldestDueAt)

export const whenOutboxOld: OnStore = { on: 'store', next: nextLook }

/** Tells the admins that messages go out late: once, until the outbox has been drained. */
export const watchOutbox: Job = async ({ store, now }) => {
  const known = await store.settings.get(incidentKey, incident)
  const { oldestDueAt } = await store.outbox.depth(now)
  if (!isOld(oldestDueAt, now)) return known ? store.settings.set(incidentKey, null) : undefined
  if (known) return
  await store.settings.set(incidentKey, { since: now })
  const admins = (await store.people.memberships()).filter(({ role }) => role === 'admin')
  for (const personId of new Set(admins.map((one) => one.personId)))
    await store.outbox.add({
      ...{ key: `alarm:${now}:${personId}`, person_id: personId, kind: alarmKind },
      body: JSON.stringify({ type: 'compose', composer: 'outboxAge', args: {} }),
      ...{ due_at: now, created_at: now },
    })
}

/** The alarm as things stand when it goes out; silent where all has gone out meanwhile. */
export const composeOutboxAge: Composer = async (store, _args, { texts, now }) => {
  const { waiting, oldestDueAt } = await store.outbox.depth(now)
  if (oldestDueAt === null || !isOld(oldestDueAt, now)) return null
  return message(texts.t('delivery.alarm', { count: waiting, age: formatAge(texts, now - oldestDueAt) }))
}
