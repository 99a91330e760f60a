import type { Instant } from '../domain/day.ts'
import type { Language } from '../domain/person.ts'
import { type Db, newId, sql } from './db.ts'
import type { AccountRow } from './schema.ts'

type Seen = { channel: string; chat: string; sender: string; language: Language | null; at: Instant }

/** Chats of people on channels. An account without a person is a stranger's. */
export function createAccounts(db: Db) {
  const byId = (id: string) => db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  return {
    byId,
    bySender: (channel: string, sender: string) =>
      db
        .selectFrom('account')
        .selectAll()
        .where('channel', '=', channel)
        .where('sender', '=', sender)
        .executeTakeFirst(),
    /** The account behind an incoming event, made on first sight; hearing from it ends a block. */
    async seen({ channel, chat, sender, language, at }: Seen): Promise<AccountRow> {
      return db
        .insertInto('account')
        .values({
          id: newId(),
          channel,
          chat,
          sender,
          language,
          person_id: null,
          linked_at: null,
          last_seen_at: at,
          blocked_at: null,
          rank: null,
        })
        .onConflict((conflict) =>
          conflict.columns(['channel', 'sender']).doUpdateSet({ chat, last_seen_at: at, blocked_at: null }),
        )
        .returningAll()
        .executeTakeFirstOrThrow()
    },
    async link(id: string, personId: string | null, at: Instant): Promise<void> {
      await db
        .updateTable('account')
        .set({ person_id: personId, linked_at: at, rank: null })
        .where('id', '=', id)
        .execute()
    },
    async setLanguage(id: string, language: Language): Promise<void> {
      await db.updateTable('account').set({ language }).where('id', '=', id).execute()
    },
    /** The chat has another id from now on, and with it whoever writes there. */
    async move(id: string, chat: string): Promise<void> {
      await db.updateTable('account').set({ chat, sender: chat, blocked_at: null }).where('id', '=', id).execute()
    },
    async block(id: string, at: Instant | null): Promise<void> {
      await db.updateTable('account').set({ blocked_at: at }).where('id', '=', id).execute()
    },
    /** Writes to these accounts in this order from now on. */
    async rank(ids: string[]): Promise<void> {
      for (const [rank, id] of ids.entries())
        await db.updateTable('account').set({ rank }).where('id', '=', id).execute()
    },
    /** A person's accounts in the order they chose; without a choice the one last heard from first. */
    ofPerson: (personId: string) =>
      db
        .selectFrom('account')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy(sql`rank is null`)
        .orderBy('rank')
        .orderBy('last_seen_at', 'desc')
        .orderBy('id')
        .execute(),
  }
}
