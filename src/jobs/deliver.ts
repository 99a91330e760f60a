import { alarmKind } from '../domain/outbox-alarm.ts'
import type { OutboxRow } from '../store/schema.ts'
import { settleRow } from './quota-settle.ts'
import { afterUnknown, type Delivery, type Fate, sendRow } from './send-row.ts'

export type Deliverer = {
  /** There may be something to send. */
  wake(): void
  /** Resolves when nothing that is due can be sent at once; with how many were sent since it was last asked. */
  settled(): Promise<number>
  /** Takes up at once what a dead process had in hand, and looks for more from time to time. */
  start(): void
  stop(): Promise<void>
}

const leaseMs = 60_000
const mostInHand = 60
/** So much room before more news is claimed; answers are claimed at once, so many beyond. */
const leastBatch = 3
const mostAnswersBeyond = 60
const pollMs = 1_000

/** The rows of one chat that are in hand, in their order. */
type Lane = { rows: OutboxRow[]; done: Promise<void> }

const laneOf = ({ account_id, person_id, kind }: OutboxRow) =>
  account_id ?? `${kind === alarmKind ? alarmKind : 'person'}:${person_id}`

const isEnd = (fate: Fate): fate is Extract<Fate, { state: 'sent' | 'failed' | 'dropped' | 'unknown' }> =>
  fate.state !== 'waiting' && fate.state !== 'untried' && fate.state !== 'postponed'

/**
 * Sends what is in the outbox: claimed under a lease, composed if need be, sent within the limits, and marked. In order
 * within a chat; chats side by side, so that one that has to wait holds up no other.
 */
export function createDeliverer(delivery: Delivery): Deliverer {
  const { database, clock, realClock } = delivery
  const { outbox } = database.store
  const lanes = new Map<string, Lane>()
  const inHand = new Set<number>()
  let claiming: Promise<void> | undefined
  let again = false
  let newsLeft = false
  let isFirst = true
  let sent = 0
  let stopped = false
  let timer: NodeJS.Timeout | null = null

  /** Rows whose sender died: they may have gone out, so each is tried once more and no oftener. */
  async function takeBackLapsed(): Promise<void> {
    // One process has the embedded database: what is leased when it starts was in the hands of a dead one.
    const before = isFirst ? Number.MAX_SAFE_INTEGER : realClock.now()
    if (isFirst) await outbox.release()
    isFirst = false
    for (const row of await outbox.lapsed(before))
      if (!inHand.has(Number(row.id)))
        await outbox.settle(Number(row.id), afterUnknown(delivery, row, 'sender stopped'))
  }

  /** What may be claimed now; null: the hands are full. */
  function room(): { most: number; answersOnly: boolean } | null {
    const most = mostInHand - inHand.size
    if (most >= leastBatch) return { most, answersOnly: false }
    const beyond = most + mostAnswersBeyond
    return beyond > 0 ? { most: beyond, answersOnly: true } : null
  }

  /** What a dead process left unknown goes first and by itself: were it hit a second time, it would be given up. */
  async function sendUnsure(): Promise<void> {
    const options = { now: clock.now(), realNow: realClock.now(), leaseMs, most: mostInHand, unsureOnly: true }
    for (const row of await database.transaction((store) => store.outbox.claim(options))) take(row)
    await Promise.all([...lanes.values()].map(({ done }) => done))
  }

  async function claim(): Promise<void> {
    const isStart = isFirst
    await takeBackLapsed()
    if (isStart) await sendUnsure()
    for (let free = room(); again && !stopped && free; free = room()) {
      again = false
      const { most, answersOnly } = free
      const rows = await database.transaction((store) =>
        store.outbox.claim({ now: clock.now(), realNow: realClock.now(), leaseMs, most, answersOnly }),
      )
      for (const row of rows) if (!inHand.has(Number(row.id))) take(row)
      newsLeft = answersOnly || rows.length === most
      again ||= rows.length === most
    }
  }

  function take(row: OutboxRow): void {
    inHand.add(Number(row.id))
    const known = lanes.get(laneOf(row))
    if (known) return void known.rows.push(row)
    const lane: Lane = { rows: [row], done: Promise.resolve() }
    lanes.set(laneOf(row), lane)
    lane.done = sendLane(lane)
      .catch((error: unknown) => delivery.broke(null, error))
      .finally(() => {
        lanes.delete(laneOf(row))
        for (const { id } of lane.rows) inHand.delete(Number(id))
        if (again || (newsLeft && room()?.answersOnly === false)) wake()
      })
  }

  /** Sends the rows of one chat in their order; at the first that must wait, gives the later ones back. */
  async function sendLane({ rows }: Lane): Promise<void> {
    for (let row = rows[0]; row && !stopped; row = rows[0]) {
      const fate = await settle(row)
      rows.shift()
      inHand.delete(Number(row.id))
      if (fate.state !== 'untried' && fate.state !== 'waiting') continue
      for (let later = rows[0]; later; later = rows[0]) {
        await outbox.putBack(Number(later.id), fate.retryAt)
        rows.shift()
        inHand.delete(Number(later.id))
      }
    }
  }

  async function settle(row: OutboxRow): Promise<Fate> {
    const fate: Fate = await sendRow(delivery, row).catch((error: unknown) => mishap(row, error))
    if (fate.state === 'sent') sent += 1
    await database.transaction((store) => settleRow(store, row, fate, delivery))
    if (isEnd(fate)) delivery.ended(row.kind, fate.state, clock.now() - Number(row.due_at))
    return fate
  }

  /** A bug while composing or sending: this row is given up, the others go on. */
  function mishap(row: OutboxRow, error: unknown) {
    delivery.broke(row, error)
    return { state: 'failed' as const, outcome: 'incident' }
  }

  function wake(): void {
    if (stopped) return
    again = true
    claiming ??= claim()
      // The store could not be reached: the timer tries again.
      .catch((error: unknown) => {
        again = false
        delivery.broke(null, error)
      })
      .finally(() => {
        claiming = undefined
        if (again && room()) wake()
      })
  }

  async function quiet(): Promise<void> {
    while (claiming !== undefined || lanes.size > 0) {
      await claiming
      await Promise.all([...lanes.values()].map(({ done }) => done))
    }
  }

  return {
    wake,
    async settled() {
      wake()
      await quiet()
      const since = sent
      sent = 0
      return since
    },
    start() {
      timer = setInterval(wake, pollMs)
      timer.unref()
    },
    async stop() {
      stopped = true
      if (timer) clearInterval(timer)
      await quiet()
    },
  }
}
