import { z } from 'zod'
import type { Incoming, What } from '../../chat/incoming.ts'

const message = z.object({
  message_id: z.string().min(1),
  from: z.object({ id: z.string().min(1), display_name: z.string().catch(''), is_bot: z.boolean().catch(false) }),
  chat: z.object({ id: z.string().min(1), chat_type: z.string() }),
  text: z.string().optional(),
  caption: z.string().optional(),
  // The documents say `photo`, the service sends `photo_url`.
  photo_url: z.string().optional(),
  photo: z.string().optional(),
})
const event = z.object({ event_name: z.string(), message })
const wrapped = z.object({ result: event })
export type ZaloEvent = z.infer<typeof event>

/** A body as an event: flat as the service sends it, or wrapped as the documents show it; null for anything else. */
export function readEvent(body: unknown): ZaloEvent | null {
  const flat = event.safeParse(body)
  if (flat.success) return flat.data
  const inside = wrapped.safeParse(body)
  return inside.success ? inside.data.result : null
}

/** What nothing can be made of: protected people's messages and documents come as "unsupported", without a name. */
const kept = new Set(['message.sticker.received', 'message.voice.received', 'message.unsupported.received'])

/** Null: an event of no concern. `mayFetch`: is a picture's address one that pictures come from? */
function whatOf({ event_name, message }: ZaloEvent, mayFetch: (url: string) => boolean): What | null {
  const { text, caption = '', photo_url, photo } = message
  if (event_name === 'message.image.received') {
    const url = photo_url ?? photo ?? ''
    if (!mayFetch(url)) return { kind: 'unsupported' }
    // Neither a name nor a kind is told: what it is, its content says.
    const file = { ref: url, name: 'photo.jpg', mime: null, size: null }
    return { kind: 'file', file, caption: caption.normalize('NFC') }
  }
  if (kept.has(event_name)) return { kind: 'unsupported' }
  return event_name.startsWith('message.') && text !== undefined ? { kind: 'text', text: text.normalize('NFC') } : null
}

/** An event as what happened in a private chat; null for groups, for bots, and for what is of no concern. */
export function readIncoming(given: ZaloEvent, mayFetch: (url: string) => boolean): Incoming | null {
  const { from, chat } = given.message
  if (chat.chat_type !== 'PRIVATE' || from.is_bot) return null
  const what = whatOf(given, mayFetch)
  if (!what) return null
  const displayName = from.display_name.trim().normalize('NFC') || null
  return { channel: 'zalo', chat: chat.id, sender: from.id, displayName, language: null, what }
}
