import type { QueuedMessage } from '../../chat/message.ts'
import type { SendOptions, SendOutcome } from '../channel.ts'
import type { Client } from './client.ts'
import { outcomeOf, refusalOf } from './outcome.ts'
import { captionLength, type Part, renderKeyboard, renderParts } from './render.ts'

/** What Telegram shows as a picture, of at most so many bytes; anything else goes as a file. */
const pictures = new Set(['image/png', 'image/jpeg'])
const largestPicture = 10 * 1024 * 1024

type Call = { method: string; payload: Record<string, unknown>; part: Part | null }

/** The calls that a message becomes: its parts, the last with the buttons; a short text goes as the file's caption. */
function callsFor(chat: string, message: QueuedMessage, { edits, file }: Pick<SendOptions, 'edits' | 'file'>): Call[] {
  const keyboard = renderKeyboard(message)
  const parts = renderParts(message)
  const only = parts.length === 1 ? (parts[0] ?? null) : null
  const markup = keyboard ? { reply_markup: keyboard } : {}
  const base = { chat_id: Number(chat) }
  if (message.attachment && file) {
    const caption = only && only.plain.length <= captionLength ? only : null
    const bytes = { source: Buffer.from(file), filename: message.attachment.name }
    const isPicture = pictures.has(message.attachment.mime) && file.length <= largestPicture
    const upload = isPicture ? { photo: bytes } : { document: bytes }
    const words = (caption ? [] : parts).map((part) => textCall(base, part, {}))
    return [
      ...words,
      {
        method: isPicture ? 'sendPhoto' : 'sendDocument',
        payload: { ...base, ...upload, ...captionOf(caption), ...markup },
        part: caption,
      },
    ]
  }
  if (edits !== null && only) {
    return [
      {
        method: 'editMessageText',
        payload: { ...base, message_id: Number(edits), ...textOf(only), ...markup },
        part: only,
      },
    ]
  }
  return parts.map((part, index) => textCall(base, part, index === parts.length - 1 ? markup : {}))
}

const textOf = ({ html }: Part) => ({ text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } })
const captionOf = (caption: Part | null) => (caption ? { caption: caption.html, parse_mode: 'HTML' } : {})
const textCall = (base: object, part: Part, markup: object): Call => ({
  method: 'sendMessage',
  payload: { ...base, ...textOf(part), ...markup },
  part,
})

/**
 * Sends all parts in order; where a later part fails after an earlier one arrived, the outcome is unknown, not retried
 * from the start. Rejects where the chat goes on under another id.
 */
export async function sendParts(
  client: Client,
  chat: string,
  message: QueuedMessage,
  options: SendOptions,
): Promise<SendOutcome> {
  let externalId: string | null = null
  for (const [index, call] of callsFor(chat, message, options).entries()) {
    if (index > 0) await options.pace()
    const outcome = await sendOne(client, call, () => sendParts(client, chat, message, { ...options, edits: null }))
    if (outcome.state !== 'sent')
      return index > 0 && outcome.state === 'retry' ? { state: 'unknown', reason: outcome.reason } : outcome
    externalId = outcome.externalId
  }
  return { state: 'sent', externalId }
}

async function sendOne(client: Client, call: Call, sendAnew: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return sentAs(await client.call(call.method, call.payload))
  } catch (error) {
    const { code, description, movedTo } = refusalOf(error) ?? { code: 0, description: '', movedTo: null }
    if (movedTo !== null) throw error
    if (code === 400 && description.includes('message is not modified'))
      return { state: 'sent', externalId: String(call.payload.message_id) }
    if (code === 400 && call.method === 'editMessageText') return sendAnew()
    if (code === 400 && description.includes("can't parse entities") && call.part)
      return sendPlain(client, call, call.part)
    if (code === 400 && call.method === 'sendPhoto' && /photo|image/.test(description)) return sendAsFile(client, call)
    return outcomeOf(error)
  }
}

/** The same without markup: better plain words than none. */
async function sendPlain(client: Client, { method, payload }: Call, { plain }: Part): Promise<SendOutcome> {
  const { parse_mode: _markup, ...rest } = payload
  const words = 'caption' in payload ? { caption: plain } : { text: plain }
  return client.call(method, { ...rest, ...words }).then(sentAs, outcomeOf)
}

/** What Telegram cannot show as a picture is still a file. */
function sendAsFile(client: Client, { payload }: Call): Promise<SendOutcome> {
  const { photo: document, ...rest } = payload
  return client.call('sendDocument', { ...rest, document }).then(sentAs, outcomeOf)
}

function sentAs(result: unknown): SendOutcome {
  const id = typeof result === 'object' && result !== null && 'message_id' in result ? String(result.message_id) : null
  return { state: 'sent', externalId: id }
}
