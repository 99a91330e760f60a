import type { ByHand, Chased, UrgingDraft } from './chase.ts'
import { type Day, dayOf } from './day.ts'
import { type Obligation, subjectIdOf } from './obligation.ts'

/** All that was done to remind of one deadline, as the ledger has it. */
export type ChaseHistory = {
  chats: Chased[]
  hands: ByHand[]
  drafts: UrgingDraft[]
  /** The units that are bound themselves: a letter to them is about their own paper, not about their people's. */
  boundUnits: ReadonlySet<string>
}

/** One thing done to remind somebody of a deadline. */
export type ChaseEvent = { day: Day } & (
  | { kind: 'chat'; chased: Chased }
  | { kind: 'hand'; hand: ByHand }
  | { kind: 'draft'; draft: UrgingDraft }
)

type About = Pick<Obligation, 'round' | 'subject' | 'unitId' | 'personId'>

/** What was done about one obligation, rounds told apart, the oldest first. `told`: who hears of it in the chat. */
export function chaseEvents(about: About, told: string[], history: ChaseHistory, zone: string): ChaseEvent[] {
  const { chats, hands, drafts, boundUnits } = history
  const isUrged = about.subject === 'unit' || !boundUnits.has(about.unitId)
  const isOfRound = (round: string | null) => about.round === null || round === about.round
  const events: ChaseEvent[] = [
    ...chats
      .filter((chased) => told.includes(chased.personId) && isOfRound(chased.round))
      .map((chased) => ({ kind: 'chat' as const, day: dayOf(chased.at, zone), chased })),
    ...hands
      .filter((one) => one.subject === about.subject && one.subjectId === subjectIdOf(about) && isOfRound(one.round))
      .map((hand) => ({ kind: 'hand' as const, day: hand.day, hand })),
    ...drafts
      .filter(({ unitIds, round }) => isUrged && unitIds.includes(about.unitId) && isOfRound(round))
      .map((draft) => ({ kind: 'draft' as const, day: dayOf(draft.at, zone), draft })),
  ]
  return events.sort((one, other) => one.day.localeCompare(other.day))
}
