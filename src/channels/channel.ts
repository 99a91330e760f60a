import type { Capabilities } from '../chat/capabilities.ts'
import type { IncomingFile, TakeDown } from '../chat/incoming.ts'
import type { QueuedMessage } from '../chat/message.ts'
import type { Instant } from '../domain/day.ts'

export type { Capabilities }

export type MenuEntry = { command: string; description: string }

/** How one sending ended. `unknown`: it may have arrived (a connection cut after the request went out). */
export type SendOutcome =
  | { state: 'sent'; externalId: string | null }
  | { state: 'retry'; afterMs: number | null; reason: string }
  | { state: 'unknown'; reason: string }
  | { state: 'blocked'; reason: string }
  | { state: 'failed'; reason: string }

export type { TakeDown }

export type SendOptions = {
  /** The external id of an earlier message to replace where `can.edit`. */
  edits: string | null
  /** The attachment's bytes. */
  file: Uint8Array | null
  /** A signed address from which the attachment can be fetched for a while; null without a public address. */
  address: string | null
  /** When this chat was last heard from (real messages of its person), for platforms that close a window after it. */
  lastHeardAt: Instant | null
  /** Waits until one more part may go out to this chat; the first part has its turn already. */
  pace(): Promise<void>
}

export type Channel = {
  name: string
  can: Capabilities
  /** Whose messages are counted where `can.quota`: the bot's id on its platform. */
  bot?: string
  /** Begins to listen; returns when listening (not when it ends). */
  start(takeDown: TakeDown): Promise<void>
  /** Sends one message to a chat, in as many parts as the channel needs. */
  send(chat: string, message: QueuedMessage, options: SendOptions): Promise<SendOutcome>
  /** The bytes of a file somebody sent; refuses more than 20 MB. */
  download(file: IncomingFile): Promise<Uint8Array>
  /** Is the platform connected (for /readyz)? */
  ready(): boolean
  /** A link that opens this channel's chat with a code, or null. */
  joinLink(code: string): string | null
  /** A link that brings the assistant into a group with a code, and one that opens its own chat; null or none where there are no such links. */
  groupLink?(code: string): string | null
  homeLink?(): string | null
  /** Its chats are shown on the pages of this program: links need no address of the world's. */
  onOurPages?: true
  /** Gives a chat a menu of its own; null: the common one again. */
  setMenu?(chat: string, menu: MenuEntry[] | null): Promise<void>
  stop(): Promise<void>
}
