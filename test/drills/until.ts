import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for something that another process does; says what it waited for where that does not come. */
export async function until(what: string, isSo: () => boolean, withinMs = 20_000): Promise<void> {
  for (const end = performance.now() + withinMs; performance.now() < end; await sleep(5)) if (isSo()) return
  throw new Error(`Not within ${withinMs} ms: ${what}.`)
}
