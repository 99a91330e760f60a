import type { Generated, Selectable } from 'kysely'
import type { Instant } from '../../domain/day.ts'

/** JSON kept as text; each reader validates it with its own zod schema. */
type Json = string

export type InboxTable = {
  id: Generated<number>
  channel: string
  bot: string
  update_id: string
  chat: string
  body: Json
  received_at: Instant
  done_at: Instant | null
  failed: string | null
}
export type InboxRow = Selectable<InboxTable>

export type OutboxState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown' | 'dropped'

export type OutboxTable = {
  id: Generated<number>
  key: string
  /** A reply goes to the account it answers; anything else to a person, on the best channel at the time of sending. */
  account_id: string | null
  person_id: string | null
  kind: string
  body: Json
  slot: string | null
  state: OutboxState
  /** Calendar time (the movable clock): not before this, and not after `expires_at`. */
  due_at: Instant
  expires_at: Instant | null
  /** Real time: the lease of the sender that has it, and the next try after a failure. */
  lease_until: Instant | null
  retry_at: Instant | null
  attempts: number
  outcome: string | null
  created_at: Instant
  sent_at: Instant | null
  sent_account_id: string | null
  external_id: string | null
}
export type OutboxRow = Selectable<OutboxTable>

/** Slow work begun in a turn and finished outside it (reading a file); its end comes back as an incoming event. */
export type TaskRow = {
  id: string
  account_id: string
  kind: string
  payload: Json
  state: 'waiting' | 'running' | 'done' | 'cancelled'
  lease_until: Instant | null
  attempts: number
  created_at: Instant
}

/** Choices that may be typed where a channel has no buttons; `mark`: the letter of the list, or ''; `source`: the key of its message. */
export type OpenChoiceRow = { account_id: string; mark: string; choices: Json; source: string; at: Instant }
