import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

let database: Database
beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
})
afterEach(() => database.close())

const add = (name: string) =>
  database.transaction((store) => store.units.add({ parentId: null, name, relation: 'subordinate' }))
const names = async () => (await database.store.units.all()).map(({ name }) => name).sort()

test('transactions asked for at once each give their own result, in their order', async () => {
  const order: number[] = []
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      database.transaction(async () => {
        order.push(index)
        return index
      }),
    ),
  )
  expect(results).toEqual(Array.from({ length: 40 }, (_, index) => index))
  expect(order).toEqual(results)
})

test('one that fails is undone alone: those beside it stay', async () => {
  const failing = database.transaction(async (store) => {
    await store.units.add({ parentId: null, name: 'Nửa chừng', relation: 'subordinate' })
    throw new Error('a bug')
  })
  const ends = await Promise.allSettled([add('Thôn 1'), failing, add('Thôn 2')])
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await names()).toEqual(['Thôn 1', 'Thôn 2'])
})

test('none sees what is not finished, and the next sees what is', async () => {
  const [first, second] = await Promise.all([
    database.transaction(async (store) => {
      await store.units.add({ parentId: null, name: 'Thôn 1', relation: 'subordinate' })
      await new Promise((resolve) => setImmediate(resolve))
      return (await store.units.all()).length
    }),
    database.transaction(async (store) => (await store.units.all()).length),
  ])
  expect([first, second]).toEqual([1, 1])
})

test('one asked for from outside while another runs waits for it, and is done', async () => {
  const order: string[] = []
  let later: Promise<unknown> = Promise.resolve()
  await database.transaction(async () => {
    later = database.transaction(async () => void order.push('second'))
    order.push('first')
  })
  await later
  expect(order).toEqual(['first', 'second'])
})
