import type { Channel, SendOutcome } from '../channels/channel.ts'
import type { Core } from '../chat/core.ts'
import type { Links } from '../chat/links.ts'
import type { QueuedMessage } from '../chat/message.ts'
import { registrationDraft } from '../chat/registration-draft.ts'
import { dayOf, type Instant } from '../domain/day.ts'
import { alarmKind } from '../domain/outbox-alarm.ts'
import type { AccountRow, OutboxRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { type Composer, outboxBody } from './composed.ts'
import { composedForGroup } from './groups.ts'
import type { Limiter } from './limiter.ts'
import { createPacer } from './pacer.ts'
import { withOthers } from './quota-merge.ts'
import { expired, isGivenUp, isOfChannel, planSending, usedOf, waitsForChannel } from './quota-plan.ts'
import type { Used } from './quota-settle.ts'
import { openChoices, showRow } from './show-row.ts'
import { silentUntil } from './silent-hours.ts'

export type Delivery = Pick<
  Core,
  'database' | 'tokens' | 'texts' | 'calendar' | 'clock' | 'realClock' | 'zone' | 'services' | 'drafts' | 'dialogs'
> & {
  channels: Channel[]
  limiters: Record<string, Limiter>
  links: Links
  composers: Record<string, Composer>
  /** Told of each sending's end, for the metrics. */
  settledOne: (channel: string, outcome: SendOutcome['state']) => void
  /** Told of each row's end for good: how it ended, and how long after it was due, in calendar milliseconds. */
  ended: (kind: string, state: 'sent' | 'failed' | 'dropped' | 'unknown', lagMs: number) => void
  /** `row`: the message that broke; null where the store could not be reached. */
  broke: (row: OutboxRow | null, error: unknown) => void
}

type Settled = Parameters<Store['outbox']['settle']>[1]
/** What a sending used of a quota, and the rows that were said with it. */
type Using = { used?: Used; merged?: number[] }
/** How one attempt at a row ended; `untried`: its chat's turn has not come, and no attempt is counted. */
export type Fate =
  | (Settled & Using & { state: 'sent' | 'failed' | 'dropped' | 'unknown' })
  | (Settled & Using & { state: 'waiting'; retryAt: Instant })
  | { state: 'untried'; retryAt: Instant; outcome?: null }
  | { state: 'postponed'; dueAt: Instant; outcome?: null }

/** About a day of tries: the first minutes quickly, then every five minutes. */
const tries = 290
const soonestRetryMs = 1_000
const latestRetryMs = 300_000
const leastProgressGapMs = 60_000
/** About two minutes of tries on the first channel before the next is tried as well. */
const patientTries = 6

/** It may have arrived: tried once more, and after that left alone. */
export const afterUnknown = ({ realClock }: Pick<Delivery, 'realClock'>, row: OutboxRow, reason: string) =>
  row.outcome?.startsWith('unknown')
    ? { state: 'unknown' as const, outcome: `unknown twice: ${reason}` }
    : { state: 'waiting' as const, outcome: `unknown: ${reason}`, retryAt: realClock.now() }

const isGoodUntil = ({ expires_at }: OutboxRow, at: Instant) => expires_at === null || Number(expires_at) >= at

/** Composes and sends one row of the outbox, trying a person's other channels where one is blocked. */
export async function sendRow(delivery: Delivery, row: OutboxRow): Promise<Fate> {
  const now = delivery.clock.now()
  if (row.expires_at !== null && Number(row.expires_at) < now) return expired(row)
  const silent = await silentUntil(delivery, row)
  if (silent !== null) return isGoodUntil(row, silent) ? { state: 'postponed', dueAt: silent } : expired(row)
  const { accounts, merges, fate: settled } = await planSending(delivery, row, await accountsFor(delivery, row))
  if (settled) return settled
  if (accounts.length === 0) return { state: 'failed', outcome: 'no channel' }
  const own = await composed(delivery, row)
  if (!own) return { state: 'dropped', outcome: 'nothing left to say' }
  const { message, merged } = await withOthers(delivery, merges ? row : null, own, (other) => composed(delivery, other))
  let fate: Fate = { state: 'failed', outcome: 'no channel' }
  for (const account of accounts) {
    const next = await sendTo(delivery, row, account, message)
    if (next.outcome === 'blocked') await delivery.database.store.accounts.block(account.id, now)
    else if (next.state === 'sent' || next.state === 'unknown') return { ...next, merged }
    else if (next.state !== 'failed' && !isStuck(row, next) && !waitsForChannel(next)) return next
    // That it waits for one channel is not forgotten where the next fails.
    if (fate.state !== 'waiting') fate = next
  }
  return fate
}

/** A channel that has been out of reach for some tries: another may do, unless the message may have arrived there. An alarm does not wait. */
function isStuck(row: OutboxRow, { state }: Fate): boolean {
  if (row.kind === alarmKind) return state === 'waiting' || state === 'untried'
  return state === 'waiting' && row.attempts >= patientTries && !row.outcome?.startsWith('unknown')
}

/** The account a reply answers; for a person, all that can be reached, the one last heard from first. */
async function accountsFor({ database, channels }: Delivery, row: OutboxRow): Promise<AccountRow[]> {
  const one = row.account_id ? await database.store.accounts.byId(row.account_id) : null
  const all = one ? [one] : row.person_id ? await database.store.accounts.ofPerson(row.person_id) : []
  return all.filter((account) => account.blocked_at === null && channels.some(({ name }) => name === account.channel))
}

async function composed(delivery: Delivery, row: OutboxRow): Promise<QueuedMessage | null> {
  const body = outboxBody.parse(JSON.parse(row.body))
  if (body.type === 'message') return body.message
  if (row.account_id) return composedForGroup(delivery, row.account_id, body.args)
  const { database, clock, zone, calendar, composers, tokens } = delivery
  const composer = composers[body.composer]
  const personId = row.person_id
  if (!composer || !personId)
    throw new Error(`Outbox row ${row.key} wants the composer '${body.composer}' for a person: there is none.`)
  const now = clock.now()
  const written = await database.transaction(async (store) => {
    const member = await store.members.byId(personId)
    if (!member) return null
    const texts = delivery.texts(member.language)
    const draftOf = (planId: string) => registrationDraft(delivery, personId, planId)
    return composer(store, body.args, { member, now, today: dayOf(now, zone), zone, texts, calendar, draftOf })
  })
  return written && tokens.mint(written, { personId })
}

async function sendTo(delivery: Delivery, row: OutboxRow, account: AccountRow, message: QueuedMessage): Promise<Fate> {
  const { channels, limiters, services, database, clock, realClock } = delivery
  const channel = channels.find(({ name }) => name === account.channel)
  if (!channel) return { state: 'failed', outcome: 'no channel' }
  const { outbox } = database.store
  const before = row.slot ? await outbox.lastInSlot(account.id, row.slot) : undefined
  if (isTooSoon(delivery, row, channel, before)) return { state: 'dropped', outcome: 'said a moment ago' }
  const shown = await showRow(delivery, row, account, channel, message)
  const attachment = shown.message.attachment
  const file = attachment ? await services.fileBytes(attachment.hash) : null
  const isAnswer = row.account_id !== null && row.kind !== 'group'
  const pacer = createPacer(limiters[account.channel], { chat: account.chat, isAnswer, realClock })
  const retryAt = await pacer.comes()
  if (retryAt !== null) return { state: 'untried', retryAt }
  let parts = 1
  const how = {
    edits: channel.can.edit ? (before?.external_id ?? null) : null,
    file,
    address: shown.address,
    lastHeardAt: account.last_seen_at,
    pace: () => {
      parts += 1
      return pacer.next()
    },
  }
  // Only from here on may it have arrived: a crash before this repeats nothing.
  const begin = () =>
    database.transaction(async (store) => {
      await openChoices(store, account, shown.opens, clock.now())
      await store.outbox.begin(Number(row.id))
    })
  const outcome = await begin()
    .then(pacer.begins)
    .then(() => channel.send(account.chat, shown.message, how))
    .finally(pacer.done)
  delivery.settledOne(account.channel, outcome.state)
  return { ...fateOf(delivery, row, account, outcome), ...usedOf(channel, outcome, parts) }
}

/** Where nothing can be replaced, progress comes as a new message, and not often. */
const isTooSoon = (
  { clock }: Delivery,
  { kind }: OutboxRow,
  { can }: Channel,
  before: { sent_at: Instant | null } | undefined,
) => kind === 'progress' && !can.edit && clock.now() - Number(before?.sent_at ?? 0) < leastProgressGapMs

function fateOf(delivery: Delivery, row: OutboxRow, account: AccountRow, outcome: SendOutcome): Fate {
  const { clock, realClock, limiters } = delivery
  const realNow = realClock.now()
  switch (outcome.state) {
    case 'sent':
      return {
        state: 'sent',
        outcome: row.outcome,
        sentAt: clock.now(),
        accountId: account.id,
        externalId: outcome.externalId,
      }
    case 'retry': {
      if (row.attempts + 1 >= tries && outcome.afterMs === null) return { state: 'failed', outcome: outcome.reason }
      if (isGivenUp(row, outcome.reason, clock.now())) return { state: 'failed', outcome: outcome.reason }
      const afterMs = outcome.afterMs ?? Math.min(latestRetryMs, soonestRetryMs * 2 ** row.attempts)
      if (!isOfChannel(outcome.reason)) limiters[account.channel]?.pause(account.chat, realNow + afterMs)
      // That it may have arrived once is not forgotten over a refusal.
      const known = row.outcome?.startsWith('unknown') ? row.outcome : outcome.reason
      return { state: 'waiting', outcome: known, retryAt: realNow + afterMs }
    }
    case 'unknown':
      return afterUnknown(delivery, row, outcome.reason)
    case 'blocked':
      return { state: 'failed', outcome: 'blocked' }
    case 'failed':
      return { state: 'failed', outcome: outcome.reason }
  }
}
