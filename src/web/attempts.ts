import type { Instant } from '../domain/day.ts'

export type Attempts = { allow(who: string): boolean }

type Limits = { windowMs: number; perAddress: number; overall: number }

/** Counts attempts in a sliding window of real time, for each address and for all together; false beyond the limit. */
export function createAttempts(limits: Limits, realNow: () => Instant): Attempts {
  let made: { who: string; at: Instant }[] = []
  return {
    allow(who) {
      made = made.filter(({ at }) => at > realNow() - limits.windowMs)
      const full = made.length >= limits.overall || made.filter((one) => one.who === who).length >= limits.perAddress
      if (!full) made.push({ who, at: realNow() })
      return !full
    },
  }
}
