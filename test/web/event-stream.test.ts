import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { streamEvents } from '../../src/web/event-stream.ts'
import { readEvents } from './small-office.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A stream over some numbers, whose reader may be turned away. */
function openStream(after = 0) {
  const there = [1, 2, 3]
  const feed = { may: true, listening: 0, wake: () => {} }
  const response = streamEvents({
    after,
    read: async (last) => there.filter((id) => id > last).map((id) => ({ id, data: `Tin ${id}` })),
    listen(wake) {
      feed.wake = wake
      feed.listening += 1
      return () => {
        feed.listening -= 1
      }
    },
    allowed: async () => feed.may,
  })
  return { response, feed, there }
}

test('proxies are told to hand on every piece at once, and to change none', async () => {
  const { response } = openStream()
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
  await response.body?.cancel()
})

test('a quiet line beats every twenty seconds', async () => {
  const { response, feed } = openStream(3)
  const reading = readEvents(response, (text) => (text.match(/event: beat/g) ?? []).length === 3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await reading).not.toContain('event: entries')
  expect(feed.listening).toBe(0)
})

test('who may no longer read is told nothing more, at the next message or the next beat', async () => {
  const { response, feed, there } = openStream(3)
  const reading = readEvents(response, () => false)
  await vi.advanceTimersByTimeAsync(1)
  feed.may = false
  there.push(4)
  feed.wake()
  await vi.advanceTimersByTimeAsync(1)
  expect(await reading).not.toContain('Tin 4')

  const idle = openStream(3)
  const ended = readEvents(idle.response, () => false)
  await vi.advanceTimersByTimeAsync(1)
  idle.feed.may = false
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await ended).toContain('event: ready')
  expect([feed.listening, idle.feed.listening]).toEqual([0, 0])
})

test('a reader who takes nothing any more is let go', async () => {
  const { feed } = openStream()
  await vi.advanceTimersByTimeAsync(1)
  expect(feed.listening).toBe(1)
  await vi.advanceTimersByTimeAsync(60 * 20_000)
  expect(feed.listening).toBe(0)
})
