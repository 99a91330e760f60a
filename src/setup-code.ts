import type { Instant } from './domain/day.ts'
import type { Store } from './store/store.ts'

const validDays = 7
const dayMs = 24 * 60 * 60 * 1000

/**
 * Makes the single-use code by which the first admin (or one in place of the last) comes in, and ends earlier ones.
 * `given` is the operator's own; where that was used once, another is made: each lets in one person.
 */
export async function makeSetupCode(store: Store, realNow: Instant, given?: string): Promise<string> {
  await store.invitations.retire({ purpose: 'setup' }, realNow)
  const isSpent = given !== undefined && (await store.invitations.find(given))?.used_at
  return store.invitations.make({ purpose: 'setup' }, realNow + validDays * dayMs, isSpent ? undefined : given)
}

/** Is there nobody who could let others in? Then the program needs a setup code at start. */
export async function lacksAdmin(store: Store): Promise<boolean> {
  return !(await store.people.memberships()).some(({ role }) => role === 'admin')
}
