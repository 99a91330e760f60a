import type { IncomingFile } from '../chat/incoming.ts'
import type { QueuedMessage } from '../chat/message.ts'
import type { Capabilities, Channel, SendOutcome, TakeDown } from './channel.ts'

export type Delivered = { externalId: string; message: QueuedMessage; file: Uint8Array | null; edits: string | null }

export type MemoryChannel = Channel & {
  /** What reached a chat, in order; an edited message stands with its last words. */
  delivered(chat: string): Delivered[]
  /** Makes the next sendings to a chat end like this. */
  fail(chat: string, ...outcomes: SendOutcome[]): void
  takeDown: TakeDown
  /** Offers bytes for download; returns the file as a channel would announce it. */
  offer(file: { name: string; mime?: string; bytes: Uint8Array }): IncomingFile
}

const capabilities: Capabilities = {
  buttons: true,
  edit: true,
  filesIn: true,
  filesOut: true,
  photos: 'bytes',
  markup: true,
  groups: false,
  deepLinks: false,
  commandMenu: false,
  quota: false,
  deliverySignals: false,
  textLength: 4096,
}

/** A channel inside the process: chats for tests and for playing a stretch of time. `can`: where it is to be poorer. */
export function createMemoryChannel(name = 'memory', can: Partial<Capabilities> = {}): MemoryChannel {
  const chats = new Map<string, Delivered[]>()
  const failures = new Map<string, SendOutcome[]>()
  const files = new Map<string, Uint8Array>()
  let count = 0
  let take: TakeDown | null = null

  return {
    name,
    can: { ...capabilities, ...can },
    async start(takeDown) {
      take = takeDown
    },
    async send(chat, message, { edits, file }) {
      const failure = failures.get(chat)?.shift()
      if (failure) return failure
      const heard = chats.get(chat) ?? []
      count += 1
      heard.push({ externalId: String(count), message, file, edits })
      chats.set(chat, heard)
      return { state: 'sent', externalId: String(count) }
    },
    async download({ ref }) {
      const bytes = files.get(ref)
      if (!bytes) throw new Error(`There is no file '${ref}' in this channel.`)
      return bytes
    },
    ready: () => take !== null,
    joinLink: () => null,
    async stop() {
      take = null
    },
    delivered: (chat) => chats.get(chat) ?? [],
    fail: (chat, ...outcomes) => void failures.set(chat, outcomes),
    takeDown: (event) => {
      if (!take) throw new Error('The memory channel has not been started.')
      return take(event)
    },
    offer({ name, mime, bytes }) {
      const ref = `file-${files.size + 1}`
      files.set(ref, bytes)
      return { ref, name, mime: mime ?? null, size: bytes.length }
    },
  }
}
