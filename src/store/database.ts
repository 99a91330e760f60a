import { readdirSync } from 'node:fs'
import { type Dialect, Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { createGroupCommit } from './group-commit.ts'
import type { Schema } from './schema.ts'
import { createStore, type Store } from './store.ts'

export type Database = {
  store: Store
  /**
   * Runs work on a store bound to one transaction: all of it stays, or nothing. Inside, use only the store given
   * (another would wait for this one for ever) and wait for nothing slow.
   */
  transaction<Result>(work: (store: Store) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const folder = new URL('./migrations/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<Migration>))
  return Object.fromEntries(files.map((file, index) => [file.slice(0, -3), modules[index] as Migration]))
}

const newerSentence =
  'The database was written by a newer version of this program: start that version, or put back the copy of DATA_DIR from before the upgrade.'
/** kysely's word for migrations in the database that this program does not have. */
const isNewer = (error: unknown) => error instanceof Error && error.message.includes('corrupted migrations')

/** A store that only reads a database which another process has opened and keeps at the newest migration. */
export function openReader(dialect: Dialect): { store: Store; close(): Promise<void> } {
  const db = new Kysely<Schema>({ dialect })
  return { store: createStore(db), close: () => db.destroy() }
}

/** Opens a database, brings it to the newest migration, and gives its store. */
export async function openDatabase(dialect: Dialect): Promise<Database> {
  const db = new Kysely<Schema>({ dialect })
  const { error } = await new Migrator({ db, provider: { getMigrations: readMigrations } }).migrateToLatest()
  if (error) throw isNewer(error) ? new Error(newerSentence, { cause: error }) : error
  return {
    store: createStore(db),
    transaction: createGroupCommit(db),
    close: () => db.destroy(),
  }
}
