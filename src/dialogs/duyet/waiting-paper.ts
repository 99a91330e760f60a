import type { Button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Instant } from '../../domain/day.ts'

/** A paper as it was seen: where it has changed since, nothing happens to it. */
export type Seen = { id: string; version: number }

/** One paper that waits for the member of a turn. */
export type WaitingPaper = Seen & {
  kind: string
  planId: string
  sentAt: Instant
  /** May it be approved unread with others of its plan: complete, in time, without a note? Never where it is to be taken in. */
  plain: boolean
}

/** A kind of paper that goes through /duyet: one entry in paper-kinds.ts. */
export type PaperKind = {
  /** All that waits for the member of this turn, to be approved or taken in. */
  waiting(turn: Turn): Promise<WaitingPaper[]>
  /** The paper in full, with what its decider may press; null where it is gone. */
  card(turn: Turn, id: string): Promise<{ lines: string[]; buttons: Button[] } | null>
  /** One line that names it in a list: who, code, how much. */
  line(turn: Turn, id: string): Promise<string>
  /** Approves it and tells those it concerns; false where it was moved or is no longer this member's: nothing is said. */
  approveQuietly(turn: Turn, seen: Seen): Promise<boolean>
  /** What follows decides, tells and answers with the next; where it does not happen it says why. */
  approve(turn: Turn, seen: Seen): Promise<void>
  /** Asks why it is to be completed; `giveBack` then asks its author. */
  askBack(turn: Turn, seen: Seen): Promise<void>
  giveBack(turn: Turn, seen: Seen, reason: string): Promise<void>
  /** Takes it in, with the signed paper or without. */
  receive(turn: Turn, seen: Seen, signed: boolean): Promise<void>
  /** The signed paper came after reception. */
  takePaper(turn: Turn, seen: Seen): Promise<void>
}
