import { expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

const row = (chat: string, client_id: string | null, at = 0) => ({
  chat,
  side: 'person' as const,
  client_id,
  replaces: null,
  body: '{}',
  at,
})

async function openMessages() {
  const { store } = await openDatabase(sqliteDialect(':memory:'))
  return store.webMessages
}

test('a page’s message stands once, however often it is sent; what is said to it stands every time', async () => {
  const messages = await openMessages()
  expect(await messages.add(row('a', '1'))).toBe(1)
  expect(await messages.add(row('a', '1'))).toBeNull()
  expect(await messages.add(row('b', '1'))).not.toBeNull()
  expect(await messages.add(row('a', null))).not.toBeNull()
  expect(await messages.add(row('a', null))).not.toBeNull()
  expect(await messages.newest(['a'], 10)).toHaveLength(3)
})

test('messages come oldest first: the newest few, or those after one, of the chats asked for', async () => {
  const messages = await openMessages()
  for (const chat of ['a', 'b', 'a', 'c', 'a']) await messages.add(row(chat, null))
  const ids = (found: { id: number }[]) => found.map(({ id }) => id)
  expect(ids(await messages.newest(['a', 'b'], 3))).toEqual([2, 3, 5])
  expect(ids(await messages.after(['a', 'b'], 2, 1))).toEqual([3])
  expect(ids(await messages.after(['a'], 5, 10))).toEqual([])
  expect((await messages.byId('a', 3))?.id).toBe(3)
  expect(await messages.byId('b', 3)).toBeUndefined()
})

test('old messages are forgotten', async () => {
  const messages = await openMessages()
  for (const at of [1000, 2000, 3000]) await messages.add(row('a', null, at))
  expect(await messages.sweep(2000)).toBe(1)
  expect((await messages.newest(['a'], 10)).map(({ at }) => at)).toEqual([2000, 3000])
})
