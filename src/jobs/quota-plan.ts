import type { Channel, SendOutcome } from '../channels/channel.ts'
import { readQuota } from '../chat/quota-meters.ts'
import { dayOf, type Instant } from '../domain/day.ts'
import { type Level, levelOf, monthKey, nextMorning, routeOf } from '../domain/quota.ts'
import type { AccountRow, OutboxRow } from '../store/schema.ts'
import type { Used } from './quota-settle.ts'
import type { Delivery, Fate } from './send-row.ts'

/** A message's accounts in the order in which they are tried; `merges`: what else is due for its person goes with it; `fate`: it does not go now. */
type SendingPlan = { accounts: AccountRow[]; merges: boolean; fate: Fate | null }

const dayMs = 86_400_000

/** Is a reason about the whole channel (its quota, its token)? Then a person's other channels are tried. */
export const isOfChannel = (reason: string | null | undefined) => reason?.startsWith('channel: ') ?? false
export const waitsForChannel = (fate: Fate) => fate.state === 'waiting' && isOfChannel(fate.outcome)

/** A channel that is out of messages may stay so for weeks: what waits for it is given up after a day, and that is told. */
export const isGivenUp = (row: OutboxRow, reason: string, now: Instant) =>
  isOfChannel(reason) && now - Number(row.created_at) > dayMs

/** Too late to be said; where its channel is to blame, that is a failure for the admins to see, and what may have arrived stays unknown. */
export function expired({ outcome }: OutboxRow): Fate {
  if (outcome?.startsWith('unknown')) return { state: 'unknown', outcome: `${outcome}; expired` }
  return isOfChannel(outcome) ? { state: 'failed', outcome } : { state: 'dropped', outcome: 'expired' }
}

/** What a sending used of its channel's quota: where nobody knows whether it arrived, as much. */
export function usedOf({ name, bot = '', can }: Channel, { state }: SendOutcome, messages: number): { used?: Used } {
  return can.quota && (state === 'sent' || state === 'unknown') ? { used: { channel: name, bot, messages } } : {}
}

type Planning = Pick<Delivery, 'database' | 'channels' | 'clock' | 'zone' | 'calendar'>

/** How a row goes out when its first channel is metered: there, on another channel first, or with the next morning's messages. */
export async function planSending(planning: Planning, row: OutboxRow, accounts: AccountRow[]): Promise<SendingPlan> {
  const asEver = { accounts, merges: false, fate: null }
  const meteredOf = (account: AccountRow | undefined) =>
    planning.channels.find(({ name, can }) => name === account?.channel && can.quota)
  const channel = meteredOf(accounts[0])
  if (!row.person_id || !channel) return asEver
  const now = await planning.database.store.outbox.byKey(row.key)
  // Said meanwhile with another message of the same morning.
  if (now?.state === 'dropped') return { ...asEver, fate: { state: 'dropped', outcome: now.outcome } }
  const level = await levelAt(planning, channel)
  if (level === 'free') return asEver
  const others = accounts.filter((account) => !meteredOf(account))
  const waitUntil = waitFor(planning, row)
  const route = routeOf({ level, kind: row.kind, hasOther: others.length > 0, mayWait: waitUntil !== null })
  if (route === 'wait' && waitUntil !== null) return { ...asEver, fate: { state: 'postponed', dueAt: waitUntil } }
  if (route === 'elsewhere') return { ...asEver, accounts: [...others, ...accounts.filter(meteredOf)] }
  return { ...asEver, merges: others.length === 0 }
}

async function levelAt({ database, clock, zone, calendar }: Planning, channel: Channel): Promise<Level> {
  const quota = await readQuota(database.store, channel.name)
  if (!quota) return 'free'
  const today = dayOf(clock.now(), zone)
  const meter = { channel: channel.name, bot: channel.bot ?? '', month: monthKey(today) }
  return levelOf(await database.store.usage.sent(meter), quota.messages, today, calendar)
}

/** The next morning, where the message is still good then and has not waited for one yet. */
function waitFor({ clock, zone, calendar }: Planning, row: OutboxRow): Instant | null {
  const now = clock.now()
  const morning = nextMorning(now, { calendar, zone })
  const isOfToday = dayOf(Number(row.created_at), zone) === dayOf(now, zone)
  return isOfToday && (row.expires_at === null || Number(row.expires_at) > morning) ? morning : null
}
