import { z } from 'zod'
import { type Message, queuedMessage } from '../chat/message.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { Day, Instant } from '../domain/day.ts'
import type { Member } from '../domain/person.ts'
import type { Store } from '../store/store.ts'
import type { Texts } from '../texts/texts.ts'

/** What an outbox row holds: words that are fixed, or what to compose at the moment of sending. */
export const outboxBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), message: queuedMessage }),
  z.object({ type: z.literal('compose'), composer: z.string(), args: z.record(z.string(), z.unknown()) }),
])

export type Composing = {
  member: Member
  now: Instant
  today: Day
  zone: string
  texts: Texts
  calendar: Calendar
  /** How far this person has got with registering for a plan; null where nothing is begun. */
  draftOf?(planId: string): Promise<{ done: number; of: number | null } | null>
}

/** Writes a message at the moment of sending; null where there is nothing left to say (it is dropped, and that is recorded). */
export type Composer = (store: Store, args: Record<string, unknown>, composing: Composing) => Promise<Message | null>
