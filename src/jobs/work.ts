import type { Core } from '../chat/core.ts'
import type { TakeDown } from '../chat/incoming.ts'
import type { AccountRow, TaskRow } from '../store/schema.ts'

/** Does one kind of slow work: payload → result. Errors of the outside world are results, not throws. */
export type Work = (payload: Record<string, unknown>, account: AccountRow) => Promise<unknown>

export type Worker = {
  wake(): void
  idle(): Promise<void>
  /** Takes up at once what a dead process was working on. */
  start(): Promise<void>
  stop(): Promise<void>
}

type Working = Pick<Core, 'database' | 'realClock'> & {
  works: Record<string, Work>
  takeDown: (channel: string) => TakeDown
  /** `task`: the work that broke; null where the store could not be reached. */
  broke: (task: TaskRow | null, error: unknown) => void
}

const leaseMs = 120_000
const tries = 3

/** Does tasks one after another; each result goes back into the inbox of the chat that began it, once. */
export function createWorker(working: Working): Worker {
  const { database, realClock } = working
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  async function round(): Promise<void> {
    do {
      again = false
      const task = await database.transaction((store) => store.tasks.claim(realClock.now(), leaseMs))
      if (!task) continue
      again = true
      await workOn(working, task)
    } while (again && !stopped)
  }

  function wake(): void {
    if (stopped) return
    again = true
    running ??= round()
      .catch((error: unknown) => {
        again = false
        working.broke(null, error)
      })
      .finally(() => {
        running = undefined
        if (again) wake()
      })
  }
  return {
    wake,
    async idle() {
      wake()
      while (running !== undefined) await running
    },
    async start() {
      await database.store.tasks.release()
      wake()
    },
    async stop() {
      stopped = true
      await running
    },
  }
}

async function workOn(working: Working, task: TaskRow): Promise<void> {
  const { store } = working.database
  const account = await store.accounts.byId(task.account_id)
  const work = working.works[task.kind]
  if (account && work) {
    const result = await attempt(working, work, task, account)
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
async function attempt(working: Working, work: Work, task: TaskRow, account: AccountRow): Promise<unknown> {
  if (task.attempts > tries) return { ok: false, reason: 'failed' }
  try {
    return await work(JSON.parse(task.payload), account)
  } catch (error) {
    working.broke(task, error)
    return { ok: false, reason: 'failed' }
  }
}
