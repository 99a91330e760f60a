import type { QueuedMessage } from '../chat/message.ts'
import type { Instant } from '../domain/day.ts'
import type { Language, Role } from '../domain/person.ts'

type Sender = { chat: string; id: string; displayName: string | null; language: Language }

export type RoomEntry = {
  id: number
  chat: string
  side: 'person' | 'assistant'
  clientId: string | null
  replaces: number | null
  message: QueuedMessage
  at: Instant
}

/** What the pages need of the web channel. */
export type Room = {
  opens(from: Sender, code: string | null): Promise<void>
  says(from: Sender, text: string): Promise<void>
  presses(from: Sender, entryId: number, token: string): Promise<boolean>
  sends(from: Sender, file: { name: string; mime: string; bytes: Uint8Array }, caption: string): Promise<void>
  entries(chats: string[], after: number): Promise<RoomEntry[]>
  entry(chat: string, id: number): Promise<RoomEntry | null>
  listen(listener: { chats: string[]; wake(): void; end(): void }): () => void
  ready(): boolean
}

/** One of the people whom the demo shows side by side. */
export type DemoPerson = { sender: string; personId: string; name: string; role: Role; position?: string }

/** Who is signed in on which browser; only a hash of each token is kept. */
export type Sessions = {
  /** A new token (256 random bits) for an account of the web channel; `browser` is how its person knows it again. */
  make(accountSender: string, browser: string): Promise<string>
  /** Whose session it is; being looked at prolongs it. */
  find(token: string): Promise<string | null>
  end(token: string): Promise<void>
}

/** Pages that wait to be signed in from a chat: each knows its secret, the chat its code and number. */
export type Pairings = {
  open(browser: string): Promise<string>
  look(
    secret: string,
  ): Promise<{ state: 'open' | 'confirmed' | 'refused' | 'used'; code: string; number: string } | null>
  /** The account that a confirmed page is let in as; once. */
  take(secret: string): Promise<string | null>
}

/** A chat that a page shows: `key` is its name there, `sender` whose it is. */
export type Chat = { key: string; sender: string; name: string | null; role: Role | null; position: string | null }
