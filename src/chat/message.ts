import { z } from 'zod'

/** What a message is made of: plain words, or the words of a document. Markup is the channel's business. */
const block = z.object({
  kind: z.enum(['text', 'quote']),
  text: z.string(),
  /** Days that these words speak of, as they are written here, and the instant that each means. */
  days: z.array(z.object({ text: z.string(), at: z.number() })).optional(),
})
export type Block = z.infer<typeof block>

/** A file kept by its hash in the file store. */
const attachment = z.object({
  hash: z.string(),
  name: z.string(),
  mime: z.string(),
  /** What a picture shows, for whoever cannot see it. */
  alt: z.string().optional(),
  /** What stands in the message where the channel cannot show the picture. */
  instead: z.string().optional(),
})
export type Attachment = z.infer<typeof attachment>

/** What pressing a button does: the action `name` of the command or dialog `topic`. */
export const action = z.object({ topic: z.string(), name: z.string(), args: z.record(z.string(), z.unknown()) })
export type Action = z.infer<typeof action>

export type Button = { label: string; action: Action }

/** A question of a dialog, for a channel without buttons: what may be typed, and what of it stands in the words already. */
const question = z.object({
  /** The choices in the order of their numbers. */
  labels: z.array(z.string()),
  /** How many of them the words of the question list themselves, from the first. */
  listed: z.number(),
  /** A bare number is an answer of its own here. */
  plainNumbers: z.boolean(),
  /** What else may be typed: skip, back, save, cancel. */
  controls: z.array(z.string()),
  /** How many buttons, the first ones, are beside all that. */
  extras: z.number(),
})
export type Question = z.infer<typeof question>

/** What is said, before it is queued. Buttons: verbs of one to three words, at most six, the most likely first. */
export type Message = {
  blocks: Block[]
  buttons: Button[]
  attachment?: Attachment
  /** Messages of one slot in a chat replace each other where the channel can edit (progress). */
  slot?: string
  question?: Question
  /** A file is wanted in answer; where none can be sent, a page takes it. */
  wantsFile?: boolean
}

/** A message as it lies in the outbox: actions are kept in Keyv under a short token. */
export const queuedMessage = z.object({
  blocks: z.array(block),
  buttons: z.array(z.object({ label: z.string(), token: z.string() })),
  attachment: attachment.optional(),
  question: question.optional(),
  wantsFile: z.boolean().optional(),
})
export type QueuedMessage = z.infer<typeof queuedMessage>

/** Words (and buttons) → a message of one text block. */
export const message = (text: string, buttons: Button[] = []): Message => ({
  blocks: [{ kind: 'text', text }],
  buttons,
})

/** The same message, whose words speak of these days. */
export const markDays = (said: Message, days: NonNullable<Block['days']>): Message => ({
  ...said,
  blocks: said.blocks.map((one) => (one.kind === 'text' ? { ...one, days } : one)),
})

export const button = (label: string, topic: string, name: string, args: Action['args'] = {}): Button => ({
  label,
  action: { topic, name, args },
})

/** The action that every command has without declaring it: it runs as if its name had been typed with a tail. */
export const runAction = 'run'

/** A button that asks for a command. */
export const commandButton = (label: string, command: string, tail = ''): Button =>
  button(label, command, runAction, { tail })
