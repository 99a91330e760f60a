import { readQuota } from '../chat/quota-meters.ts'
import { dayOf } from '../domain/day.ts'
import { inOfficeHours, monthKey, thresholdReached, thresholds } from '../domain/quota.ts'
import type { OutboxRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Delivery, Fate } from './send-row.ts'

/** Messages that a platform counts: one for each part. */
export type Used = { channel: string; bot: string; messages: number }

type Settling = Pick<Delivery, 'clock' | 'zone' | 'calendar'>

/** Writes down how an attempt ended, and in the same transaction what it used of its channel's quota. */
export async function settleRow(store: Store, row: OutboxRow, fate: Fate, settling: Settling): Promise<void> {
  const id = Number(row.id)
  if (fate.state === 'untried') return store.outbox.putBack(id, fate.retryAt)
  if (fate.state === 'postponed') return store.outbox.postpone(id, fate.dueAt)
  const { used, merged = [], ...settled } = fate
  await store.outbox.settle(id, settled)
  if (used) await countUse(store, used, settling)
  if (fate.state !== 'sent' && fate.state !== 'unknown') return
  for (const other of merged) await store.outbox.settle(other, { state: 'dropped', outcome: `said in ${row.key}` })
}

async function countUse(store: Store, { channel, bot, messages }: Used, settling: Settling): Promise<void> {
  const month = monthKey(dayOf(settling.clock.now(), settling.zone))
  const sent = await store.usage.add({ channel, bot, month }, messages)
  const quota = await readQuota(store, channel)
  if (!quota) return
  const percent = thresholdReached(sent - messages, sent, quota.messages)
  if (percent !== null)
    await tellAdmins(store, `quota:${channel}:${bot}:${month}:${percent}`, { channel, month, percent }, settling)
  if (quota.users === null) return
  const people = await store.usage.people(channel)
  const full = thresholds.filter((one) => one >= 90 && people * 100 >= one * (quota.users ?? people)).at(-1)
  if (full !== undefined)
    await tellAdmins(store, `quota-people:${channel}:${bot}:${full}`, { channel, month, percent: null }, settling)
}

/** Each admin once for a key, in office hours. */
async function tellAdmins(store: Store, key: string, args: object, settling: Settling): Promise<void> {
  const admins = (await store.people.memberships()).filter(({ role }) => role === 'admin')
  const now = settling.clock.now()
  for (const personId of new Set(admins.map((one) => one.personId)))
    await store.outbox.add({
      ...{ key: `${key}:${personId}`, person_id: personId, kind: 'quota' },
      body: JSON.stringify({ type: 'compose', composer: 'quota', args }),
      ...{ due_at: inOfficeHours(now, settling), created_at: now },
    })
}
