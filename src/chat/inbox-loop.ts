import type { Core } from './core.ts'
import { handleInbox } from './handle.ts'
import type { TakeDown } from './incoming.ts'

export type InboxLoop = {
  /** Writes an event down and has it handled after the earlier ones of its chat; resolves when it is written. */
  takeDown(channel: string): TakeDown
  /** Takes up what an earlier process left unhandled. */
  takeUp(): Promise<void>
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>
}

/** Handles what is in the inbox: in order within a chat, chats side by side. */
export function createInboxLoop(core: Core): InboxLoop {
  const chats = new Map<string, Promise<void>>()

  function enqueue(chat: string, id: number): void {
    const after = (chats.get(chat) ?? Promise.resolve())
      .then(() => handleInbox(core, id))
      // Not even the apology could be written down: the row stays open, and is taken up at the next start.
      .catch((error: unknown) => core.failed({ incident: 'STORE', inboxId: id, error }))
    chats.set(chat, after)
    void after.finally(() => chats.get(chat) === after && chats.delete(chat))
  }

  return {
    takeDown:
      (channel) =>
      async ({ bot, updateId, incoming }) => {
        const row = {
          channel,
          bot,
          update_id: updateId,
          chat: incoming.chat,
          body: JSON.stringify(incoming),
          received_at: core.realClock.now(),
        }
        const id = await core.database.transaction((store) => store.inbox.add(row))
        if (id !== null) enqueue(`${channel}:${incoming.chat}`, id)
        return id !== null
      },
    async takeUp() {
      for (const { id, channel, chat } of await core.database.store.inbox.open()) enqueue(`${channel}:${chat}`, id)
    },
    async idle() {
      while (chats.size > 0) await Promise.all(chats.values())
    },
  }
}
