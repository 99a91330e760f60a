import { setTimeout as sleep } from 'node:timers/promises'

/** Does what must not be given up lightly: tried again with growing pauses (milliseconds) before its error comes out. */
export async function insist<Result>(work: () => Promise<Result>, tries = 5, waitMs = 200): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (tries <= 1) throw error
    await sleep(waitMs)
    return insist(work, tries - 1, waitMs * 2)
  }
}
