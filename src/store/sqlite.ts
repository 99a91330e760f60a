import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'

const cachedStatements = 500

function wrap(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...(values as SQLInputValue[])),
    run: (values) => statement.run(...(values as SQLInputValue[])),
    iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
  }
}

function withCache(db: DatabaseSync): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>()
  return {
    close: () => db.close(),
    prepare(text) {
      // A deferred transaction that reads before it writes fails at once beside another writer.
      const sql = text === 'begin' ? 'begin immediate' : text
      const known = cache.get(sql)
      if (known) return known
      const statement = wrap(db.prepare(sql))
      if (cache.size >= cachedStatements) cache.delete(cache.keys().next().value ?? '')
      cache.set(sql, statement)
      return statement
    },
  }
}

/**
 * A Kysely dialect over a SQLite file (or ':memory:'): write-ahead log, foreign keys on, every commit synced to disk;
 * not `synced` only where what a power cut takes is no loss (a test's file).
 */
export function sqliteDialect(file: string, { synced = true } = {}): SqliteDialect {
  const db = new DatabaseSync(file, { timeout: 5000 })
  db.exec(`pragma journal_mode = wal; pragma synchronous = ${synced ? 'full' : 'off'}; pragma foreign_keys = on`)
  return new SqliteDialect({ database: withCache(db) })
}
