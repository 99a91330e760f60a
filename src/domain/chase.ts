import type { Day, Instant } from './day.ts'
import type { SubjectKind } from './obligation.ts'

export const chaseWays = ['phone', 'in_person', 'meeting'] as const
/** How people remind each other outside the chat. */
export type ChaseWay = (typeof chaseWays)[number]

/** A reminder that somebody gave by telephone, in person or at a meeting. */
export type ByHand = {
  deadlineId: string
  subject: SubjectKind
  subjectId: string
  way: ChaseWay
  day: Day
  heardBy: string
  outcome: string
}

/** What became of a message: as its row in the ledger says. */
export type ChaseFate = 'waiting' | 'sent' | 'failed' | 'blocked' | 'unknown' | 'dropped'

/** A reminder that went out (or did not) to one person in the chat; `channel` null where it went nowhere. */
export type Chased = { personId: string; at: Instant; channel: string | null; fate: ChaseFate }

/** The ledger's state and outcome → what became of a message. */
export function fateOf(state: string, outcome: string | null): ChaseFate {
  if (state === 'failed') return outcome === 'blocked' ? 'blocked' : 'failed'
  if (state === 'sending') return 'waiting'
  return state === 'sent' || state === 'unknown' || state === 'dropped' ? state : 'waiting'
}
