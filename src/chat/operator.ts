import { dayOf } from '../domain/day.ts'
import type { Turn } from './turn.ts'

/** A session at a shared account ends with the day, and after so long without a word. */
const sessionMs = 4 * 60 * 60 * 1000

/** Who sits at a shared account in this session, as they said; null where nobody has said, or the account is one person's. */
export async function operatorOf(
  turn: Pick<Turn, 'person' | 'account' | 'store' | 'now' | 'today' | 'zone'>,
): Promise<string | null> {
  if (!turn.person?.shared) return null
  const sat = await turn.store.sharedAccounts.operatorOf(turn.account.id)
  if (!sat || dayOf(sat.at, turn.zone) !== turn.today || turn.now - sat.at > sessionMs) return null
  return sat.name
}

/** Asks who sits at a shared account, at the start of a session; true where that had to be asked first. */
export async function askOperator(turn: Turn, after: { command: string; tail: string } | null): Promise<boolean> {
  if (!turn.person?.shared) return false
  const name = await operatorOf(turn)
  if (name === null) {
    await turn.begin('nguoithaotac', { after })
    return true
  }
  await turn.store.sharedAccounts.sit(turn.account.id, name, turn.now)
  return false
}
