import { type Db, sql } from './db.ts'
import type { PaperTable } from './paper-changes.ts'

const letters = { registration: 'DK', report: 'BC' }

/** The next free code of a year: `DK-2024-0137`, `BC-2024-0012`; counting on past 9999 with five digits. */
export async function nextCode(db: Db, table: PaperTable, year: number): Promise<string> {
  const stem = `${letters[table]}-${year}-`
  const last = await db
    .selectFrom(table)
    .select('code')
    .where('code', 'like', `${stem}%`)
    .orderBy(sql`length(code)`, 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.code.slice(stem.length) ?? 0) + 1
  return `${stem}${String(number).padStart(4, '0')}`
}
