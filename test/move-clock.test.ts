import { expect, test } from 'vitest'
import { createMovableClock } from '../src/clock.ts'
import { createClockMover } from '../src/move-clock.ts'

/** A clock on which something is due at these instants; each sends one message. */
function open(due: number[], { breaksAt }: { breaksAt?: number } = {}) {
  const clock = createMovableClock(100)
  const done: number[] = []
  let unsent = 0
  const move = createClockMover({
    clock,
    nextDueAt: async (after) => due.find((at) => at > after) ?? null,
    async runDue(until) {
      if (until === breaksAt) throw new Error('the store is gone')
      if (!due.includes(until)) return
      done.push(until)
      unsent += 1
    },
    async settle() {
      const now = unsent
      unsent = 0
      return now
    },
  })
  return { clock, done, move }
}

// biome-ignore format: a table keeps its columns
const moves = [
  { say: 'nothing on the way',                     to: 150, done: [],         sent: 0 },
  { say: 'one on the way',                         to: 250, done: [200],      sent: 1 },
  { say: 'all on the way in their order',          to: 450, done: [200, 300], sent: 2 },
  { say: 'what is due at the very instant is done', to: 300, done: [200, 300], sent: 2 },
  { say: 'to where it stands',                     to: 100, done: [],         sent: 0 },
]
test.each(moves)('$say', async ({ to, done, sent }) => {
  const moved = open([200, 300])
  expect(await moved.move(to)).toEqual({ sent })
  expect(moved.done).toEqual(done)
  expect(moved.clock.now()).toBe(to)
})

test('a second move waits for the first', async () => {
  const { move, done, clock } = open([200, 300, 400])
  const [first, second] = await Promise.all([move(250), move(450)])
  expect([first, second]).toEqual([{ sent: 1 }, { sent: 2 }])
  expect(done).toEqual([200, 300, 400])
  expect(clock.now()).toBe(450)
})

test('back is refused, and the clock can still be moved on', async () => {
  const { move, clock } = open([])
  await expect(move(50)).rejects.toThrow('cannot go back')
  expect(clock.now()).toBe(100)
  await move(120)
  expect(clock.now()).toBe(120)
})

test('where something breaks on the way, the clock stands there, and the next move goes on', async () => {
  const { move, clock, done } = open([200, 300], { breaksAt: 200 })
  await expect(move(400)).rejects.toThrow('the store is gone')
  expect(clock.now()).toBe(200)
  await move(400)
  expect(done).toEqual([300])
})
