import { digestOccasions, digestTimes, digestTimesKey, usualDigestTimes } from '../domain/digest-times.ts'
import type { Occasion } from '../domain/occasions.ts'
import type { Store } from '../store/store.ts'

/** When heads hear the digest, by the setting; by default Monday morning and Friday afternoon. */
export async function digestsOf(store: Store): Promise<Occasion[]> {
  return digestOccasions((await store.settings.get(digestTimesKey, digestTimes)) ?? usualDigestTimes)
}
