import { z } from 'zod'
import { type Message, queuedMessage } from '../chat/message.ts'
import type { Reader } from '../chat/reminder-matters.ts'
import type { Store } from '../store/store.ts'

/** What an outbox row holds: words that are fixed, or what to compose at the moment of sending. */
export const outboxBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), message: queuedMessage }),
  z.object({ type: z.literal('compose'), composer: z.string(), args: z.record(z.string(), z.unknown()) }),
])

export type Composing = Reader

/** Writes a message at the moment of sending; null where there is nothing left to say (it is dropped, and that is recorded). */
export type Composer = (store: Store, args: Record<string, unknown>, composing: Composing) => Promise<Message | null>
