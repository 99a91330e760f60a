import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Instant } from '../domain/day.ts'
import type { Limiter } from './limiter.ts'

/** A wait for a limit that is worth keeping the lease for. */
const longestWaitMs = 2_000
/** A place is taken so long before it is free: what must be written down first is written meanwhile. */
const aheadMs = 40

/** Keeps one message within its channel's limits, part by part. */
export type Pacer = {
  /** Waits for a short limit to pass, and takes the place (null); a long one gives the instant at which to try again. */
  comes(): Promise<Instant | null>
  /** Waits for the last moment until the place taken is free. */
  begins(): Promise<void>
  /** The part under way is through: waits for the next one's turn, however long. */
  next(): Promise<void>
  /** Nothing is under way any more. */
  done(): void
}

type Pacing = { chat: string; isAnswer: boolean; realClock: Clock }

/** Without a limiter every turn comes at once. */
export function createPacer(limiter: Limiter | undefined, { chat, isAnswer, realClock }: Pacing): Pacer {
  let isUnderWay = false
  let beginsAt: Instant = 0

  async function comes(): Promise<Instant | null> {
    for (;;) {
      const realNow = realClock.now()
      const wait = limiter?.take(chat, realNow, { isAnswer, aheadMs }) ?? 0
      isUnderWay = wait <= aheadMs
      beginsAt = realNow + wait
      if (isUnderWay) return null
      if (wait > longestWaitMs) return beginsAt - aheadMs
      await sleep(wait - aheadMs)
    }
  }

  async function begins(): Promise<void> {
    for (let left = beginsAt - realClock.now(); left > 0; left = beginsAt - realClock.now()) await sleep(left)
  }

  function done(): void {
    if (isUnderWay) limiter?.done(chat, realClock.now())
    isUnderWay = false
  }

  async function next(): Promise<void> {
    done()
    for (let until = await comes(); until !== null; until = await comes()) await sleep(until - realClock.now())
    await begins()
  }

  return { comes, begins, next, done }
}
