import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incoming } from '../../src/chat/incoming.ts'
import { createMovableClock, type MovableClock } from '../../src/clock.ts'
import { createWorker, type Work, type Worker } from '../../src/jobs/work.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

const leaseMs = 120_000
let database: Database
let realClock: MovableClock
let taken: { updateId: string; incoming: Incoming }[]
let broken: string[]
let account: string

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  realClock = createMovableClock(1_000)
  ;[taken, broken] = [[], []]
  const seen = { channel: 'memory', chat: 'lan', sender: 'lan', language: null, at: 0 }
  account = (await database.store.accounts.seen(seen)).id
})
afterEach(() => database.close())

const open = (read: Work): Worker =>
  createWorker({
    ...{ database, realClock, works: { read } },
    takeDown: () => async (event) => {
      if (taken.some(({ updateId }) => updateId === event.updateId)) return false
      taken.push(event)
      return true
    },
    broke: (task) => void broken.push(task?.kind ?? 'store'),
  })

const add = (payload: object = {}, kind = 'read') =>
  database.store.tasks.add({ accountId: account, kind, payload, at: realClock.now() })
const results = () => taken.map(({ incoming }) => (incoming.what.kind === 'task' ? incoming.what.result : null))
const stateOf = async (id: string) => (await database.store.tasks.byId(id))?.state

test('a task is done once, and its result goes to the chat that began it', async () => {
  const id = await add({ words: 3 })
  const worker = open(async (payload) => ({ ok: true, got: payload }))
  await worker.idle()
  await worker.idle()
  expect(taken.map(({ updateId, incoming }) => [updateId, incoming.chat])).toEqual([[id, 'lan']])
  expect(results()).toEqual([{ ok: true, got: { words: 3 } }])
  expect(await stateOf(id)).toBe('done')
})

test('tasks are done one after another, the oldest first', async () => {
  const running: string[] = []
  for (const name of ['a', 'b', 'c']) {
    await add({ name })
    realClock.set(realClock.now() + 1)
  }
  const worker = open(async ({ name }) => {
    running.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    running.push(`${name} ends`)
    return { ok: true }
  })
  await worker.idle()
  expect(running).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('a task that comes while another ends is not forgotten', async () => {
  const done: string[] = []
  const worker = open(async ({ name }) => {
    done.push(String(name))
    if (name === 'first') {
      await add({ name: 'second' })
      worker.wake()
    }
    return { ok: true }
  })
  await add({ name: 'first' })
  await worker.idle()
  expect(done).toEqual(['first', 'second'])
})

test('a bug in the work is told of, and ends as a failure that the dialog can explain', async () => {
  const id = await add()
  await open(() => Promise.reject(new Error('a bug'))).idle()
  expect(broken).toEqual(['read'])
  expect(results()).toEqual([{ ok: false, reason: 'failed' }])
  expect(await stateOf(id)).toBe('done')
})

test('work that nobody can do any more ends', async () => {
  const id = await add({}, 'unknown')
  await open(async () => ({ ok: true })).idle()
  expect([await stateOf(id), taken]).toEqual(['done', []])
})

test('a task whose worker died is done after its lease, by a new process at once', async () => {
  const id = await add()
  await database.transaction((store) => store.tasks.claim(realClock.now(), leaseMs))
  const worker = open(async () => ({ ok: true }))
  await worker.idle()
  expect(taken).toEqual([])
  await worker.start()
  await worker.idle()
  expect(taken.map(({ updateId }) => updateId)).toEqual([id])

  await add()
  await database.transaction((store) => store.tasks.claim(realClock.now(), leaseMs))
  realClock.set(realClock.now() + leaseMs + 1)
  await worker.idle()
  expect(taken).toHaveLength(2)
})

test('a task that ended without being marked is not answered twice', async () => {
  const id = await add()
  const worker = open(async () => ({ ok: true }))
  const { end } = database.store.tasks
  database.store.tasks.end = async () => {
    throw new Error('disk full')
  }
  await worker.idle()
  expect(broken).toEqual(['store'])
  database.store.tasks.end = end
  await worker.start()
  await worker.idle()
  expect(taken).toHaveLength(1)
  expect(await stateOf(id)).toBe('done')
})

test('a task that broke the process three times is given up', async () => {
  await add()
  for (let death = 0; death < 3; death += 1) {
    await database.transaction((store) => store.tasks.claim(realClock.now(), leaseMs))
    realClock.set(realClock.now() + leaseMs + 1)
  }
  let worked = 0
  await open(async () => {
    worked += 1
  }).idle()
  expect(worked).toBe(0)
  expect(results()).toEqual([{ ok: false, reason: 'failed' }])
})

test('after a stop nothing is begun', async () => {
  await add()
  const worker = open(async () => ({ ok: true }))
  await worker.stop()
  worker.wake()
  expect(taken).toEqual([])
})
