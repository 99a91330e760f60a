import type { Db } from './db.ts'
import { sql } from './db.ts'

/** Tables whose rows keep no file alive once they are dealt with: what they led to stands elsewhere. */
const passing: Record<string, string> = {
  inbox: 'done_at is null',
  task: "state in ('waiting', 'running')",
  audit: '1 = 0',
}

const hash = /[0-9a-f]{64}/g
const isText = /char|text/i

/** Which files of the file store the database speaks of, in whatever table and column: a table that is new is looked through as well. */
export function createFileReferences(db: Db) {
  return {
    async all(): Promise<Set<string>> {
      const found = new Set<string>()
      for (const { name, columns } of await db.introspection.getTables())
        for (const column of columns.filter(({ dataType }) => isText.test(dataType)))
          for (const value of await mentions(db, name, column.name))
            for (const [one] of value.matchAll(hash)) found.add(one)
      return found
    },
  }
}

/** Values that may hold a hash: alone, or beside its name in JSON. */
async function mentions(db: Db, table: string, column: string): Promise<string[]> {
  const at = sql.ref(column)
  const live = sql.raw(passing[table] ?? '1 = 1')
  const { rows } = await sql<{ value: string }>`
    select ${at} as value from ${sql.table(table)}
    where ${live} and (length(${at}) = 64 or ${at} like '%hash%' or ${at} like '%"ref"%')`.execute(db)
  return rows.map(({ value }) => value)
}
