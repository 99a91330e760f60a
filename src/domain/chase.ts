import { type Day, daysBetween, type Instant } from './day.ts'
import type { Rung } from './ladder.ts'
import type { SubjectKind } from './obligation.ts'
import type { Deadline } from './plan.ts'
import { roundsAround } from './recurrence.ts'

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

/** A reminder that went out (or did not) to one person in the chat; `channel` null where it went nowhere, `rung` where a head sent it. */
export type Chased = {
  personId: string
  at: Instant
  /** The morning that it is of. */
  day: Day
  rung: Rung | null
  channel: string | null
  fate: ChaseFate
}

/** The ledger's state and outcome → what became of a message. */
export function fateOf(state: string, outcome: string | null): ChaseFate {
  if (state === 'failed') return outcome === 'blocked' ? 'blocked' : 'failed'
  if (state === 'sending') return 'waiting'
  return state === 'sent' || state === 'unknown' || state === 'dropped' ? state : 'waiting'
}

/** Which round of a deadline a reminder was about: the one that its rung counts to; null where the deadline comes once. */
export function roundReminded(
  deadline: Pick<Deadline, 'recurrence' | 'time'>,
  { day, rung }: Pick<Chased, 'day' | 'rung'>,
): string | null {
  const rounds = roundsAround(deadline, day, { start: null, end: null })
  // A message that waited, or that came before a day off, is some days away from its rung.
  const offOf = (lastDay: Day | null) => Math.abs(daysBetween(day, lastDay ?? day) - (rung ?? 0))
  const isOn = (lastDay: Day) => rung === null || lastDay < day === rung < 0
  const fitting = rounds.filter(({ lastDay }) => lastDay === null || isOn(lastDay))
  const nearest = fitting.sort((one, other) => offOf(one.lastDay) - offOf(other.lastDay))[0]
  return (nearest ?? rounds.at(-1))?.key ?? null
}
