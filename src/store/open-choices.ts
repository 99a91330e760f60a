import { z } from 'zod'
import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'

const kept = z.array(z.object({ number: z.number(), label: z.string(), token: z.string() }))
type Choice = z.infer<typeof kept>[number]
type OpenList = { mark: string; choices: Choice[]; source: string }

/** The choices that may be typed in a chat without buttons: one list without a letter, and some with one. */
export function createOpenChoices(db: Db) {
  return {
    /** The lists of an account, the newest first. */
    async of(accountId: string): Promise<OpenList[]> {
      const rows = await db
        .selectFrom('open_choice')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('at', 'desc')
        .execute()
      return rows.map(({ mark, choices, source }) => ({ mark, choices: kept.parse(JSON.parse(choices)), source }))
    },
    /** Opens a list in the place of the one with its letter; without choices it only closes that one. */
    async put(accountId: string, { mark, choices, source }: OpenList, at: Instant): Promise<void> {
      const row = { choices: JSON.stringify(choices), source, at }
      await db
        .insertInto('open_choice')
        .values({ account_id: accountId, mark, ...row })
        .onConflict((conflict) => conflict.columns(['account_id', 'mark']).doUpdateSet(row))
        .execute()
    },
  }
}
