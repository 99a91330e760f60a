import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './store/database.ts'
import { createFileStore, type FileStore } from './store/file-store.ts'
import { type KeyedAreas, openKeyed } from './store/keyed.ts'
import { sqliteDialect } from './store/sqlite.ts'

export type Stores = { database: Database; keyed: KeyedAreas; files: FileStore; close(): Promise<void> }

/** Opens everything that is kept, making the folders where they are missing. */
export async function openStores(
  config: Pick<Config, 'dataDir' | 'databaseFile' | 'keyedFile' | 'filesDir'>,
): Promise<Stores> {
  await mkdir(config.dataDir, { recursive: true })
  if (config.databaseFile !== ':memory:') await mkdir(dirname(config.databaseFile), { recursive: true })
  const database = await openDatabase(sqliteDialect(config.databaseFile))
  const keyed = await openKeyed(config.keyedFile)
  return {
    ...{ database, keyed, files: createFileStore(config.filesDir) },
    async close() {
      await keyed.close()
      await database.close()
    },
  }
}
