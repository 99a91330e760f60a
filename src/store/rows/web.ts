import type { Generated } from 'kysely'
import type { Instant } from '../../domain/day.ts'

/** A message of a chat on the web. `client_id` is the page's own id of what it sent; `replaces` an earlier message's id. */
export type WebMessageRow = {
  id: Generated<number>
  chat: string
  side: 'person' | 'assistant'
  client_id: string | null
  replaces: number | null
  body: string
  at: Instant
}

/** Who is signed in on which browser; the token lies in the browser alone, its hash here. Instants are real time. */
export type WebSessionRow = {
  token_hash: string
  sender: string
  browser: string
  made_at: Instant
  seen_at: Instant
  expires_at: Instant
}

/** A page that waits to be signed in from a chat: it proves itself by a secret, the chat names it by a code. */
export type WebPairingRow = {
  code_hash: string
  secret_hash: string
  number: string
  browser: string
  state: 'open' | 'confirmed' | 'refused' | 'used'
  sender: string | null
  expires_at: Instant
}
