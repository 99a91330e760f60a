import { z } from 'zod'
import { languages } from '../domain/person.ts'

/** A file somebody sent: `ref` is what its channel downloads it by. */
export const incomingFile = z.object({
  ref: z.string(),
  name: z.string(),
  mime: z.string().nullable(),
  size: z.number().nullable(),
})
export type IncomingFile = z.infer<typeof incomingFile>

const what = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** `token` as the outbox gave it; the channel itself acknowledges the press. */
  z.object({ kind: z.literal('button'), token: z.string() }),
  z.object({ kind: z.literal('file'), file: incomingFile, caption: z.string() }),
  /** The chat was opened, perhaps by a deep link that carries a code. */
  z.object({ kind: z.literal('start'), code: z.string().nullable() }),
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('returned') }),
  /** Slow work that this chat began has ended (store/tasks.ts). */
  z.object({ kind: z.literal('task'), taskId: z.string(), name: z.string(), result: z.unknown() }),
  /** Something the channel cannot hand on: a sticker, a voice message. */
  z.object({ kind: z.literal('unsupported') }),
  /** A group goes on under another id. */
  z.object({ kind: z.literal('moved'), chat: z.string() }),
  /** A group has another title. */
  z.object({ kind: z.literal('titled') }),
])

/** One thing that happened in a chat, whatever the channel. Stored as JSON in the inbox before it is acknowledged. */
export const incoming = z.object({
  channel: z.string(),
  chat: z.string(),
  sender: z.string(),
  /** The name the platform shows; chosen by its user, proves nothing. */
  displayName: z.string().nullable(),
  language: z.enum(languages).nullable(),
  what,
  /** Said in a group, where the group is the sender; `by` is whoever spoke, null where the platform hides that. */
  group: z.object({ title: z.string(), by: z.string().nullable() }).optional(),
})
export type Incoming = z.infer<typeof incoming>
export type InGroup = NonNullable<Incoming['group']>
export type What = Incoming['what']

/** Takes down what happened before the platform is told that it was received. False: it was there already. */
export type TakeDown = (event: { bot: string; updateId: string; incoming: Incoming }) => Promise<boolean>
