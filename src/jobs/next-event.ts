import type { Instant } from '../domain/day.ts'
import { nextEvent } from '../domain/next-event.ts'
import type { Reckoning } from '../domain/occasions.ts'
import type { Store } from '../store/store.ts'
import { digestsOf } from './digest-times.ts'
import { askedOn } from './reminders.ts'

/** The next instant after one at which somebody will hear something; null where nothing is ahead. */
export async function nextEventAfter(store: Store, after: Instant, reckoning: Reckoning): Promise<Instant | null> {
  const obligations = await store.obligations.find({})
  const pauses = await store.reminders.pausesAfter('')
  const reported = await store.reminders.reported()
  const mornings = [...pauses.map(({ untilDay }) => untilDay), ...reported.map(({ at }) => askedOn(at, reckoning))]
  const told = [
    nextEvent({ obligations, mornings, digests: await digestsOf(store) }, after, reckoning),
    await store.outbox.nextDueAt(after),
    await store.plannedPlans.nextAt(after),
  ]
  return told.filter((at) => at !== null).sort((one, other) => one - other)[0] ?? null
}
