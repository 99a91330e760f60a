import { type Ladders, laddersKey, laddersSchema, usualLadders } from '../domain/ladders.ts'
import type { Store } from '../store/store.ts'

/** The agency's ladders as they are set, else as usual. */
export const readLadders = async ({ settings }: Pick<Store, 'settings'>): Promise<Ladders> =>
  (await settings.get(laddersKey, laddersSchema)) ?? usualLadders
