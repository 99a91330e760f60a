import { expect, test } from 'vitest'
import { createLimiter } from '../../src/jobs/limiter.ts'

const limits = { overall: { most: 30, perMs: 1_000 }, chat: { most: 1, perMs: 1_000, burst: 3 } }

/** Sends as fast as the limiter allows; returns the instants. */
function drain(chats: string[]): { chat: string; at: number }[] {
  const limiter = createLimiter(limits)
  const sent: { chat: string; at: number }[] = []
  const left = [...chats]
  for (let now = 0; left.length > 0 && now < 600_000; now += 1) {
    for (let index = 0; index < left.length; ) {
      if (limiter.take(left[index] as string, now) === 0)
        sent.push({ chat: left.splice(index, 1)[0] as string, at: now })
      else index += 1
    }
  }
  return sent
}

const mostWithin = (instants: number[], ms: number) =>
  Math.max(...instants.map((at) => instants.filter((other) => other >= at && other < at + ms).length))

test('never more than 30 in any second over all chats, and close to it', () => {
  const sent = drain(Array.from({ length: 200 }, (_, index) => `chat ${index}`)).map(({ at }) => at)
  expect(mostWithin(sent, 1_000)).toBe(30)
  expect(Math.max(...sent)).toBeLessThanOrEqual(6_000)
})

test('three at once to one chat, then one a second', () => {
  const sent = drain(Array.from({ length: 6 }, () => 'one')).map(({ at }) => at)
  expect(sent).toEqual([0, 0, 0, 1_000, 2_000, 3_000])
})

test('a chat that has to wait does not hold up another', () => {
  const limiter = createLimiter(limits)
  limiter.pause('slow', 60_000)
  expect(limiter.take('slow', 0)).toBe(60_000)
  expect(limiter.take('other', 0)).toBe(0)
  expect(limiter.take('slow', 60_000)).toBe(0)
})

test('never more than 20 in any minute to a group, whatever else is sent; people beside it do not wait for it', () => {
  const limiter = createLimiter({ ...limits, group: { most: 20, perMs: 60_000, is: (chat) => chat.startsWith('-') } })
  const sent: number[] = []
  for (let now = 0; now < 200_000; now += 100) if (limiter.take('-5', now) === 0) sent.push(now)
  expect(mostWithin(sent, 60_000)).toBe(20)
  expect(sent.length).toBeGreaterThanOrEqual(70)
  const wait = limiter.take('-5', 200_000)
  expect(limiter.take('7', 200_000)).toBe(0)
  expect(wait).toBeGreaterThan(0)
})
