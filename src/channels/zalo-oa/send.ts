import { z } from 'zod'
import type { QueuedMessage } from '../../chat/message.ts'
import type { Instant } from '../../domain/day.ts'
import type { SendOptions, SendOutcome } from '../channel.ts'
import type { Api } from './api.ts'
import { attach } from './attach.ts'
import type { Reply } from './client.ts'
import { meaningOf, outcomeOf } from './outcome.ts'
import { type OaMessage, renderMessages, templateData } from './render.ts'
import { windowAt } from './sending-window.ts'

export type Sending = {
  api: Api
  /** The template for whoever was not heard from for a week; null: there is none. */
  template: string | null
  usePaid: boolean
  now(): Instant
  /** Told of what only the operator can mend. */
  trouble(code: number): void
}

const sentIds = z.object({ message_id: z.coerce.string().optional(), msg_id: z.coerce.string().optional() })

function sentAs(data: unknown): SendOutcome {
  const { message_id: id, msg_id: otherId } = sentIds.catch({}).parse(data)
  return { state: 'sent', externalId: id ?? otherId ?? null }
}

/** Sends a message in the window that is open: freely, for money where that is wanted, by template after a week. */
export async function sendMessage(
  sending: Sending,
  chat: string,
  message: QueuedMessage,
  options: SendOptions,
): Promise<SendOutcome> {
  const window = windowAt(options.lastHeardAt, sending.now())
  if (window === 'closed') return sendTemplate(sending, chat, message, 'not heard from for 7 days')
  if (window === 'paid' && !sending.usePaid)
    return { state: 'failed', reason: 'not heard from for 48 hours, and messages that cost are not wanted' }
  const { attachment } = message
  const attached = attachment ? await attach(sending.api, { attachment, ...options }) : null
  if (attached?.kind === 'impossible')
    return { state: 'failed', reason: 'this kind of file cannot be sent, and has no address' }
  if (attached?.kind === 'failed') return ended(sending, attached.reply)
  const messages = renderMessages(message, attached?.kind === 'line' ? attached.text : null)
  return sendAll(sending, chat, message, {
    messages: attached?.kind === 'message' ? [attached.message, ...messages] : messages,
    pace: options.pace,
  })
}

type Parts = { messages: OaMessage[]; pace: SendOptions['pace'] }

/** All parts in order; where a later one fails after an earlier one arrived, the outcome is unknown, not retried from the start. */
async function sendAll(
  sending: Sending,
  chat: string,
  whole: QueuedMessage,
  { messages, pace }: Parts,
): Promise<SendOutcome> {
  let last: SendOutcome = { state: 'failed', reason: 'nothing to say' }
  for (const [index, one] of messages.entries()) {
    if (index > 0) await pace()
    const reply = await sending.api.message(chat, one)
    // Zalo counts from what it heard, which may be less than we did.
    if (index === 0 && isWindow(reply)) return sendTemplate(sending, chat, whole, 'outside the window')
    last = reply.kind === 'done' ? sentAs(reply.data) : ended(sending, reply)
    if (last.state !== 'sent')
      return index > 0 && last.state === 'retry' ? { state: 'unknown', reason: last.reason } : last
  }
  return last
}

const isWindow = (reply: Reply) => reply.kind === 'refused' && meaningOf(reply.code) === 'window'

async function sendTemplate(
  sending: Sending,
  chat: string,
  message: QueuedMessage,
  reason: string,
): Promise<SendOutcome> {
  const { template, api } = sending
  if (template === null) return { state: 'failed', reason: `${reason}; no template is set` }
  const reply = await api.template(chat, template, templateData(message))
  return reply.kind === 'done' ? sentAs(reply.data) : ended(sending, reply)
}

function ended(sending: Sending, reply: Exclude<Reply, { kind: 'done' }>): SendOutcome {
  if (reply.kind === 'refused' && meaningOf(reply.code) === 'operator') sending.trouble(reply.code)
  return outcomeOf(reply)
}
