import { setTimeout as sleep } from 'node:timers/promises'
import { refusalOf } from './outcome.ts'

const firstWaitMs = 1_000
const longestWaitMs = 60_000

type Supervised = {
  poll(): Promise<void>
  stopped: AbortSignal
  /** Told of each end of polling that is not a stop. */
  lost(code: number, waitMs: number): void
}

/**
 * Keeps polling: another poller (409), a start without network, or an outage are waited out with growing pauses and some
 * jitter. A wrong token (401) ends it: nothing but the operator can mend that.
 */
export async function keepPolling({ poll, stopped, lost }: Supervised): Promise<void> {
  for (let failures = 0; !stopped.aborted; failures += 1) {
    try {
      await poll()
      return
    } catch (error) {
      const code = refusalOf(error)?.code ?? 0
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 6)) * (0.5 + Math.random())
      lost(code, waitMs)
      if (code === 401 || code === 404) return
      await sleep(waitMs, null, { signal: stopped }).catch(() => null)
    }
  }
}
