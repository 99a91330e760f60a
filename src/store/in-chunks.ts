import type { Compilable, InsertObject } from 'kysely'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

/** Values of one statement: below what either database takes as parameters. */
const mostValues = 30_000

/**
 * Inserts many rows, a few thousand a statement; a row whose key stands there already is left out. The statement of a
 * full chunk is written once: of a million rows its words, and not the database, would take the time.
 */
export async function inChunks<Table extends 'reminder' | 'outbox', One>(
  db: Db,
  table: Table,
  ones: One[],
  toRow: (one: One) => InsertObject<Schema, Table>,
): Promise<void> {
  const [first] = ones
  if (first === undefined) return
  const mostRows = Math.floor(mostValues / Object.keys(toRow(first)).length)
  const write = (rows: InsertObject<Schema, Table>[]) =>
    db
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
  const full = ones.length > mostRows ? compileFull(write(ones.slice(0, mostRows).map(toRow))) : null
  for (let at = 0; at < ones.length; at += mostRows) {
    const rows = ones.slice(at, at + mostRows).map(toRow)
    if (full && rows.length === mostRows) await db.executeQuery(full(rows))
    else await write(rows).execute()
  }
}

/** The compiled statement, with the values of other rows of the same columns in the same order. */
function compileFull<Row extends object>(query: Compilable) {
  const compiled = query.compile()
  return (rows: Row[]) => ({ ...compiled, parameters: rows.flatMap((row) => Object.values(row)) })
}
