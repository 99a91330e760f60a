import type { QueuedMessage } from '../../chat/message.ts'
import type { SendOptions, SendOutcome } from '../channel.ts'
import { splitText } from '../split-text.ts'
import type { ZaloClient } from './client.ts'
import type { Judge } from './outcome.ts'

/** Zalo takes 2,000 characters and does not say of what kind: so many UTF-16 units are safe. */
export const textLength = 1_900

type Call = { method: 'sendMessage' | 'sendPhoto'; payload: Record<string, string> }

/** The words of a document stand in “…”: Zalo's markup has no known way to escape signs, so there is none. */
const plain = ({ kind, text }: QueuedMessage['blocks'][number]) =>
  kind === 'quote' && text.trim() !== '' && !text.startsWith('“') ? `“${text}”` : text

/** A message's words as parts that Zalo takes: as many blocks in one as fit. */
function renderParts({ blocks }: Pick<QueuedMessage, 'blocks'>): string[] {
  const parts: string[] = []
  for (const text of blocks.flatMap((block) => splitText(plain(block), textLength))) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + text.length + 1 <= textLength) parts[parts.length - 1] = `${last}\n${text}`
    else parts.push(text)
  }
  return parts.filter((part) => part.trim() !== '')
}

const textCall = (chat: string, text: string): Call => ({ method: 'sendMessage', payload: { chat_id: chat, text } })

/** The calls that a message becomes. A picture is fetched by Zalo from its address, with a short text below it. */
function callsFor(chat: string, message: QueuedMessage, address: string | null): Call[] {
  const parts = renderParts(message)
  const isPicture = message.attachment?.mime.startsWith('image/') && address !== null
  if (!isPicture) return parts.map((text) => textCall(chat, text))
  const caption = parts.length === 1 ? parts[0] : undefined
  const words = caption === undefined ? parts.map((text) => textCall(chat, text)) : []
  const payload = { chat_id: chat, photo: address, ...(caption !== undefined && { caption }) }
  return [...words, { method: 'sendPhoto', payload }]
}

/** A picture's address that Zalo does not take is said in words: better a link than nothing. */
const asWords = ({ payload }: Call): Call =>
  textCall(payload.chat_id ?? '', [payload.caption ?? '', payload.photo ?? ''].filter(Boolean).join('\n'))

type Sending = { client: ZaloClient; judge: Judge }

/** Sends all parts in order; where a later part fails after an earlier one arrived, the outcome is unknown. */
export async function sendParts(
  { client, judge }: Sending,
  chat: string,
  message: QueuedMessage,
  { address, pace }: Pick<SendOptions, 'address' | 'pace'>,
): Promise<SendOutcome> {
  let last: SendOutcome = { state: 'sent', externalId: null }
  for (const [index, call] of callsFor(chat, message, address).entries()) {
    if (index > 0) await pace()
    last = judge.paused() ?? (await sendOne({ client, judge }, chat, call))
    if (last.state !== 'sent')
      return index > 0 && last.state === 'retry' ? { state: 'unknown', reason: last.reason } : last
  }
  return last
}

async function sendOne(sending: Sending, chat: string, call: Call): Promise<SendOutcome> {
  const answer = await sending.client.call(call.method, call.payload)
  const isPhotoRefused = answer.kind === 'refused' && answer.code === 400 && /photo/.test(answer.description)
  if (call.method === 'sendPhoto' && isPhotoRefused) return sendOne(sending, chat, asWords(call))
  return sending.judge.judge(chat, answer)
}
