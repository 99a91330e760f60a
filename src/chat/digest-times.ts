import { type DigestTimes, digestTimes, digestTimesKey, usualDigestTimes } from '../domain/digest-times.ts'
import type { Store } from '../store/store.ts'

/** When heads hear the digest, by the setting; by default Monday morning and Friday afternoon. */
export const digestTimesOf = async ({ settings }: Pick<Store, 'settings'>): Promise<DigestTimes> =>
  (await settings.get(digestTimesKey, digestTimes)) ?? usualDigestTimes
