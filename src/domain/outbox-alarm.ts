import type { Instant } from './day.ts'

/** The kind of a message about messages that do not go out: it waits behind none of them, and takes any channel that works. */
export const alarmKind = 'alarm'

/** The outcome of a message whose channel has none left for now: it waits for the quota, and that is told by itself. */
export const quotaSpent = 'channel: 429'

/** A message that has been due for longer is old: somebody is not being told. */
const oldAfterMs = 10 * 60_000

/** When the oldest waiting message will be too old, or already is; null: none waits. */
export const oldAt = (oldestDueAt: Instant | null): Instant | null =>
  oldestDueAt === null ? null : oldestDueAt + oldAfterMs
