import type { Incoming, InGroup, What } from '../../chat/incoming.ts'
import type { TelegramMessage, Update } from './updates.ts'

/** Who the bot is: its name is known once it has introduced itself. */
export type Me = { id: number; username: string | null }

/** Telegram's own account behind which anonymous admins of a group write. */
const groupAnonymousBot = 1087968824

export const isGroup = (type: string): boolean => type === 'group' || type === 'supergroup'

// "/hanchot@thidua_bot tháng 11": a command, perhaps for a certain bot
const command = /^\/\w+(?:@(?<bot>\w+))?/
// "/start@thidua_bot K7QF-2M9P", as Telegram sends it for a link that adds the bot to a group
const start = /^\/start(?:@\w+)?(?:\s+(?<code>\S+))?\s*$/i

const mention = (username: string) => new RegExp(`(?<![\\w@])@${username}(?!\\w)`, 'gi')

/** Is this said to the bot: a command of its own, an answer to it, or its name in the words? */
function isForMe({ text, caption, reply_to_message: answered }: TelegramMessage, { id, username }: Me): boolean {
  const words = text ?? caption ?? ''
  const typed = command.exec(words)
  if (typed) return typed.groups?.bot === undefined || typed.groups.bot.toLowerCase() === username?.toLowerCase()
  return answered?.from?.id === id || (username !== null && mention(username).test(words))
}

/** Anonymous admins, channels and other bots are nobody: no person can be known behind them. */
const speakerOf = ({ from, sender_chat }: Pick<TelegramMessage, 'from' | 'sender_chat'>): string | null =>
  from && !sender_chat && !from.is_bot && from.id !== groupAnonymousBot ? String(from.id) : null

function whatWasSaid(said: TelegramMessage, me: Me): What | null {
  if (said.migrate_to_chat_id !== undefined) return { kind: 'moved', chat: String(said.migrate_to_chat_id) }
  if (said.new_chat_title !== undefined) return { kind: 'titled' }
  if (!isForMe(said, me)) return null
  const { text } = said
  // A file is not even looked at: nothing is taken in a group.
  if (text === undefined) return { kind: 'unsupported' }
  const opened = start.exec(text)
  if (opened) return { kind: 'start', code: opened.groups?.code ?? null }
  const words = me.username && !command.test(text) ? text.replace(mention(me.username), ' ').trim() : text
  return { kind: 'text', text: words.normalize('NFC') }
}

/** The bot came into a group, or is out of it; null where only its rights changed. */
function whatBecameOfMe({ old_chat_member: before, new_chat_member: now }: NonNullable<Update['my_chat_member']>) {
  const isIn = (member: typeof now | undefined) =>
    member !== undefined && member.status !== 'left' && member.status !== 'kicked' && member.is_member !== false
  if (isIn(before) === isIn(now)) return null
  return { kind: isIn(now) ? 'returned' : 'blocked' } as const
}

/** What happened in a group and is of concern: the group is the sender, whoever spoke stands beside. */
export function readGroupUpdate(given: Update, me: Me): Incoming | null {
  const { message: said, callback_query: press, my_chat_member: member } = given
  const of = (chat: { id: number; title?: string | undefined }, by: InGroup['by'], what: What | null) =>
    what && {
      ...{ channel: 'telegram', chat: String(chat.id), sender: String(chat.id), displayName: null, language: null },
      ...{ what, group: { title: (chat.title ?? '').normalize('NFC'), by } },
    }
  if (said) return of({ ...said.chat, ...titleOf(said) }, speakerOf(said), whatWasSaid(said, me))
  if (press?.data && press.message)
    return of(press.message.chat, String(press.from.id), { kind: 'button', token: press.data })
  return member ? of(member.chat, speakerOf(member), whatBecameOfMe(member)) : null
}

const titleOf = ({ new_chat_title: title }: TelegramMessage) => (title === undefined ? {} : { title })
