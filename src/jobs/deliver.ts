import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, SendOutcome } from '../channels/channel.ts'
import type { Core } from '../chat/core.ts'
import type { QueuedMessage } from '../chat/message.ts'
import { registrationDraft } from '../chat/registration-draft.ts'
import { dayOf } from '../domain/day.ts'
import type { AccountRow, OutboxRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { type Composer, outboxBody } from './composed.ts'
import type { Limiter } from './limiter.ts'

export type Deliverer = {
  /** There may be something to send. */
  wake(): void
  /** Resolves when nothing that is due can be sent at once; with how many were sent since it was last asked. */
  settled(): Promise<number>
  start(): void
  stop(): Promise<void>
}

export type Delivery = Pick<
  Core,
  'database' | 'tokens' | 'texts' | 'calendar' | 'clock' | 'realClock' | 'zone' | 'services' | 'drafts' | 'dialogs'
> & {
  channels: Channel[]
  limiters: Record<string, Limiter>
  composers: Record<string, Composer>
  /** Told of each sending's end, for the metrics. */
  settledOne: (channel: string, outcome: SendOutcome['state'] | 'dropped') => void
  broke: (row: OutboxRow, error: unknown) => void
}

const leaseMs = 60_000
const claimedAtOnce = 100
const tries = 8
/** A wait for a limit that is worth keeping the lease for. */
const longestWaitMs = 2_000
const pollMs = 1_000
const soonestRetryMs = 1_000
const latestRetryMs = 300_000

/** Sends what is in the outbox: claimed under a lease, composed if need be, sent within the limits, and marked. */
export function createDeliverer(delivery: Delivery): Deliverer {
  const { database, clock, realClock } = delivery
  let running: Promise<void> | undefined
  let again = false
  let sent = 0
  let stopped = false
  let timer: NodeJS.Timeout | null = null

  async function round(): Promise<void> {
    await takeBackLapsed(database.store, realClock.now())
    do {
      again = false
      const rows = await database.transaction((store) =>
        store.outbox.claim({ now: clock.now(), realNow: realClock.now(), leaseMs, most: claimedAtOnce }),
      )
      const lanes = Map.groupBy(rows, (row) => row.account_id ?? `person:${row.person_id}`)
      const counts = await Promise.all([...lanes.values()].map((lane) => sendLane(delivery, lane)))
      sent += counts.reduce((sum, count) => sum + count, 0)
      again ||= rows.length === claimedAtOnce
    } while (again && !stopped)
  }

  function wake(): void {
    if (stopped) return
    again = true
    running ??= round().finally(() => {
      running = undefined
      if (again) wake()
    })
  }

  return {
    wake,
    async settled() {
      wake()
      while (running !== undefined) await running
      const since = sent
      sent = 0
      return since
    },
    start() {
      timer = setInterval(wake, pollMs)
      timer.unref()
    },
    async stop() {
      stopped = true
      if (timer) clearInterval(timer)
      await running
    },
  }
}

/** Rows whose sender died: they may have gone out, so each is tried once more and no oftener. */
async function takeBackLapsed(store: Store, realNow: number): Promise<void> {
  for (const row of await store.outbox.lapsed(realNow))
    await store.outbox.settle(Number(row.id), afterUnknown(row, 'sender stopped'))
}

const afterUnknown = (row: OutboxRow, reason: string) =>
  row.outcome?.startsWith('unknown')
    ? { state: 'unknown' as const, outcome: `unknown twice: ${reason}` }
    : { state: 'waiting' as const, outcome: `unknown: ${reason}` }

/** Sends the rows of one chat in their order; stops at the first that must wait. Returns how many were sent. */
async function sendLane(delivery: Delivery, lane: OutboxRow[]): Promise<number> {
  let sent = 0
  for (const [index, row] of lane.entries()) {
    const fate = await sendRow(delivery, row).catch((error: unknown) => mishap(delivery, row, error))
    await delivery.database.store.outbox.settle(Number(row.id), fate)
    if (fate.state === 'sent') sent += 1
    if (fate.state !== 'waiting') continue
    const retryAt = fate.retryAt ?? delivery.realClock.now()
    for (const later of lane.slice(index + 1)) await delivery.database.store.outbox.putBack(Number(later.id), retryAt)
    break
  }
  return sent
}

/** A bug while composing or sending: this row is given up, the others go on. */
function mishap(delivery: Delivery, row: OutboxRow, error: unknown): Fate {
  delivery.broke(row, error)
  return { state: 'failed', outcome: 'incident' }
}

type Fate = Parameters<Store['outbox']['settle']>[1]

async function sendRow(delivery: Delivery, row: OutboxRow): Promise<Fate> {
  const now = delivery.clock.now()
  if (row.expires_at !== null && Number(row.expires_at) < now) return { state: 'dropped', outcome: 'expired' }
  const accounts = await accountsFor(delivery, row)
  if (accounts.length === 0) return { state: 'failed', outcome: 'no channel' }
  const message = await composed(delivery, row)
  if (!message) return { state: 'dropped', outcome: 'nothing left to say' }
  let fate: Fate = { state: 'failed', outcome: 'no channel' }
  for (const account of accounts) {
    fate = await sendTo(delivery, row, account, message)
    if (fate.outcome !== 'blocked') return fate
    await delivery.database.store.accounts.block(account.id, now)
  }
  return fate
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
  const channel = delivery.channels.find(({ name }) => name === account.channel)
  const limiter = delivery.limiters[account.channel]
  if (!channel) return { state: 'failed', outcome: 'no channel' }
  const retryAt = await turnComes(delivery, limiter, account.chat)
  if (retryAt !== null) return { state: 'waiting', retryAt, outcome: row.outcome }
  const file = message.attachment ? await delivery.services.fileBytes(message.attachment.hash) : null
  const edits =
    row.slot && channel.can.edit
      ? ((await delivery.database.store.outbox.lastInSlot(account.id, row.slot))?.external_id ?? null)
      : null
  const outcome = await channel.send(account.chat, message, {
    edits,
    file,
    pace: () => pace(delivery, limiter, account.chat),
  })
  delivery.settledOne(account.channel, outcome.state)
  return fateOf(delivery, row, account, outcome)
}

/** Waits for a short limit to pass (null); a long one gives the instant at which to try again. */
async function turnComes({ realClock }: Delivery, limiter: Limiter | undefined, chat: string): Promise<number | null> {
  for (;;) {
    const realNow = realClock.now()
    const wait = limiter?.take(chat, realNow) ?? 0
    if (wait === 0) return null
    if (wait > longestWaitMs) return realNow + wait
    await sleep(wait)
  }
}

/** Waits for one more part's turn, however long. */
async function pace(delivery: Delivery, limiter: Limiter | undefined, chat: string): Promise<void> {
  for (;;) {
    const until = await turnComes(delivery, limiter, chat)
    if (until === null) return
    await sleep(until - delivery.realClock.now())
  }
}

function fateOf(
  { clock, realClock, limiters }: Delivery,
  row: OutboxRow,
  account: AccountRow,
  outcome: SendOutcome,
): Fate {
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
      const afterMs = outcome.afterMs ?? Math.min(latestRetryMs, soonestRetryMs * 2 ** row.attempts)
      limiters[account.channel]?.pause(account.chat, realNow + afterMs)
      return { state: 'waiting', outcome: outcome.reason, retryAt: realNow + afterMs }
    }
    case 'unknown':
      return afterUnknown(row, outcome.reason)
    case 'blocked':
      return { state: 'failed', outcome: 'blocked' }
    case 'failed':
      return { state: 'failed', outcome: outcome.reason }
  }
}
