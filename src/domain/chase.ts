import type { Day, Instant } from './day.ts'
import type { SubjectKind } from './obligation.ts'

export const chaseWays = ['phone', 'in_person', 'meeting'] as const
/** How people remind each other outside the chat. */
export type ChaseWay = (typeof chaseWays)[number]

/** A reminder that somebody gave by telephone, in person or at a meeting. `round` null: the deadline comes once. */
export type ByHand = {
  deadlineId: string
  round: string | null
  subject: SubjectKind
  subjectId: string
  way: ChaseWay
  day: Day
  heardBy: string
  outcome: string
}

/** A letter of urging that was drafted, by its deadline and units. Nobody is told of it by the program: it is a draft. */
export type UrgingDraft = {
  deadlineId: string
  round: string | null
  unitIds: string[]
  /** The day asked for; null: left to who signs. */
  until: Day | null
  at: Instant
}

/** What became of a message: as its row in the ledger says. */
export type ChaseFate = 'waiting' | 'sent' | 'failed' | 'blocked' | 'unknown' | 'dropped'

/** A reminder that went out (or did not) to one person in the chat; `channel` null where it went nowhere. */
export type Chased = {
  personId: string
  at: Instant
  round: string | null
  /** In the name of a head, not by itself. */
  byHead: boolean
  channel: string | null
  fate: ChaseFate
}

/** The ledger's state and outcome → what became of a message. */
export function fateOf(state: string, outcome: string | null): ChaseFate {
  if (state === 'failed') return outcome === 'blocked' ? 'blocked' : 'failed'
  if (state === 'sending') return 'waiting'
  return state === 'sent' || state === 'unknown' || state === 'dropped' ? state : 'waiting'
}
