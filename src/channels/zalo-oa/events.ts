import { z } from 'zod'
import type { Incoming, IncomingFile, What } from '../../chat/incoming.ts'
import { tokenOf } from './button-payload.ts'

const text = z.union([z.string(), z.number()]).transform(String)
/** Ids exceed what a number holds: one that comes as a number is another's id by now. */
const id = z.string().min(1)
const party = z.object({ id, display_name: z.string().optional() })

const attachment = z.object({
  payload: z.looseObject({
    url: z.string().optional(),
    name: z.string().optional(),
    /** Bytes, as text or number. */
    size: z.coerce.number().optional().catch(undefined),
  }),
})

/** What of an event is needed to check its signature; anything may be missing. */
export const envelope = z.object({
  timestamp: text.optional().catch(undefined),
  oa_id: id.optional().catch(undefined),
  recipient: z.object({ id }).optional().catch(undefined),
})

/** The parts of an event that are read; everything else of it is left alone. */
export const event = z.object({
  event_name: z.string(),
  timestamp: text.optional(),
  sender: party.optional(),
  follower: party.optional(),
  message: z
    .object({
      msg_id: id.optional(),
      text: z.string().optional(),
      attachments: z.array(attachment).optional().catch([]),
    })
    .optional(),
})
export type OaEvent = z.infer<typeof event>

export type Taken = { updateId: string; incoming: Incoming }

// "/start K7QF-2M9P", typed by hand: Zalo has no links that carry a code
const start = /^\/start(?:\s+(?<code>\S+))?\s*$/iu

function whatOfText(typed: string): What {
  const token = tokenOf(typed)
  if (token) return { kind: 'button', token }
  const opened = start.exec(typed)
  if (opened) return { kind: 'start', code: opened.groups?.code ?? null }
  return { kind: 'text', text: typed.normalize('NFC') }
}

type Message = NonNullable<OaEvent['message']>

/** Each file or picture of a message; the words come with the first. */
function whatsOfFiles(message: Message, kind: 'file' | 'image'): What[] {
  const files = (message.attachments ?? []).flatMap(({ payload }) => (payload.url ? [fileOf(payload, kind)] : []))
  if (files.length === 0) return [{ kind: 'unsupported' }]
  const caption = (message.text ?? '').normalize('NFC')
  return files.map((file, index) => ({ kind: 'file', file, caption: index === 0 ? caption : '' }))
}

function fileOf(
  { url = '', name, size }: { url?: string | undefined; name?: string | undefined; size?: number | undefined },
  kind: 'file' | 'image',
): IncomingFile {
  const usual = kind === 'image' ? 'photo.jpg' : 'file'
  const mime = kind === 'image' ? 'image/jpeg' : null
  return { ref: url, name: (name || usual).normalize('NFC'), mime, size: size ?? null }
}

const says: Record<string, (message: Message) => What[]> = {
  user_send_text: ({ text = '' }) => [whatOfText(text)],
  user_send_link: ({ text }) => [text ? whatOfText(text) : { kind: 'unsupported' }],
  user_send_file: (message) => whatsOfFiles(message, 'file'),
  user_send_image: (message) => whatsOfFiles(message, 'image'),
  user_send_sticker: () => [{ kind: 'unsupported' }],
  user_send_gif: () => [{ kind: 'unsupported' }],
  user_send_audio: () => [{ kind: 'unsupported' }],
  user_send_video: () => [{ kind: 'unsupported' }],
  user_send_location: () => [{ kind: 'unsupported' }],
  user_send_business_card: () => [{ kind: 'unsupported' }],
}
const follows: Record<string, What> = { follow: { kind: 'start', code: null }, unfollow: { kind: 'blocked' } }

/** An event as what happened in a private chat; nothing for groups, strangers without an account, and our own messages. */
export function readEvent(given: OaEvent): Taken[] {
  const { event_name, message, sender, follower = sender, timestamp = '' } = given
  const of = (person: z.infer<typeof party>, what: What): Incoming => ({
    ...{ channel: 'zalo-oa', chat: person.id, sender: person.id, language: null, what },
    displayName: person.display_name?.trim().normalize('NFC') || null,
  })
  const followed = follows[event_name]
  if (followed && follower)
    return [{ updateId: `${event_name}:${follower.id}:${timestamp}`, incoming: of(follower, followed) }]
  if (!message || !sender) return []
  const id = message.msg_id ?? `${event_name}:${sender.id}:${timestamp}`
  return (says[event_name]?.(message) ?? []).map((what, index) => ({
    updateId: index === 0 ? id : `${id}:${index}`,
    incoming: of(sender, what),
  }))
}
