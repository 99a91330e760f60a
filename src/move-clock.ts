import type { MovableClock } from './clock.ts'
import type { Instant } from './domain/day.ts'

type Moved = {
  clock: MovableClock
  /** The next instant after one at which something is due; null: nothing is. */
  nextDueAt(after: Instant): Promise<Instant | null>
  /** Does what is due by an instant. */
  runDue(until: Instant): Promise<void>
  /** Resolves when all is handled and sent; with how many messages went out. */
  settle(): Promise<number>
}

/** Moves the movable clock: stops at each instant at which something is due, so that everything happens in its order and at its time. */
export function createClockMover({
  clock,
  nextDueAt,
  runDue,
  settle,
}: Moved): (at: Instant) => Promise<{ sent: number }> {
  let moving: Promise<unknown> = Promise.resolve()

  async function move(at: Instant): Promise<{ sent: number }> {
    let sent = await settle()
    for (;;) {
      const next = await nextDueAt(clock.now())
      const stop = next === null || next > at ? at : next
      clock.set(stop)
      await runDue(stop)
      sent += await settle()
      if (stop === at) return { sent }
    }
  }

  return (at) => {
    const moved = moving.then(() => move(at))
    moving = moved.catch(() => null)
    return moved
  }
}
