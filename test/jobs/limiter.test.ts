import { expect, test } from 'vitest'
import { createLimiter, type Limits } from '../../src/jobs/limiter.ts'

const limits: Limits = { overall: { most: 30, perMs: 1_000 }, chat: { most: 1, perMs: 1_000, burst: 3 } }

type Sent = { chat: string; at: number; arrives: number }

/** Sends as fast as the limiter allows; each is counted by the platform somewhere on its way, and answered after `travelMs`. */
function drain(chats: string[], travelMs: (index: number) => number = () => 0, given: Limits = limits): Sent[] {
  const limiter = createLimiter(given)
  const sent: Sent[] = []
  const left = [...chats]
  const underWay: { chat: string; ends: number }[] = []
  for (let now = 0; left.length > 0 && now < 600_000; now += 1) {
    for (const one of underWay.filter(({ ends }) => ends === now)) limiter.done(one.chat, now)
    for (let index = 0; index < left.length; ) {
      if (limiter.take(left[index] as string, now) > 0) index += 1
      else {
        const chat = left.splice(index, 1)[0] as string
        const travel = travelMs(sent.length)
        // Early or late on its way, as the index has it.
        sent.push({ chat, at: now, arrives: now + (sent.length % 2) * travel })
        if (travel === 0) limiter.done(chat, now)
        else underWay.push({ chat, ends: now + travel })
      }
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

test('however long messages are on their way, never more than 30 arrive in a second, nor more than the burst in a chat', () => {
  const people = Array.from({ length: 200 }, (_, index) => `chat ${index % 40}`)
  const sent = drain(people, (index) => 1 + ((index * 37) % 900))
  expect(sent).toHaveLength(200)
  expect(
    mostWithin(
      sent.map(({ arrives }) => arrives),
      1_000,
    ),
  ).toBe(30)
  for (const chats of Map.groupBy(sent, ({ chat }) => chat).values())
    for (const seconds of [1, 2, 3])
      expect(
        mostWithin(
          chats.map(({ arrives }) => arrives),
          seconds * 1_000,
        ),
      ).toBeLessThanOrEqual(3 + seconds)
})

test('what is under way keeps its place until it is through', () => {
  const limiter = createLimiter({ ...limits, overall: { most: 1, perMs: 1_000 } })
  expect(limiter.take('slow', 0)).toBe(0)
  expect(limiter.take('other', 5_000)).toBe(1_000)
  limiter.done('slow', 6_000)
  expect(limiter.take('other', 6_500)).toBe(500)
  expect(limiter.take('other', 7_000)).toBe(0)
})

test('a place is taken a little before it is free, by one only', () => {
  const limiter = createLimiter({ ...limits, overall: { most: 2, perMs: 1_000 } })
  for (const [chat, at] of [
    ['first', 0],
    ['second', 10],
  ] as const) {
    limiter.take(chat, at)
    limiter.done(chat, at)
  }
  expect(limiter.take('third', 980, { aheadMs: 40 })).toBe(20)
  expect(limiter.take('fourth', 980, { aheadMs: 40 })).toBe(30)
  expect(limiter.take('fifth', 980, { aheadMs: 40 })).toBe(1_000)
  limiter.done('third', 1_005)
  expect(limiter.take('fifth', 1_970, { aheadMs: 40 })).toBe(35)
})

test('a chat’s own limit is never gone ahead of: nothing is taken until it is free', () => {
  const limiter = createLimiter(limits)
  for (let count = 0; count < 3; count += 1) {
    expect(limiter.take('busy', 0, { aheadMs: 40 })).toBe(0)
    limiter.done('busy', 0)
  }
  expect(limiter.take('busy', 970, { aheadMs: 40 })).toBeGreaterThan(40)
  expect(limiter.take('busy', 999, { aheadMs: 40 })).toBeGreaterThan(40)
  expect(limiter.take('busy', 1_000, { aheadMs: 40 })).toBe(0)
})

test('an answer that waits goes before all news', () => {
  const limiter = createLimiter({ ...limits, overall: { most: 1, perMs: 1_000 } })
  limiter.take('first', 0)
  limiter.done('first', 0)
  expect(limiter.take('asks', 500, { isAnswer: true })).toBe(500)
  expect(limiter.take('news', 1_000)).toBeGreaterThan(0)
  expect(limiter.take('asks', 1_001, { isAnswer: true })).toBe(0)
  limiter.done('asks', 1_001)
  expect(limiter.take('news', 2_001)).toBe(0)
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
  for (let now = 0; now < 200_000; now += 100)
    if (limiter.take('-5', now) === 0) {
      sent.push(now)
      limiter.done('-5', now)
    }
  expect(mostWithin(sent, 60_000)).toBe(20)
  expect(sent.length).toBeGreaterThanOrEqual(70)
  const wait = limiter.take('-5', 200_000)
  expect(limiter.take('7', 200_000)).toBe(0)
  expect(wait).toBeGreaterThan(0)
})
