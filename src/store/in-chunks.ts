import type { CompiledQuery, InsertObject } from 'kysely'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

/** So many rows a statement, the rest in smaller ones: each is worded once, and not anew for every number of rows. */
const sizes = [500, 50, 1]

type Table = 'reminder' | 'outbox'
const worded = new Map<string, CompiledQuery>()

/**
 * Inserts many rows, some hundreds a statement; a row whose key stands there already is left out. Gives the rows of those
 * statements that left one out: what they hold may be there under another message.
 */
export async function inChunks<Into extends Table, One>(
  db: Db,
  table: Into,
  ones: One[],
  toRow: (one: One) => InsertObject<Schema, Into>,
): Promise<One[]> {
  const doubtful: One[] = []
  let at = 0
  for (const size of sizes)
    for (; at + size <= ones.length; at += size) {
      const some = ones.slice(at, at + size)
      const { numAffectedRows } = await db.executeQuery(worder(db, table, some.map(toRow)))
      if (Number(numAffectedRows) < size) doubtful.push(...some)
    }
  return doubtful
}

/** The statement for rows, which have the same columns in the same order whenever they go into this table. */
function worder<Into extends Table>(db: Db, table: Into, rows: InsertObject<Schema, Into>[]): CompiledQuery {
  const name = `${table} ${rows.length}`
  const known = worded.get(name)
  if (known) return { ...known, parameters: rows.flatMap((row) => Object.values(row)) }
  const query = db
    .insertInto(table)
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
  const compiled = query.compile()
  worded.set(name, compiled)
  return compiled
}
