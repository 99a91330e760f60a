import { z } from 'zod'
import type { Incoming, What } from '../../chat/incoming.ts'
import { isGroup, type Me, readGroupUpdate } from './group-updates.ts'

const user = z.object({
  id: z.number(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().default(''),
})
const chat = z.object({ id: z.number(), type: z.string(), title: z.string().optional() })
const member = z.object({ status: z.string(), is_member: z.boolean().optional() })
const file = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
})

const message = z.object({
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  document: file.optional(),
  photo: z.array(file).optional(),
  sender_chat: z.object({ id: z.number() }).optional(),
  reply_to_message: z.object({ from: user.optional() }).optional(),
  new_chat_title: z.string().optional(),
  migrate_to_chat_id: z.number().optional(),
})

/** The parts of an update that are read; everything else of it is left alone. */
export const update = z.object({
  update_id: z.number(),
  message: message.optional(),
  callback_query: z
    .object({ id: z.string(), from: user, data: z.string().optional(), message: z.object({ chat }).optional() })
    .optional(),
  my_chat_member: z
    .object({ chat, from: user, old_chat_member: member.optional(), new_chat_member: member })
    .optional(),
})
export type Update = z.infer<typeof update>
export type TelegramMessage = z.infer<typeof message>

export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

// "/start K7QF-2M9P", as a deep link sends it
const start = /^\/start(?:@\w+)?(?:\s+(?<code>\S+))?\s*$/i

function whatOf({ text, caption = '', document, photo }: TelegramMessage): What {
  const opened = text === undefined ? null : start.exec(text)
  if (opened) return { kind: 'start', code: opened.groups?.code ?? null }
  if (text !== undefined) return { kind: 'text', text: text.normalize('NFC') }
  const sent = document ?? photo?.at(-1)
  if (!sent) return { kind: 'unsupported' }
  const name = (sent.file_name ?? 'photo.jpg').normalize('NFC')
  const mime = sent.mime_type ?? (document ? null : 'image/jpeg')
  return {
    kind: 'file',
    file: { ref: sent.file_id, name, mime, size: sent.file_size ?? null },
    caption: caption.normalize('NFC'),
  }
}

type From = { from: z.infer<typeof user>; chat: z.infer<typeof chat> }

/** An update as what happened in a private chat or a group; null for channels, and for what is of no concern. */
export function readUpdate(given: Update, me: Me): Incoming | null {
  const { message: said, callback_query: press, my_chat_member: member } = given
  const where = said?.chat ?? press?.message?.chat ?? member?.chat
  if (where && isGroup(where.type)) return readGroupUpdate(given, me)
  const of = ({ from, chat: where }: From, what: What): Incoming | null => {
    if (where.type !== 'private') return null
    const displayName = `${from.first_name} ${from.last_name}`.trim().normalize('NFC') || null
    return { channel: 'telegram', chat: String(where.id), sender: String(from.id), displayName, language: null, what }
  }
  if (said?.from) return of({ from: said.from, chat: said.chat }, whatOf(said))
  if (press?.data && press.message)
    return of({ from: press.from, chat: press.message.chat }, { kind: 'button', token: press.data })
  if (member) return of(member, { kind: member.new_chat_member.status === 'kicked' ? 'blocked' : 'returned' })
  return null
}
