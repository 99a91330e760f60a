import { digestTimesOf } from '../chat/digest-times.ts'
import { digestOccasions } from '../domain/digest-times.ts'
import type { Occasion } from '../domain/occasions.ts'
import type { Store } from '../store/store.ts'

/** The occasions of the digests as they are set. */
export const digestsOf = async (store: Store): Promise<Occasion[]> => digestOccasions(await digestTimesOf(store))
