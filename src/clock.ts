import type { Clock, Instant } from './domain/day.ts'

export const systemClock: Clock = { now: () => Date.now() }

export type MovableClock = Clock & { set(at: Instant): void }

/** A clock that stands still until it is moved; refuses to go back. */
export function createMovableClock(start: Instant): MovableClock {
  let at = start
  return {
    now: () => at,
    set(next) {
      if (next < at) throw new RangeError(`The clock stands at ${at}: it cannot go back to ${next}.`)
      at = next
    },
  }
}
