import type { Core } from '../chat/core.ts'
import type { TaskRow } from '../store/schema.ts'

const lookEveryMs = 1_000
const renewEvery = 30

/**
 * Looks after a task while it is worked on: its lease is renewed, since a long scan outlasts it, and when the chat that
 * began it has called it off, `signal` says so. Give `end` when the work is done.
 */
export function watchTask(
  { database, realClock }: Pick<Core, 'database' | 'realClock'>,
  task: TaskRow,
  { leaseMs, broke }: { leaseMs: number; broke: (error: unknown) => void },
) {
  const { tasks } = database.store
  const stop = new AbortController()
  let looks = 0
  const look = async () => {
    looks += 1
    if ((await tasks.byId(task.id))?.state === 'cancelled') stop.abort()
    else if (looks % renewEvery === 0) await tasks.renew(task.id, realClock.now() + leaseMs)
  }
  const timer = setInterval(() => void look().catch(broke), lookEveryMs)
  return { signal: stop.signal, end: () => clearInterval(timer) }
}
