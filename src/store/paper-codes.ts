import { type Db, sql } from './db.ts'
import type { PaperTable } from './paper-changes.ts'

const letters = { registration: 'DK', report: 'BC' }
const lastOfFour = 9999

/** The next free code of a year: `DK-2024-0137`, `BC-2024-0012`; counting on past 9999 with five digits. */
export async function nextCode(db: Db, table: PaperTable, year: number): Promise<string> {
  const [stem, after] = [year, year + 1].map((of) => `${letters[table]}-${of}-`) as [string, string]
  // As a range it is found by the index, at once however many there are.
  const all = db.selectFrom(table).select('code').where('code', '>=', stem).where('code', '<', after)
  const numberOf = (row: { code: string } | undefined) => Number(row?.code.slice(stem.length) ?? 0)
  const greatest = numberOf(await all.orderBy('code', 'desc').limit(1).executeTakeFirst())
  const byLength = all.orderBy(sql`length(code)`, 'desc').orderBy('code', 'desc').limit(1)
  // In the order of letters 9999 stands above all of five digits.
  const last = greatest === lastOfFour ? numberOf(await byLength.executeTakeFirst()) : greatest
  return `${stem}${String(last + 1).padStart(4, '0')}`
}
