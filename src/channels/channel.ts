import type { IncomingFile, TakeDown } from '../chat/incoming.ts'
import type { QueuedMessage } from '../chat/message.ts'
import type { Instant } from '../domain/day.ts'

/** What a channel can do, as data; `chat/render.ts` shows any message in what there is, and the parity table is made from it. */
export type Capabilities = {
  /** Buttons below a message; without them choices are numbered and typed. */
  buttons: boolean
  /** A sent message can be replaced. */
  edit: boolean
  /** A sent message can be taken back. */
  delete: boolean
  /** Files can be sent to the assistant; without, a one-time page takes them. */
  filesIn: boolean
  /** Files can be sent by the assistant; without, a signed link stands in the words. */
  filesOut: boolean
  /** Pictures shown in the chat: sent as bytes, fetched by the platform from an address, or not at all. */
  photos: 'bytes' | 'address' | null
  /** Quotations can be set apart from words. */
  markup: boolean
  groups: boolean
  deepLinks: boolean
  commandMenu: boolean
  /** Messages are counted by the platform, or cost money. */
  quota: boolean
  /** The platform tells that a person has blocked the assistant. */
  deliverySignals: boolean
  /** The longest text of one message, in UTF-16 units. */
  textLength: number
}

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
  stop(): Promise<void>
}
