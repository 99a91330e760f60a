import type { Incoming, IncomingFile, What } from '../chat/incoming.ts'
import { type QueuedMessage, queuedMessage } from '../chat/message.ts'
import type { Instant } from '../domain/day.ts'
import type { Language } from '../domain/person.ts'
import type { WebMessageRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Channel, SendOutcome, TakeDown } from './channel.ts'

const historyLength = 300
const chunk = 200

/** Who sends from a page. `id` is the page's own id of what it sends: sent five times, it is one message. */
type WebSender = { chat: string; id: string; displayName: string | null; language: Language }

type WebEntry = {
  id: number
  chat: string
  side: WebMessageRow['side']
  clientId: string | null
  replaces: number | null
  message: QueuedMessage
  at: Instant
}

type Listener = { chats: string[]; wake(): void; end(): void }

export type WebChannel = Channel & {
  /** The chat was opened, perhaps with a code; shows nothing of its own. */
  opens(from: WebSender, code: string | null): Promise<void>
  says(from: WebSender, text: string): Promise<void>
  /** A button of a message of this chat; false where that message has no such button. */
  presses(from: WebSender, entryId: number, token: string): Promise<boolean>
  sends(from: WebSender, file: { name: string; mime: string; bytes: Uint8Array }, caption: string): Promise<void>
  /** What stands in these chats after an id; from 0 the newest few hundred. */
  entries(chats: string[], after: number): Promise<WebEntry[]>
  entry(chat: string, id: number): Promise<WebEntry | null>
  /** Calls `wake` when one of these chats may have more, `end` when the channel stops; returns how to stop listening. */
  listen(listener: Listener): () => void
}

type Options = {
  messages: Store['webMessages']
  keepFile(bytes: Uint8Array): Promise<string>
  fileBytes(hash: string): Promise<Uint8Array | null>
  /** Calendar time, shown beside each message. */
  now(): Instant
  /** Where the world reaches the sign-in page (https), or null. */
  publicUrl: string | null
}

const entryOf = ({ client_id, body, ...row }: Omit<WebMessageRow, 'id'> & { id: number }): WebEntry => ({
  ...row,
  clientId: client_id,
  message: queuedMessage.parse(JSON.parse(body)),
})

const said = (text: string): QueuedMessage => ({ blocks: [{ kind: 'text', text }], buttons: [] })

/** The channel that is a page in a browser: what is said is kept, and pages are told that there is more to read. */
export function createWebChannel(options: Options): WebChannel {
  const { messages, now } = options
  const listeners = new Set<Listener>()
  const byChat = new Map<string, Set<Listener>>()
  let takeDown: TakeDown | null = null
  let stopped = false

  const keep = async (row: Omit<WebMessageRow, 'id' | 'body' | 'at'>, shown: QueuedMessage) => {
    const id = await messages.add({ ...row, body: JSON.stringify(shown), at: now() })
    for (const listener of byChat.get(row.chat) ?? []) listener.wake()
    return id
  }

  const hear = (listener: Listener) => {
    listeners.add(listener)
    for (const chat of listener.chats) byChat.set(chat, (byChat.get(chat) ?? new Set()).add(listener))
  }
  const forget = (listener: Listener) => {
    listeners.delete(listener)
    for (const chat of listener.chats) {
      byChat.get(chat)?.delete(listener)
      if (byChat.get(chat)?.size === 0) byChat.delete(chat)
    }
  }

  /** Shown first, then taken down: a page that repeats itself after a crash between the two loses nothing. */
  const arrive = async (from: WebSender, what: What, shown: QueuedMessage | null) => {
    if (!takeDown) throw new Error('The web chat is not listening yet.')
    const { chat, id, displayName, language } = from
    if (shown) await keep({ chat, side: 'person', client_id: id, replaces: null }, shown)
    const incoming: Incoming = { channel: 'web', chat, sender: chat, displayName, language, what }
    await takeDown({ bot: 'web', updateId: `${chat}:${id}`, incoming })
  }

  const entry = async (chat: string, id: number) => {
    const row = await messages.byId(chat, id)
    return row ? entryOf(row) : null
  }

  const send = async (chat: string, message: QueuedMessage, edits: string | null): Promise<SendOutcome> => {
    const replaces = edits === null ? null : Number(edits)
    const id = await keep({ chat, side: 'assistant', client_id: null, replaces }, message)
    return { state: 'sent', externalId: String(id) }
  }

  return {
    name: 'web',
    onOurPages: true,
    can: {
      buttons: true,
      edit: true,
      filesIn: true,
      filesOut: true,
      photos: 'bytes',
      markup: true,
      groups: false,
      deepLinks: options.publicUrl !== null,
      commandMenu: true,
      quota: false,
      deliverySignals: false,
      textLength: 20_000,
    },
    async start(handler) {
      takeDown = handler
      stopped = false
    },
    send: (chat, message, { edits }) => send(chat, message, edits),
    async download(file: IncomingFile) {
      const bytes = await options.fileBytes(file.ref)
      if (!bytes) throw new Error(`No file is kept under ${file.ref}.`)
      return bytes
    },
    ready: () => takeDown !== null,
    joinLink: (code) => (options.publicUrl ? `${options.publicUrl}/?code=${encodeURIComponent(code)}` : null),
    async stop() {
      takeDown = null
      stopped = true
      for (const listener of listeners) listener.end()
      listeners.clear()
      byChat.clear()
    },

    opens: (from, code) => arrive(from, { kind: 'start', code }, null),
    says: (from, text) => arrive(from, { kind: 'text', text }, said(text)),
    async presses(from, entryId, token) {
      const pressed = await entry(from.chat, entryId)
      const label = pressed?.message.buttons.find((button) => button.token === token)?.label
      if (label === undefined) return false
      await arrive(from, { kind: 'button', token }, said(label))
      return true
    },
    async sends(from, { name, mime, bytes }, caption) {
      const ref = await options.keepFile(bytes)
      const file: IncomingFile = { ref, name, mime: mime || null, size: bytes.byteLength }
      await arrive(from, { kind: 'file', file, caption }, { ...said(caption), attachment: { hash: ref, name, mime } })
    },
    async entries(chats, after) {
      const rows = after > 0 ? await messages.after(chats, after, chunk) : await messages.newest(chats, historyLength)
      return rows.map(entryOf)
    },
    entry,
    listen(listener) {
      if (stopped) listener.end()
      else hear(listener)
      return () => forget(listener)
    },
  }
}
