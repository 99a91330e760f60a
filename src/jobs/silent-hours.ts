import type { Instant } from '../domain/day.ts'
import { isOfficeTime } from '../domain/occasions.ts'
import { inOfficeHours } from '../domain/quota.ts'
import type { OutboxRow } from '../store/schema.ts'
import type { Delivery } from './send-row.ts'

/** Somebody who was heard from so recently is at it just now: news of what was done does not disturb. */
const conversingMs = 30 * 60_000

/** Outside office hours only answers go out, and news to somebody who is writing just now: when the others may go; null: at once. */
export async function silentUntil(
  { database, clock, calendar, zone }: Pick<Delivery, 'database' | 'clock' | 'calendar' | 'zone'>,
  { account_id, person_id, kind }: Pick<OutboxRow, 'account_id' | 'person_id' | 'kind'>,
): Promise<Instant | null> {
  const now = clock.now()
  const isAnswer = account_id !== null && kind !== 'group'
  if (isAnswer || isOfficeTime(now, { calendar, zone })) return null
  const accounts = person_id ? await database.store.accounts.ofPerson(person_id) : []
  const isConversing = accounts.some(({ last_seen_at }) => now - Number(last_seen_at ?? 0) <= conversingMs)
  return isConversing ? null : inOfficeHours(now, { calendar, zone })
}
