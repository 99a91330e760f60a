import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, ZaloClient } from './client.ts'

const firstWaitMs = 1_000
const longestWaitMs = 60_000

/** Why listening broke off: the code of Zalo's refusal, 0 for the network. */
export type Break = { code: number; waitMs: number }

export type Listening = {
  client: ZaloClient
  stopped: AbortSignal
  /** Is the platform connected just now? */
  connected(is: boolean): void
  lost(why: Break): void
}

/** By code: pauses for what only an operator, or the next day, can mend; milliseconds. */
type LongPauses = Record<number, number>

export const codeOf = (answer: Answer) => (answer.kind === 'refused' ? answer.code : 0)

/** How long to wait after so many failures running: growing, with some jitter. Null: it never helps (the token). */
function waitAfter(code: number, failures: number, long: LongPauses): number | null {
  if (code === 401) return null
  const usual = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 6))
  return (long[code] ?? usual) * (0.5 + Math.random() / 2)
}

/**
 * Does one round after another until it is stopped; `round` gives null where it went well, else what refused it. A wrong
 * token ends it: nothing but the operator can mend that.
 */
export async function keepOn(
  { stopped, connected, lost }: Listening,
  long: LongPauses,
  round: () => Promise<Answer | null>,
): Promise<void> {
  for (let failures = 0; !stopped.aborted; ) {
    const refusal = await round()
    if (stopped.aborted) return
    if (refusal === null) {
      failures = 0
      connected(true)
      continue
    }
    connected(false)
    const waitMs = waitAfter(codeOf(refusal), failures, long)
    lost({ code: codeOf(refusal), waitMs: Math.round(waitMs ?? 0) })
    if (waitMs === null) return
    failures += 1
    await rest(waitMs, stopped)
  }
}

/** Waits, or until it is stopped. */
export async function rest(ms: number, stopped: AbortSignal): Promise<void> {
  await sleep(ms, null, { signal: stopped }).catch(() => null)
}
