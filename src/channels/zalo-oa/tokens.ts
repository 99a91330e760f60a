import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../domain/day.ts'
import type { Store } from '../../store/store.ts'
import { insist } from '../insist.ts'
import { type Pair, type Refreshed, refresh } from './refresh.ts'
import { tokenTerms } from './terms.ts'

const minuteMs = 60_000
/** Longer than a refresh may take, so that nobody else begins while one is out. */
const leaseMs = minuteMs
const askAgainMs = 200
const [writeTries, writeAgainMs, writeLaterMs] = [4, 100, 2_000]

export type Tokens = {
  /** An access token that is good now, or null: there is none to be had. */
  access(): Promise<string | null>
  /** Another than this one, which Zalo has refused; null where there is none. */
  instead(refused: string): Promise<string | null>
  /** Renews the tokens when it is time; to be called now and then, and at the start. */
  keepFresh(): Promise<void>
  ready(): boolean
  /** Resolves when no refresh is out: what it brings must still be written down. */
  settle(): Promise<void>
}

export type TokenOptions = {
  store: Store['oaTokens']
  /** The configured refresh token: the first of its line, used once; later ones are in the store. */
  refreshToken: string
  authRoot: string
  appId: string
  appSecret: string
  /** Real time. */
  now(): Instant
  notice(what: string, facts?: Record<string, string | number>): void
}

type Row = Awaited<ReturnType<Store['oaTokens']['take']>>

/**
 * Keeps the tokens of an Official Account. The refresh token is used up by each refresh: it is in the store before it is
 * sent, one process at a time sends it, and the new pair is written down before anything else is done with it. What a
 * crash between Zalo's answer and that line takes with it cannot be had again, so refreshing begins half a day before
 * the access token ends: it goes on working while the operator, who is told, lets the application be authorised anew.
 */
export function createTokens(options: TokenOptions): Tokens {
  const { store, now, notice } = options
  const source = createHash('sha256').update(options.refreshToken).digest('hex')
  const me = randomUUID()
  let known: Row | null = null
  /** A pair that could not be written down yet: used all the same, and written at the next occasion. */
  let unwritten: { used: string; pair: Pair; againAt: Instant } | null = null
  let running: Promise<Row> | null = null
  let forcedAt = Number.NEGATIVE_INFINITY

  const lives = (row: Row | null, aheadMs = minuteMs): row is Row & { access_token: string } =>
    row?.access_token != null && (row.access_until ?? 0) > now() + aheadMs

  async function look(): Promise<Row> {
    if (unwritten && now() >= unwritten.againAt) await write(unwritten.used, unwritten.pair)
    const row = await store.take(source, options.refreshToken)
    known = unwritten ? withPair(row, unwritten.pair) : row
    return known
  }

  async function write(used: string, pair: Pair): Promise<void> {
    unwritten = { used, pair, againAt: now() + writeLaterMs }
    if (known) known = withPair(known, pair)
    try {
      await insist(() => store.keep(source, used, pair), writeTries, writeAgainMs)
      unwritten = null
    } catch {
      notice('new tokens of the Official Account cannot be written down: mend the database before the program ends')
    }
  }

  /** Renews where `isDue` says so of what stands in the store; only one process at a time, the others wait for it. */
  async function renew(isDue: (row: Row) => boolean): Promise<Row> {
    const before = await look()
    if (unwritten || !isDue(before)) return before
    if (before.refused_at !== null && now() < before.refused_at + tokenTerms.refusedAgainMs) return before
    if (!(await store.lease(source, me, { now: now(), until: now() + leaseMs }))) return waitForOther(isDue)
    const held = await store.take(source, options.refreshToken)
    // Another process has renewed them between the look and the lease.
    if (held.refresh_token !== before.refresh_token)
      await store.release(source, me, { triedAt: null, refusedAt: held.refused_at })
    else await settle(before, held, await refresh(options, held.refresh_token))
    return look()
  }

  async function settle(before: Row, held: Row, refreshed: Refreshed): Promise<void> {
    if (refreshed.kind === 'pair') return write(held.refresh_token, refreshed.pair)
    const hoursLeft = Math.max(0, Math.round(((held.access_until ?? 0) - now()) / (60 * minuteMs)))
    if (refreshed.kind === 'trouble') {
      const triedAt = refreshed.sent ? held.tried_at : before.tried_at
      await store.release(source, me, { triedAt, refusedAt: before.refused_at })
      return notice('the tokens of the Official Account cannot be renewed just now', {
        ...{ reason: refreshed.reason, hoursLeft },
      })
    }
    await store.release(source, me, { triedAt: before.tried_at, refusedAt: now() })
    notice(
      'Zalo refuses the refresh token: let an administrator of the Official Account authorise the application anew, and set ZALO_OA_REFRESH_TOKEN to the refresh token that comes of it',
      { code: refreshed.code, hoursLeft, answerLost: before.tried_at === null ? 'no' : 'perhaps' },
    )
  }

  /** A token that still lives is enough for whoever only renews it ahead of time. */
  async function waitForOther(isDue: (row: Row) => boolean): Promise<Row> {
    for (;;) {
      const row = await look()
      const isOver = row.lease_until === null || row.lease_until <= now()
      if (isOver || !isDue(row) || (isDue === isOld && lives(row))) return row
      await sleep(askAgainMs)
    }
  }

  const renewOnce = (isDue: (row: Row) => boolean): Promise<Row> => {
    running ??= renew(isDue).finally(() => {
      running = null
    })
    return running
  }
  const isOld = (row: Row) => !lives(row, tokenTerms.aheadMs)
  const tokenOf = (row: Row | null) => (lives(row) ? row.access_token : null)

  return {
    async access() {
      if (unwritten) void renewOnce(isOld).catch(() => {})
      return tokenOf(known) ?? tokenOf(await renewOnce(isOld))
    },
    async instead(refused) {
      await running
      const row = await look()
      if (row.access_token !== refused) return tokenOf(row)
      // Refused again at once, it is not the token: asking for more would use up one after the other.
      if (now() < forcedAt + minuteMs) return null
      forcedAt = now()
      const renewed = await renewOnce((held) => held.access_token === refused)
      return renewed.access_token === refused ? null : tokenOf(renewed)
    },
    async keepFresh() {
      await renewOnce(isOld)
    },
    ready: () => lives(known),
    async settle() {
      await running?.catch(() => {})
    },
  }
}

const withPair = (row: Row, { refreshToken, accessToken, accessUntil }: Pair): Row => ({
  ...row,
  refresh_token: refreshToken,
  access_token: accessToken,
  access_until: accessUntil,
})
