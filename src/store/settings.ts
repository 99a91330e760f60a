import type { ZodType } from 'zod'
import type { Db } from './db.ts'

/** Settings of the agency, one JSON value a key, validated by whoever reads them. */
export function createSettings(db: Db) {
  let touched = false
  return {
    /** Has anything been set through this store? */
    touched: () => touched,
    async get<Value>(key: string, schema: ZodType<Value>): Promise<Value | null> {
      const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
      return row ? schema.parse(JSON.parse(row.value)) : null
    },
    async set(key: string, value: unknown): Promise<void> {
      touched = true
      const text = JSON.stringify(value)
      await db
        .insertInto('setting')
        .values({ key, value: text })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
        .execute()
    },
  }
}
