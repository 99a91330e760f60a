import { dayOf, timeOf } from '../domain/day.ts'
import { formatDay } from '../texts/days.ts'
import type { Texts } from '../texts/texts.ts'
import type { Chat, RoomEntry } from './room.ts'

/** What every browser shows by itself, and none runs. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** A kept message → what the page shows: no hashes, days and times in words, a link for its file. */
export function presentEntry(entry: RoomEntry, chats: Chat[], texts: Texts, zone: string) {
  const { id, side, clientId, replaces, message, at } = entry
  const chat = chats.find(({ sender }) => sender === entry.chat)?.key ?? ''
  const day = dayOf(at, zone)
  const file = message.attachment && {
    name: message.attachment.name,
    isPicture: pictures.includes(message.attachment.mime),
    alt: message.attachment.alt ?? '',
    href: `/chat/files/${id}?chat=${encodeURIComponent(chat)}`,
  }
  return {
    id,
    chat,
    side,
    clientId,
    replaces,
    blocks: message.blocks,
    buttons: message.buttons,
    file: file ?? null,
    at,
    day: formatDay(texts, day),
    time: timeOf(at, zone),
  }
}
