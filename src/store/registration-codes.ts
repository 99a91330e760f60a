import { type Db, sql } from './db.ts'

/** The next free code of a year: `DK-2024-0137`, counting on past 9999 with five digits. */
export async function nextCode(db: Db, year: number): Promise<string> {
  const stem = `DK-${year}-`
  const last = await db
    .selectFrom('registration')
    .select('code')
    .where('code', 'like', `${stem}%`)
    .orderBy(sql`length(code)`, 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.code.slice(stem.length) ?? 0) + 1
  return `${stem}${String(number).padStart(4, '0')}`
}
