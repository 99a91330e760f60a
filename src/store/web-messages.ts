import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'
import type { WebMessageRow } from './schema.ts'

type NewRow = Omit<WebMessageRow, 'id'>

const numbered = <Row extends { id: number; at: Instant; replaces: number | null }>(row: Row): Row => ({
  ...row,
  id: Number(row.id),
  at: Number(row.at),
})

/** What was said in chats on the web, by both sides; ids rise, so that a page can ask for what came after one. */
export function createWebMessages(db: Db) {
  const ofChats = (chats: string[]) => db.selectFrom('web_message').selectAll().where('chat', 'in', chats)
  return {
    /** Keeps a message; null where this client's message stands there already. */
    async add(row: NewRow): Promise<number | null> {
      const added = await db
        .insertInto('web_message')
        .values(row)
        .onConflict((conflict) => conflict.columns(['chat', 'client_id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      return added ? Number(added.id) : null
    },
    /** The messages of these chats after an id, oldest first. */
    async after(chats: string[], id: number, most: number) {
      const rows = await ofChats(chats).where('id', '>', id).orderBy('id').limit(most).execute()
      return rows.map(numbered)
    },
    /** The newest messages of these chats, oldest first. */
    async newest(chats: string[], most: number) {
      const rows = await ofChats(chats).orderBy('id', 'desc').limit(most).execute()
      return rows.reverse().map(numbered)
    },
    async byId(chat: string, id: number) {
      const row = await ofChats([chat]).where('id', '=', id).executeTakeFirst()
      return row && numbered(row)
    },
    /** Forgets messages from before an instant; returns how many. */
    async sweep(before: Instant): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('web_message').where('at', '<', before).executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  }
}
