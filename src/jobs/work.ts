import type { Core } from '../chat/core.ts'
import type { TakeDown } from '../chat/incoming.ts'
import type { AccountRow, TaskRow } from '../store/schema.ts'
import { watchTask } from './task-watch.ts'
import type { TellProgress, WorkProgress } from './tell-progress.ts'

/** `signal`: the work was called off; `report` tells the chat how far it is. */
export type Job = { signal: AbortSignal; report(progress: WorkProgress): void }

/** Does one kind of slow work: payload → result. Errors of the outside world are results, not throws. */
export type Work = (payload: Record<string, unknown>, account: AccountRow, job: Job) => Promise<unknown>

export type Worker = {
  wake(): void
  idle(): Promise<void>
  /** Takes up at once what a dead process was working on. */
  start(): Promise<void>
  /** Breaks off what is being worked on; the next process begins it anew. */
  stop(): Promise<void>
}

type Working = Pick<Core, 'database' | 'realClock'> & {
  works: Record<string, Work>
  takeDown: (channel: string) => TakeDown
  tellProgress?: TellProgress
  /** Tasks worked on side by side: behind a long scan a short text need not wait. */
  atOnce?: number
  /** `task`: the work that broke; null where the store could not be reached. */
  broke: (task: TaskRow | null, error: unknown) => void
}

const leaseMs = 120_000
const tries = 3

/** Does tasks, the oldest first; each result goes back into the inbox of the chat that began it, once. */
export function createWorker(working: Working): Worker {
  const { database, realClock, atOnce = 1 } = working
  const hands = new Set<Promise<void>>()
  let again = false
  const closing = new AbortController()

  async function round(): Promise<void> {
    do {
      again = false
      const task = await database.transaction((store) => store.tasks.claim(realClock.now(), leaseMs))
      if (!task) continue
      again = true
      if (hands.size < atOnce) wake()
      await workOn(working, task, closing.signal)
    } while (again && !closing.signal.aborted)
  }

  function wake(): void {
    if (closing.signal.aborted) return
    again = true
    if (hands.size >= atOnce) return
    const hand: Promise<void> = round()
      .catch((error: unknown) => {
        again = false
        working.broke(null, error)
      })
      .finally(() => {
        hands.delete(hand)
        if (again) wake()
      })
    hands.add(hand)
  }
  return {
    wake,
    async idle() {
      wake()
      while (hands.size > 0) await Promise.all(hands)
    },
    async start() {
      await database.store.tasks.release()
      wake()
    },
    async stop() {
      closing.abort()
      await Promise.all(hands)
    },
  }
}

async function workOn(working: Working, task: TaskRow, closing: AbortSignal): Promise<void> {
  const { store } = working.database
  const account = await store.accounts.byId(task.account_id)
  const work = working.works[task.kind]
  if (account && work) {
    const result = await attempt(working, work, task, account, closing)
    // The next process takes it up again.
    if (closing.aborted) return
    // Called off: nobody waits for it any more.
    if ((await store.tasks.byId(task.id))?.state === 'cancelled') return
    const { channel, chat, sender, language } = account
    const what = { kind: 'task' as const, taskId: task.id, name: task.kind, result }
    await working.takeDown(channel)({
      bot: 'task',
      updateId: task.id,
      incoming: { channel, chat, sender, displayName: null, language, what },
    })
  }
  await store.tasks.end(task.id, 'done')
}

/** A task that breaks, or broke the process `tries` times, ends with the reason 'failed'. */
async function attempt(
  working: Working,
  work: Work,
  task: TaskRow,
  account: AccountRow,
  closing: AbortSignal,
): Promise<unknown> {
  if (task.attempts > tries) return { ok: false, reason: 'failed' }
  const broke = (error: unknown) => working.broke(task, error)
  const watch = watchTask(working, task, { leaseMs, broke })
  const tell = working.tellProgress?.(task, account)
  const report = (progress: WorkProgress) => void tell?.(progress).catch(broke)
  const signal = AbortSignal.any([watch.signal, closing])
  try {
    return await work(JSON.parse(task.payload), account, { signal, report })
  } catch (error) {
    // What was called off may well break.
    if (!signal.aborted) broke(error)
    return { ok: false, reason: 'failed' }
  } finally {
    watch.end()
  }
}
