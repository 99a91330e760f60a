import type { Channel, SendOutcome } from '../../src/channels/channel.ts'
import type { QueuedMessage } from '../../src/chat/message.ts'

/** What a person sees of one message in the chat: its words, its buttons, its file. */
export type Seen = { text: string; labels: string[]; file: { name: string; bytes: string } | null }

export type Doing = { says: string } | { presses: string } | { opens: string } | { sends: string; bytes: Uint8Array }

/** A channel with one person on the other side of it, in the chat "7". */
export type Platform = {
  channel: Channel
  /** The person does something; `again` makes the platform deliver it once more. */
  does(what: Doing): Promise<{ again(): Promise<void> }>
  send(message: QueuedMessage, options?: { edits?: string | null; file?: Uint8Array | null }): Promise<SendOutcome>
  /** What stands in the chat, oldest first. */
  seen(): Promise<Seen[]>
  end(): Promise<void>
}

export const words = ({ blocks }: QueuedMessage): string => blocks.map(({ text }) => text).join('\n')
export const labelsOf = ({ buttons }: QueuedMessage): string[] => buttons.map(({ label }) => label)

/** What stands after some messages have taken the place of others. */
export function standing(said: { id: string; replaces: string | null; seen: Seen }[]): Seen[] {
  const kept: { id: string; seen: Seen }[] = []
  for (const { id, replaces, seen } of said) {
    const place = kept.findIndex((one) => one.id === replaces)
    if (place >= 0) kept[place] = { id, seen }
    else kept.push({ id, seen })
  }
  return kept.map(({ seen }) => seen)
}
