import type { Instant } from '../domain/day.ts'
import type { Member } from '../domain/person.ts'
import type { Store } from '../store/store.ts'
import { formatAge } from '../texts/age.ts'
import type { Texts } from '../texts/texts.ts'
import { formatList } from '../texts/whose.ts'

const weekMs = 7 * 86_400_000
/** What has waited for less is on its way. */
const onItsWayMs = 60_000

/** For admins: how many messages wait and for how long, and what did not get through this week, by cause; nothing for others. */
export async function deliveryNotes(
  store: Store,
  { memberships }: Member,
  { texts, now }: { texts: Texts; now: Instant },
): Promise<string[]> {
  if (!memberships.some(({ role }) => role === 'admin')) return []
  const { waiting, oldestDueAt } = await store.outbox.depth(now)
  const failures = await store.deliveryReport.failuresSince(now - weekMs)
  const causes = failures.map(({ cause, count }) => texts.t(`delivery.${cause}`, { count }))
  return [
    ...(oldestDueAt === null || now - oldestDueAt < onItsWayMs
      ? []
      : [texts.t('delivery.waiting', { count: waiting, age: formatAge(texts, now - oldestDueAt) })]),
    ...(causes.length > 0 ? [texts.t('delivery.failures', { list: formatList(texts, causes) })] : []),
  ]
}
