import type { Kysely } from 'kysely'
import { sql } from './db.ts'
import type { Schema } from './schema.ts'
import { createStore, type Store } from './store.ts'

type Job = { work(store: Store): Promise<unknown>; resolve(result: unknown): void; reject(error: unknown): void }

/** So many at most share one commit: the first of them waits for the last. */
const mostTogether = 16

/**
 * Transactions on a database with one writer: those that wait share a commit, each behind its own savepoint. A commit
 * waits for the disk, which costs more than the work; together they wait once. Each resolves when it is on disk; one
 * that fails is undone alone.
 */
export function createGroupCommit(db: Kysely<Schema>) {
  const waiting: Job[] = []
  let running = false

  async function commitGroup(): Promise<void> {
    const group: Job[] = []
    const ends: (() => void)[] = []
    try {
      await db.transaction().execute(async (trx) => {
        const store = createStore(trx)
        for (let job = waiting.shift(); job; job = group.length < mostTogether ? waiting.shift() : undefined) {
          group.push(job)
          ends.push(await attempt(job, store, (statement) => sql.raw(statement).execute(trx)))
        }
      })
      for (const end of ends) end()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) await commitGroup()
    running = false
  }

  return <Result>(work: (store: Store) => Promise<Result>): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Job['resolve'], reject })
      if (!running) void run()
    })
}

/** Does one job behind a savepoint; gives what to tell its caller once all is committed. */
async function attempt(
  { work, resolve, reject }: Job,
  store: Store,
  run: (statement: string) => Promise<unknown>,
): Promise<() => void> {
  await run('savepoint job')
  try {
    const result = await work(store)
    await run('release savepoint job')
    return () => resolve(result)
  } catch (error) {
    await run('rollback to savepoint job')
    await run('release savepoint job')
    return () => reject(error)
  }
}
