import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** What a repository speaks through: the database, or one transaction of it. Never use both at once. */
export type Db = Kysely<Schema> | Transaction<Schema>

export { sql }

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A new id: twelve letters and digits that cannot be mistaken for each other (about 59 random bits). */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
}
