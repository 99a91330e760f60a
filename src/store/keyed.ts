import { KeyvSqlite } from '@keyv/sqlite'
import { Keyv } from 'keyv'

/** Values that expire by themselves, by key. Times to live are real time. */
export type Keyed = {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown, ttlMs: number): Promise<void>
  delete(key: string): Promise<void>
  /** All values that have not expired. */
  values(): AsyncIterable<unknown>
}

/** The expiring store: each area has its own keys. */
export type KeyedAreas = { area(name: string): Keyed; sweep(realNow: number): Promise<number>; close(): Promise<void> }

const keysAPage = 1000

/** Opens the keyed store in a file (null: in memory). */
export async function openKeyed(file: string | null): Promise<KeyedAreas> {
  const backing =
    file === null ? null : new KeyvSqlite({ uri: `sqlite://${file}`, busyTimeout: 5000, iterationLimit: keysAPage })
  // The adapter's own `wal` option does nothing; once set on the file it stays.
  if (backing) await backing.query('pragma journal_mode = wal')
  // A killed process loses nothing; a power cut may cost the last drafts and buttons, which can be asked for again.
  if (backing) await backing.query('pragma synchronous = normal')
  const memory = new Map<string, unknown>()
  const keyvs = new Map<string, Keyv>()

  // Areas share one backing, whose own iterator gives those of the area that was opened last.
  async function keysOf(name: string): Promise<string[]> {
    const rows: { key: string }[] = backing
      ? await backing.query('select key from keyv where key like ?', [`${name}:%`])
      : [...memory.keys()].map((key) => ({ key }))
    return rows.flatMap(({ key }) => (key.startsWith(`${name}:`) ? [key.slice(name.length + 1)] : []))
  }

  const area = (name: string): Keyed => {
    const keyv = new Keyv({ namespace: name, store: backing ?? memory, throwOnErrors: true })
    keyvs.set(name, keyv)
    return {
      get: (key) => keyv.get(key),
      async set(key, value, ttlMs) {
        await keyv.set(key, value, ttlMs)
      },
      async delete(key) {
        await keyv.delete(key)
      },
      async *values() {
        for (const key of await keysOf(name)) {
          const value: unknown = await keyv.get(key)
          if (value !== undefined) yield value
        }
      },
    }
  }
  return {
    area,
    /** Expired values leave by themselves only when they are read: takes all of them out; returns how many. */
    async sweep(realNow) {
      if (backing) {
        const gone = "delete from keyv where json_extract(value, '$.expires') < ? returning key"
        const rows: unknown[] = await backing.query(gone, [realNow])
        return rows.length
      }
      let gone = 0
      for (const [name, keyv] of keyvs)
        for (const key of await keysOf(name)) if ((await keyv.get(key)) === undefined) gone += 1
      return gone
    },
    close: async () => {
      await backing?.disconnect()
    },
  }
}
