import { z } from 'zod'
import type { Keyed } from './keyed.ts'

const record = z.object({ count: z.int(), since: z.number() })

/** Counts uses of a key in the keyed store; true while there were fewer than `most` within `perMs` of real time. */
export function createThrottle(keyed: Keyed, now: () => number) {
  return async (key: string, most: number, perMs: number): Promise<boolean> => {
    const found = record.safeParse(await keyed.get(key))
    const { count, since } = found.success && found.data.since > now() - perMs ? found.data : { count: 0, since: now() }
    if (count >= most) return false
    await keyed.set(key, { count: count + 1, since }, perMs)
    return true
  }
}
