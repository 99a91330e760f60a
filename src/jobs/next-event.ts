import { readLadders } from '../chat/read-ladders.ts'
import { dayOf, type Instant } from '../domain/day.ts'
import { nextEvent } from '../domain/next-event.ts'
import type { Reckoning } from '../domain/occasions.ts'
import type { Store } from '../store/store.ts'
import { askedOn } from './ask-reported.ts'
import { digestsOf } from './digest-times.ts'

/** The next instant after one at which somebody will hear something; null where nothing is ahead. */
export async function nextEventAfter(store: Store, after: Instant, reckoning: Reckoning): Promise<Instant | null> {
  const obligations = await store.obligations.find({ today: dayOf(after, reckoning.zone) })
  const pauses = await store.reminders.pausesAfter('')
  const reported = await store.reminders.reported()
  const mornings = [...pauses.map(({ untilDay }) => untilDay), ...reported.map(({ at }) => askedOn(at, reckoning))]
  const told = [
    nextEvent(
      { obligations, ladders: await readLadders(store), mornings, digests: await digestsOf(store) },
      after,
      reckoning,
    ),
    await store.outbox.nextDueAt(after),
    await store.plannedPlans.nextAt(after),
  ]
  return told.filter((at) => at !== null).sort((one, other) => one - other)[0] ?? null
}
