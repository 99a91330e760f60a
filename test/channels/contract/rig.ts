import type { Channel } from '../../../src/channels/channel.ts'
import type { Incoming, TakeDown } from '../../../src/chat/incoming.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { sqliteDialect } from '../../../src/store/sqlite.ts'

/** A message as a person sees it in the end: edits are in it. */
export type Shown = { text: string; buttons: string[]; file: { name: string; bytes: Uint8Array } | null }

/** One channel with a person on it, who does what its platform lets people do. */
export type Rig = {
  channel: Channel
  /** The person's chat. */
  chat: string
  /** What was taken down from the person, each event once. */
  taken(): Incoming[]
  says(text: string): Promise<void>
  /** Presses the button `label` of the message that is `back` before the newest with such a button. */
  presses(label: string, back?: number): Promise<void>
  sends(file: { name: string; bytes: Uint8Array }): Promise<void>
  /** Comes into the chat with a code, as this platform lets people come. */
  opens(code: string): Promise<void>
  /** The platform delivers what the person did last once more. */
  repeats(): Promise<void>
  /** Null: people cannot block the bot there. */
  blocks: (() => Promise<void>) | null
  returns: (() => Promise<void>) | null
  shows(): Promise<Shown[]>
  /** Keeps bytes for an attachment; gives their hash. */
  keeps(bytes: Uint8Array): Promise<string>
  close(): Promise<void>
}

/** What stands behind a channel beside the rig's own inbox: an office that answers, and its files. */
export type Behind = { takeDown(channel: string): TakeDown; fileBytes(hash: string): Promise<Uint8Array | null> }

/** A real inbox behind a channel: an update taken down before is not taken again. */
export async function openInbox(behind?: Behind) {
  const database = await openDatabase(sqliteDialect(':memory:'))
  const taken: Incoming[] = []
  const takeDown =
    (channel: string): TakeDown =>
    async ({ bot, updateId, incoming }) => {
      const row = { channel, bot, update_id: updateId, chat: incoming.chat, body: JSON.stringify(incoming) }
      const isNew = (await database.store.inbox.add({ ...row, received_at: 0 })) !== null
      if (isNew) taken.push(incoming)
      if (isNew) await behind?.takeDown(channel)({ bot, updateId, incoming })
      return isNew
    }
  return { database, taken, takeDown }
}
