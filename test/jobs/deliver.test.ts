import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SendOutcome } from '../../src/channels/channel.ts'
import { createMemoryChannel, type MemoryChannel } from '../../src/channels/memory.ts'
import { createDraftStore } from '../../src/chat/drafts.ts'
import { createLinks } from '../../src/chat/links.ts'
import { button, message } from '../../src/chat/message.ts'
import { createTokens } from '../../src/chat/tokens.ts'
import type { Services } from '../../src/chat/turn.ts'
import { createWorkCalendar } from '../../src/chat/work-calendar.ts'
import { createMovableClock, type MovableClock } from '../../src/clock.ts'
import { createDialogs } from '../../src/dialogs/engine/engine.ts'
import { createDeliverer, type Deliverer } from '../../src/jobs/deliver.ts'
import { createLimiter } from '../../src/jobs/limiter.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { newId } from '../../src/store/db.ts'
import { openKeyed } from '../../src/store/keyed.ts'
import type { OutboxRow } from '../../src/store/schema.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { createTexts } from '../../src/texts/texts.ts'

const morning = Date.parse('2024-04-05T07:30:00+07:00')
const realMorning = 1_000_000
const second = 1_000
const unknown: SendOutcome = { state: 'unknown', reason: 'ECONNRESET' }
const blocked: SendOutcome = { state: 'blocked', reason: '403' }
const retry = (afterMs: number | null): SendOutcome => ({ state: 'retry', afterMs, reason: '500' })

let database: Database
let phone: MemoryChannel
let web: MemoryChannel
let clock: MovableClock
let realClock: MovableClock
let broken: string[]
let deliverer: Deliverer
let person: string
let count: number

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  ;[phone, web] = [createMemoryChannel('phone'), createMemoryChannel('web')]
  ;[clock, realClock] = [createMovableClock(morning), createMovableClock(realMorning)]
  ;[broken, count] = [[], 0]
  deliverer = await open()
  person = await database.store.people.add({ name: 'Nguyễn Thị Lan', position: '', language: 'vi' })
  await account('web', 'lan-web', morning - 2)
  await account('phone', 'lan', morning - 1)
})
afterEach(async () => {
  await deliverer.stop()
  await database.close()
})

/** A process that sends: its own limits and tokens on the same store. */
async function open(limits?: Parameters<typeof createLimiter>[0]): Promise<Deliverer> {
  const keyed = await openKeyed(null)
  const texts = createTexts()
  return createDeliverer({
    ...{ database, clock, realClock, texts, zone: 'Asia/Ho_Chi_Minh', calendar: createWorkCalendar() },
    channels: [phone, web],
    limiters: limits ? { phone: createLimiter(limits) } : {},
    tokens: createTokens(keyed.area('buttons'), newId),
    drafts: createDraftStore(keyed.area('drafts')),
    dialogs: createDialogs({}, texts, newId),
    services: { fileBytes: async () => null } as unknown as Services,
    links: createLinks({ secret: 'test', publicUrl: null, realNow: realClock.now }),
    composers: {
      silent: async () => null,
      words: async (_store, _args, { member }) => message(`Kính gửi ${member.name}`, [button('Xem', 'hanchot', 'run')]),
      broken: async () => {
        throw new Error('a bug')
      },
    },
    settledOne: () => {},
    ended: () => {},
    broke: (row) => void broken.push(row?.key ?? 'store'),
  })
}

async function account(channel: string, chat: string, at: number, to: string | null = person): Promise<string> {
  const { accounts } = database.store
  const { id } = await accounts.seen({ channel, chat, sender: chat, language: null, at })
  if (to) await accounts.link(id, to, at)
  return id
}

type Row = Parameters<Database['store']['outbox']['add']>[0]

/** Queues a message to Lan; gives its key. */
async function queue(text: string, more: Partial<Row> = {}): Promise<string> {
  const key = more.key ?? `row${count++}`
  const body = JSON.stringify({ type: 'message', message: { blocks: [{ kind: 'text', text }], buttons: [] } })
  const row = { key, kind: 'note', body, due_at: morning, created_at: morning, person_id: person, ...more }
  await database.store.outbox.add(row.account_id ? { ...row, person_id: null } : row)
  return key
}

const composed = (composer: string) => ({ body: JSON.stringify({ type: 'compose', composer, args: {} }) })
const rowOf = async (key: string) => (await database.store.outbox.byKey(key)) as OutboxRow
const heard = (channel = phone, chat = 'lan') => channel.delivered(chat).map((one) => one.message.blocks[0]?.text)
const wait = (ms: number) => realClock.set(realClock.now() + ms)

describe('what becomes of a message', () => {
  test('sent: with its account, the platform’s id and the time', async () => {
    const key = await queue('Kính chào')
    expect(await deliverer.settled()).toBe(1)
    expect(await rowOf(key)).toMatchObject({ state: 'sent', sent_at: morning, external_id: '1', attempts: 1 })
    expect(heard()).toEqual(['Kính chào'])
    expect(await deliverer.settled()).toBe(0)
  })

  test('a key is queued once for ever', async () => {
    await queue('một', { key: 'same' })
    await deliverer.settled()
    await queue('hai', { key: 'same' })
    await deliverer.settled()
    expect(heard()).toEqual(['một'])
  })

  test('not before it is due', async () => {
    await queue('mai', { due_at: morning + 1 })
    expect(await deliverer.settled()).toBe(0)
    clock.set(morning + 1)
    expect(await deliverer.settled()).toBe(1)
  })

  test('expired: dropped, and that is recorded', async () => {
    const key = await queue('muộn', { expires_at: morning - 1 })
    expect(await deliverer.settled()).toBe(0)
    expect(await rowOf(key)).toMatchObject({ state: 'dropped', outcome: 'expired' })
  })

  test('composed at the moment of sending, its buttons the person’s own', async () => {
    await queue('', composed('words'))
    await deliverer.settled()
    const [one] = phone.delivered('lan')
    expect(one?.message.blocks[0]?.text).toBe('Kính gửi Nguyễn Thị Lan')
    expect(one?.message.buttons[0]?.token).toMatch(/^hanchot\./)
  })

  test('nothing left to say: dropped', async () => {
    const key = await queue('', composed('silent'))
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'dropped', outcome: 'nothing left to say' })
  })

  test.each(['broken', 'missing'])('a bug (%s) gives up this one, the others go on', async (composer) => {
    const key = await queue('', composed(composer))
    await queue('sau')
    await deliverer.settled()
    expect(broken).toEqual([key])
    expect(await rowOf(key)).toMatchObject({ state: 'failed', outcome: 'incident' })
    expect(heard()).toEqual(['sau'])
  })

  test('refused for good: the next channel is tried, and where none takes it, failed with the reason', async () => {
    phone.fail('lan', { state: 'failed', reason: '400' })
    await queue('một')
    await deliverer.settled()
    expect(heard(web, 'lan-web')).toEqual(['một'])
    phone.fail('lan', { state: 'failed', reason: '400' })
    web.fail('lan-web', { state: 'failed', reason: '400 something new' })
    const key = await queue('x')
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'failed', outcome: '400 something new' })
  })
})

describe('outside office hours', () => {
  const evening = Date.parse('2024-04-05T19:00:00+07:00')
  const monday = Date.parse('2024-04-08T07:30:00+07:00')
  beforeEach(() => clock.set(evening))

  test('news waits for the next working morning, and costs no attempt', async () => {
    const key = await queue('tin')
    expect(await deliverer.settled()).toBe(0)
    expect(await rowOf(key)).toMatchObject({ state: 'waiting', due_at: monday, attempts: 0 })
    clock.set(monday)
    expect(await deliverer.settled()).toBe(1)
  })

  test('an answer goes out, and so does news to somebody who is writing just now', async () => {
    await queue('trả lời', { account_id: await account('phone', 'lan', evening), kind: 'reply' })
    await queue('tin')
    expect(await deliverer.settled()).toBe(2)
    expect(heard()).toEqual(['trả lời', 'tin'])
  })

  test('a group hears nothing', async () => {
    const group = await account('phone', '-5', evening, null)
    await queue('số đếm', { account_id: group, kind: 'group' })
    expect(await deliverer.settled()).toBe(0)
  })

  test('what would be too late by the morning is dropped at once, and that is recorded', async () => {
    const key = await queue('nhắc', { expires_at: evening + 1 })
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'dropped', outcome: 'expired' })
  })
})

describe('when it has to wait', () => {
  test('each retry waits twice as long as the one before, in real time, at most five minutes', async () => {
    phone.fail('lan', ...Array.from({ length: 11 }, () => retry(null)))
    const key = await queue('x', { account_id: await account('phone', 'lan', morning) })
    const waits: number[] = []
    for (let attempt = 0; attempt < 11; attempt += 1) {
      await deliverer.settled()
      const { retry_at } = await rowOf(key)
      waits.push((Number(retry_at) - realClock.now()) / second)
      realClock.set(Number(retry_at))
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    expect(await deliverer.settled()).toBe(1)
  })

  test('a channel that stays out of reach is left for the next one', async () => {
    phone.fail('lan', ...Array.from({ length: 400 }, () => retry(null)))
    const key = await queue('x')
    for (let attempt = 0; attempt < 7; attempt += 1) {
      expect(heard(web, 'lan-web')).toEqual([])
      await deliverer.settled()
      wait(300 * second)
    }
    expect(await rowOf(key)).toMatchObject({ state: 'sent' })
    expect(heard(web, 'lan-web')).toEqual(['x'])
  })

  test('an outage of a day ends in failure, said so', async () => {
    phone.fail('lan', ...Array.from({ length: 400 }, () => retry(null)))
    const key = await queue('x', { account_id: await account('phone', 'lan', morning) })
    for (let hour = 0; hour < 400 && (await rowOf(key)).state === 'waiting'; hour += 1) {
      await deliverer.settled()
      wait(300 * second)
    }
    expect(await rowOf(key)).toMatchObject({ state: 'failed', outcome: '500' })
    expect(realClock.now() - realMorning).toBeGreaterThan(23 * 3600 * second)
  })

  test('the time that the platform says is obeyed, not doubled, and never gives up', async () => {
    phone.fail('lan', retry(7 * second))
    const key = await queue('x')
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'waiting', retry_at: realMorning + 7 * second })
    wait(6 * second)
    expect(await deliverer.settled()).toBe(0)
    wait(second)
    expect(await deliverer.settled()).toBe(1)
  })

  test('later messages of that chat wait behind it, also one that comes meanwhile; other chats do not', async () => {
    const other = await account('phone', 'mai', morning, null)
    phone.fail('lan', retry(5 * second))
    await queue('một')
    await queue('hai')
    await queue('của người khác', { account_id: other })
    expect(await deliverer.settled()).toBe(1)
    await queue('ba')
    expect(await deliverer.settled()).toBe(0)
    wait(5 * second)
    expect(await deliverer.settled()).toBe(3)
    expect(heard()).toEqual(['một', 'hai', 'ba'])
  })

  test('a limit that is far off costs no attempt', async () => {
    await deliverer.stop()
    const day = 86_400 * second
    deliverer = await open({ overall: { most: 30, perMs: second }, chat: { most: 1, perMs: day, burst: 1 } })
    await queue('một')
    const key = await queue('hai')
    expect(await deliverer.settled()).toBe(1)
    expect(await rowOf(key)).toMatchObject({ state: 'waiting', attempts: 0, lease_until: null })
    wait(day)
    expect(await deliverer.settled()).toBe(1)
  })

  test('answers go before news', async () => {
    for (let news = 0; news < 100; news += 1) {
      const id = await account('phone', `chat${news}`, morning, null)
      const other = await database.store.people.add({ name: `Người ${news}`, position: '', language: 'vi' })
      await database.store.accounts.link(id, other, morning)
      await queue('tin', { person_id: other })
    }
    const id = await account('phone', 'asks', morning, null)
    await queue('trả lời', { account_id: id })
    await deliverer.settled()
    expect(await rowOf('row100')).toMatchObject({ state: 'sent' })
    expect(Number((await rowOf('row100')).external_id)).toBeLessThanOrEqual(60)
  })
})

describe('when nobody knows whether it arrived', () => {
  test('once more, and the ledger says so', async () => {
    phone.fail('lan', unknown)
    const key = await queue('x')
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'waiting', outcome: 'unknown: ECONNRESET' })
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'sent', outcome: 'unknown: ECONNRESET', attempts: 2 })
  })

  test('twice: never again', async () => {
    phone.fail('lan', unknown, unknown)
    const key = await queue('x')
    for (let time = 0; time < 4; time += 1) await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'unknown', outcome: 'unknown twice: ECONNRESET' })
    expect(heard()).toEqual([])
  })

  test('what may have arrived stays so when it is too late to try again', async () => {
    phone.fail('lan', unknown)
    const key = await queue('x', { expires_at: morning + 1 })
    await deliverer.settled()
    clock.set(morning + 2)
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'unknown', outcome: 'unknown: ECONNRESET; expired' })
    expect(heard()).toEqual([])
  })

  test('a refusal in between does not make a third time', async () => {
    phone.fail('lan', unknown, retry(second), unknown)
    const key = await queue('x')
    for (let time = 0; time < 5; time += 1, wait(second)) await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'unknown', attempts: 3 })
  })
})

describe('when the sender dies', () => {
  const claim = () =>
    database.store.outbox.claim({ now: morning, realNow: realClock.now(), leaseMs: 60 * second, most: 10 })

  test('what it had only in hand is sent once its lease is over, as if nothing had been', async () => {
    const key = await queue('x')
    await deliverer.settled()
    const other = await queue('y')
    await claim()
    expect(await deliverer.settled()).toBe(0)
    wait(61 * second)
    expect(await deliverer.settled()).toBe(1)
    expect(await rowOf(other)).toMatchObject({ state: 'sent', outcome: null })
    expect(await rowOf(key)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  test('what was going out is tried once more after its lease, and the ledger says so', async () => {
    await deliverer.settled()
    const key = await queue('x')
    const [row] = await claim()
    await database.store.outbox.begin(Number(row?.id))
    expect(await deliverer.settled()).toBe(0)
    wait(61 * second)
    expect(await deliverer.settled()).toBe(1)
    expect(await rowOf(key)).toMatchObject({ state: 'sent', outcome: 'unknown: sender stopped' })
  })

  test('two such deaths: left alone', async () => {
    const key = await queue('x')
    for (let death = 0; death < 2; death += 1) {
      const [row] = await claim()
      await database.store.outbox.begin(Number(row?.id))
      deliverer = await open()
      phone.fail('lan', retry(60 * second))
      await deliverer.settled()
      wait(60 * second)
    }
    expect(await rowOf(key)).toMatchObject({ state: 'unknown' })
  })

  test('a new process takes it all up at once', async () => {
    await queue('một')
    await queue('hai')
    await claim()
    deliverer = await open()
    expect(await deliverer.settled()).toBe(2)
    expect(heard()).toEqual(['một', 'hai'])
  })
})

describe('when a channel is blocked', () => {
  test('the person’s other channel is tried, and the blocked one is marked', async () => {
    phone.fail('lan', blocked)
    const key = await queue('x')
    expect(await deliverer.settled()).toBe(1)
    expect(heard(web, 'lan-web')).toEqual(['x'])
    expect((await rowOf(key)).state).toBe('sent')
    await queue('y')
    await deliverer.settled()
    expect(heard(web, 'lan-web')).toEqual(['x', 'y'])
    expect(heard()).toEqual([])
  })

  test('on all of them: failed', async () => {
    phone.fail('lan', blocked)
    web.fail('lan-web', blocked)
    const key = await queue('x')
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'failed', outcome: 'blocked' })
    const later = await queue('y')
    await deliverer.settled()
    expect(await rowOf(later)).toMatchObject({ state: 'failed', outcome: 'no channel' })
  })

  test('after they return it is used again', async () => {
    phone.fail('lan', blocked)
    await queue('x')
    await deliverer.settled()
    await account('phone', 'lan', morning + 1)
    await queue('y')
    await deliverer.settled()
    expect(heard()).toEqual(['y'])
  })
})

describe('a message of a slot', () => {
  test('replaces the last that reached the same account', async () => {
    const id = await account('phone', 'lan', morning)
    await queue('đang đọc', { account_id: id, slot: 's' })
    await queue('đọc xong', { account_id: id, slot: 's' })
    await deliverer.settled()
    expect(phone.delivered('lan').map(({ edits }) => edits)).toEqual([null, '1'])
  })
})

test('a store that cannot be reached ends nothing: the next waking goes on', async () => {
  await queue('x')
  const { transaction } = database
  database.transaction = () => Promise.reject(new Error('disk full'))
  await deliverer.settled()
  expect(broken).toEqual(['store'])
  database.transaction = transaction
  expect(await deliverer.settled()).toBe(1)
})
