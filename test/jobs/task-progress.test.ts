import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMovableClock, type MovableClock } from '../../src/clock.ts'
import { createTellProgress } from '../../src/jobs/tell-progress.ts'
import { createWorker, type Work } from '../../src/jobs/work.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { createTexts } from '../../src/texts/texts.ts'

let database: Database
let realClock: MovableClock
let account: string
let taken: unknown[]
let queued: number

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  realClock = createMovableClock(1_000)
  ;[taken, queued] = [[], 0]
  const seen = { channel: 'memory', chat: 'lan', sender: 'lan', language: null, at: 0 }
  account = (await database.store.accounts.seen(seen)).id
})
afterEach(() => database.close())

const add = (payload: object = {}) =>
  database.store.tasks.add({ accountId: account, kind: 'read', payload, at: realClock.now() })
const stateOf = async (id: string) => (await database.store.tasks.byId(id))?.state

const open = (read: Work, atOnce = 1) =>
  createWorker({
    ...{ database, realClock, atOnce, works: { read } },
    tellProgress: createTellProgress({
      ...{ database, realClock, clock: realClock, texts: createTexts() },
      queued: () => {
        queued += 1
      },
    }),
    takeDown:
      () =>
      async ({ incoming }) => {
        taken.push(incoming.what.kind === 'task' && incoming.what.result)
        return true
      },
    broke: (_, error) => {
      throw error
    },
  })

const slotOf = (taskId: string) => `task:${taskId}`
const said = async (taskId: string) =>
  JSON.parse((await database.store.outbox.bodyInSlot(account, slotOf(taskId))) ?? '{}').message

test('progress is said in place of the last word about the task, with its buttons, not oftener than every two seconds', async () => {
  const id = await add()
  const buttons = [{ label: 'Hủy', token: 'x' }]
  const first = { type: 'message', message: { blocks: [{ kind: 'text', text: 'Đang đọc' }], buttons } }
  const row = { key: 'reply:1', kind: 'reply', account_id: account, slot: slotOf(id), due_at: 0, created_at: 0 }
  await database.store.outbox.add({ ...row, body: JSON.stringify(first) })

  const heard: string[] = []
  const steps = [
    { afterMs: 0, progress: { place: 2 } },
    { afterMs: 1_999, progress: { page: 1, of: 12 } },
    { afterMs: 1, progress: { page: 3, of: 12 } },
  ]
  await open(async (_payload, _account, { report }) => {
    for (const { afterMs, progress } of steps) {
      realClock.set(realClock.now() + afterMs)
      report(progress)
      const before = queued
      while (queued === before && afterMs !== 1_999) await new Promise((resolve) => setImmediate(resolve))
      heard.push((await said(id)).blocks[0].text)
    }
    return { ok: true }
  }).idle()
  expect(heard).toEqual([
    'Còn 2 bản quét được đọc trước; đến lượt, hệ thống sẽ đọc tiếp và báo ngay tại đây.',
    'Còn 2 bản quét được đọc trước; đến lượt, hệ thống sẽ đọc tiếp và báo ngay tại đây.',
    'Đang đọc trang 3/12; kết quả sẽ hiện ngay tại đây.',
  ])
  expect((await said(id)).buttons).toEqual(buttons)
})

/** Work that goes on until it is called off. */
const untilCalledOff: Work = async (_payload, _account, { signal }) => {
  while (!signal.aborted) await new Promise((resolve) => setImmediate(resolve))
  return { ok: false, reason: 'cancelled' }
}

test('work that is called off ends, and its result goes nowhere', async () => {
  const id = await add()
  const worker = open(untilCalledOff)
  const ended = worker.idle()
  await database.store.tasks.end(id, 'cancelled')
  await ended
  expect([taken, await stateOf(id)]).toEqual([[], 'cancelled'])
})

test('what a stop breaks off is begun anew by the next process', async () => {
  const id = await add()
  const worker = open(async (...given) => {
    void worker.stop()
    return untilCalledOff(...given)
  })
  await worker.idle()
  expect([taken, await stateOf(id)]).toEqual([[], 'running'])
  const next = open(async () => ({ ok: true }))
  await next.start()
  await next.idle()
  expect([taken, await stateOf(id)]).toEqual([[{ ok: true }], 'done'])
})

test('beside a long task others are done, as many at once as there are hands', async () => {
  let free = () => {}
  const held = new Promise<void>((resolve) => {
    free = resolve
  })
  const order: string[] = []
  for (const name of ['long', 'short', 'shorter']) {
    await add({ name })
    realClock.set(realClock.now() + 1)
  }
  const worker = open(async ({ name }) => {
    if (name === 'long') await held
    order.push(String(name))
    if (name === 'shorter') free()
    return { ok: true }
  }, 2)
  await worker.idle()
  expect(order).toEqual(['short', 'shorter', 'long'])
})
