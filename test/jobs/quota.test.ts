import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryChannel, type MemoryChannel } from '../../src/channels/memory.ts'
import { createDraftStore } from '../../src/chat/drafts.ts'
import { createLinks } from '../../src/chat/links.ts'
import { button, message } from '../../src/chat/message.ts'
import { meterNotes, readQuota, setQuota } from '../../src/chat/quota-meters.ts'
import { createTokens } from '../../src/chat/tokens.ts'
import type { Services } from '../../src/chat/turn.ts'
import { createWorkCalendar } from '../../src/chat/work-calendar.ts'
import { createMovableClock, type MovableClock } from '../../src/clock.ts'
import { createDialogs } from '../../src/dialogs/engine/engine.ts'
import { officeCalendar } from '../../src/domain/calendar.ts'
import type { Member } from '../../src/domain/person.ts'
import { quotasKey } from '../../src/domain/quota.ts'
import { composers } from '../../src/jobs/compose.ts'
import { createDeliverer, type Deliverer } from '../../src/jobs/deliver.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { newId } from '../../src/store/db.ts'
import { openKeyed } from '../../src/store/keyed.ts'
import type { OutboxRow } from '../../src/store/schema.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { createTexts } from '../../src/texts/texts.ts'

const friday = Date.parse('2024-04-12T07:30:00+07:00')
const monday = Date.parse('2024-04-15T07:30:00+07:00')
const minute = 60_000
const spent = { state: 'retry' as const, afterMs: minute, reason: 'channel: 429' }

let database: Database
let zalo: MemoryChannel
let telegram: MemoryChannel
let clock: MovableClock
let realClock: MovableClock
let deliverer: Deliverer
let lan: string
let admin: string
let count: number

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  zalo = { ...createMemoryChannel('zalo', { quota: true }), bot: '77' }
  telegram = createMemoryChannel('telegram')
  ;[clock, realClock, count] = [createMovableClock(friday), createMovableClock(1_000_000), 0]
  const [keyed, texts] = [await openKeyed(null), createTexts()]
  deliverer = createDeliverer({
    ...{ database, clock, realClock, texts, zone: 'Asia/Ho_Chi_Minh', calendar: createWorkCalendar() },
    ...{ channels: [zalo, telegram], limiters: {} },
    links: createLinks({ secret: 'test', publicUrl: null, realNow: realClock.now }),
    tokens: createTokens(keyed.area('buttons'), newId),
    drafts: createDraftStore(keyed.area('drafts')),
    dialogs: createDialogs({}, texts, newId),
    services: { fileBytes: async () => null } as unknown as Services,
    composers: {
      quota: composers.quota as never,
      silent: async () => null,
      words: async (_store, { text }) => message(String(text), [button(`Làm ${text}`, 'hanchot', 'run')]),
    },
    settledOne: () => {},
    ended: () => {},
    broke: (_row, error) => {
      throw error
    },
  })
  const { people, units, settings } = database.store
  lan = await people.add({ name: 'Nguyễn Thị Lan', position: '', language: 'vi' })
  admin = await people.add({ name: 'Trần Thị Bình', position: '', language: 'vi' })
  const unitId = await units.add({ name: 'Xã Ea Mẫu', parentId: null, relation: 'subordinate' })
  await people.addRole({ personId: admin, unitId, role: 'admin' }, friday)
  await account('zalo', 'lan', lan)
  await account('telegram', 'bình', admin)
  await settings.set(quotasKey, { zalo: { messages: 100, users: null } })
})
afterEach(async () => {
  await deliverer.stop()
  await database.close()
})

async function account(channel: string, chat: string, to: string, at = friday): Promise<string> {
  const { id } = await database.store.accounts.seen({ channel, chat, sender: chat, language: null, at })
  await database.store.accounts.link(id, to, at)
  return id
}
/** What somebody asked for goes out at any hour. */
const answer = async (text: string) => {
  const account_id = await account('zalo', 'lan', lan)
  const body = JSON.stringify({ type: 'message', message: { blocks: [{ kind: 'text', text }], buttons: [] } })
  await queue(text, 'reply', { account_id, person_id: null, body })
}

type Row = Parameters<Database['store']['outbox']['add']>[0]

async function queue(text: string, kind: string, more: Partial<Row> = {}): Promise<string> {
  const key = `row${count++}`
  const body = JSON.stringify({ type: 'compose', composer: 'words', args: { text } })
  const now = clock.now()
  await database.store.outbox.add({ key, kind, body, due_at: now, created_at: now, person_id: lan, ...more })
  return key
}
const use = (messages: number, month = '2024-04') =>
  database.store.usage.add({ channel: 'zalo', bot: '77', month }, messages)
const used = (month = '2024-04') => database.store.usage.sent({ channel: 'zalo', bot: '77', month })
const rowOf = async (key: string) => (await database.store.outbox.byKey(key)) as OutboxRow
const heard = (channel: MemoryChannel, chat: string) =>
  channel.delivered(chat).map((one) => one.message.blocks.map(({ text }) => text).join('\n'))

describe('what is counted', () => {
  test('each message that arrived, or may have; none of a channel without a quota', async () => {
    await queue('một', 'reminder')
    zalo.fail('lan', { state: 'unknown', reason: 'ECONNRESET' })
    await deliverer.settled()
    await queue('hai', 'reminder', { person_id: admin })
    await deliverer.settled()
    expect(await used()).toBe(2)
    expect(await database.store.usage.ofMonth('2024-04')).toHaveLength(1)
  })

  test('none that was refused', async () => {
    zalo.fail('lan', { state: 'failed', reason: '400' })
    await queue('một', 'reminder')
    await deliverer.settled()
    expect(await used()).toBe(0)
  })

  test('by the month of the office’s zone', async () => {
    clock.set(Date.parse('2024-04-30T23:59:59+07:00'))
    await answer('một')
    await deliverer.settled()
    clock.set(Date.parse('2024-05-01T00:00:01+07:00'))
    await answer('hai')
    await deliverer.settled()
    expect([await used('2024-04'), await used('2024-05')]).toEqual([1, 1])
  })
})

describe('what the admins are told', () => {
  test('each threshold once a month, with where the pace leads', async () => {
    await use(68)
    for (const text of ['một', 'hai', 'ba']) {
      await queue(text, 'reminder')
      await deliverer.settled()
    }
    await deliverer.settled()
    expect(heard(telegram, 'bình')).toEqual([
      'Kênh Zalo đã gửi 70/100 tin của tháng 4/2024; với nhịp hiện nay, hết số tin vào thứ Hai 22/04/2024.\nKhi dự kiến không đủ, hệ thống gộp các tin của một buổi sáng thành một và gửi tin không gấp qua kênh khác đã liên kết.',
    ])
  })

  test('the next month again', async () => {
    await use(69)
    await queue('một', 'reminder')
    await deliverer.settled()
    await deliverer.settled()
    clock.set(Date.parse('2024-05-06T08:00:00+07:00'))
    await use(69, '2024-05')
    await queue('hai', 'reminder')
    await deliverer.settled()
    await deliverer.settled()
    expect(heard(telegram, 'bình').map((text) => /tháng \d/.exec(text)?.[0])).toEqual(['tháng 4', 'tháng 5'])
  })

  test('at the end, that none is left; in office hours', async () => {
    await use(99)
    clock.set(Date.parse('2024-04-12T20:00:00+07:00'))
    await answer('một')
    await deliverer.settled()
    expect(heard(telegram, 'bình')).toEqual([])
    clock.set(monday)
    await deliverer.settled()
    expect(heard(telegram, 'bình')).toMatchObject([
      expect.stringContaining('100/100 tin của tháng 4/2024; đã hết số tin'),
    ])
  })

  test('that the places come to an end, once', async () => {
    await database.store.settings.set(quotasKey, { zalo: { messages: 100, users: 2 } })
    await account('zalo', 'mai', await database.store.people.add({ name: 'Mai', position: '', language: 'vi' }))
    for (const text of ['một', 'hai']) {
      await queue(text, 'reminder')
      await deliverer.settled()
    }
    expect(heard(telegram, 'bình')).toEqual([
      'Kênh Zalo phục vụ tối đa 2 người, đã có 2 người.\nNgười đến sau không nhận được trả lời trên kênh này, đề nghị đồng chí hướng dẫn dùng kênh khác.',
    ])
  })
})

describe('where the pace is too high', () => {
  beforeEach(() => use(60))

  test('the messages of a morning go as one, and count as one', async () => {
    const keys = [await queue('nhắc', 'reminder'), await queue('bản tin', 'digest', { expires_at: friday + minute })]
    await deliverer.settled()
    expect(heard(zalo, 'lan')).toEqual(['nhắc\n\nbản tin'])
    expect(zalo.delivered('lan')[0]?.message.buttons.map(({ label }) => label)).toEqual(['Làm nhắc', 'Làm bản tin'])
    expect(await Promise.all(keys.map(rowOf))).toMatchObject([
      { state: 'sent' },
      { state: 'dropped', outcome: `said in ${keys[0]}` },
    ])
    expect(await used()).toBe(61)
  })

  test('what did not arrive is not said: all of it is tried again', async () => {
    zalo.fail('lan', { state: 'retry', afterMs: null, reason: '500' })
    const keys = [await queue('nhắc', 'reminder'), await queue('giục', 'nudge')]
    await deliverer.settled()
    expect(await Promise.all(keys.map(rowOf))).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }])
    realClock.set(realClock.now() + 2_000)
    await deliverer.settled()
    expect(heard(zalo, 'lan')).toEqual(['nhắc\n\ngiục'])
  })

  test('news waits for the next morning, and goes with what there is then', async () => {
    const key = await queue('kế hoạch mới', 'announcement')
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'waiting', due_at: monday, attempts: 0 })
    clock.set(monday)
    await queue('nhắc', 'reminder')
    await deliverer.settled()
    expect(heard(zalo, 'lan')).toEqual(['kế hoạch mới\n\nnhắc'])
  })

  test('news goes by another linked channel, a reminder stays', async () => {
    await account('telegram', 'lan-tg', lan, friday - 1)
    await queue('kế hoạch mới', 'announcement')
    await queue('nhắc', 'reminder')
    await deliverer.settled()
    expect([heard(telegram, 'lan-tg'), heard(zalo, 'lan')]).toEqual([['kế hoạch mới'], ['nhắc']])
  })

  test('an answer is an answer', async () => {
    const own = await database.store.accounts.bySender('zalo', 'lan')
    const body = JSON.stringify({ type: 'message', message: { blocks: [{ kind: 'text', text: 'Vâng' }], buttons: [] } })
    await queue('', 'reply', { person_id: null, account_id: own?.id ?? '', body })
    await queue('nhắc', 'reminder')
    await deliverer.settled()
    expect(heard(zalo, 'lan').sort()).toEqual(['Vâng', 'nhắc'])
  })
})

describe('where none is left', () => {
  beforeEach(() => use(100))

  test('all goes by another linked channel', async () => {
    await account('telegram', 'lan-tg', lan, friday - 1)
    await queue('nhắc', 'reminder')
    await deliverer.settled()
    expect(heard(telegram, 'lan-tg')).toEqual(['nhắc'])
  })

  test('who has no other is tried all the same; what was refused until too late has failed, for the admins to see', async () => {
    zalo.fail('lan', spent, spent)
    const key = await queue('nhắc', 'reminder', { expires_at: friday + minute })
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'waiting', outcome: 'channel: 429' })
    clock.set(friday + 2 * minute)
    realClock.set(realClock.now() + 2 * minute)
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'failed', outcome: 'channel: 429' })
    expect(await database.store.deliveryReport.undeliveredSince(friday)).toBe(1)
  })

  test('what can wait for ever is given up after a day', async () => {
    zalo.fail('lan', spent, spent)
    const key = await queue('biên nhận', 'receipt')
    await deliverer.settled()
    clock.set(monday)
    realClock.set(realClock.now() + 2 * minute)
    await deliverer.settled()
    expect(await rowOf(key)).toMatchObject({ state: 'failed', outcome: 'channel: 429' })
  })
})

test('a platform that says so before our own count does: another linked channel is tried at once', async () => {
  await account('telegram', 'lan-tg', lan, friday - 1)
  zalo.fail('lan', spent)
  const key = await queue('nhắc', 'reminder')
  await deliverer.settled()
  expect(heard(telegram, 'lan-tg')).toEqual(['nhắc'])
  expect(await rowOf(key)).toMatchObject({ state: 'sent' })
  await queue('hai', 'reminder')
  await deliverer.settled()
  expect(heard(zalo, 'lan')).toEqual(['hai'])
})

test('a quota is as the configuration has it, and as published where that says nothing', async () => {
  const { store } = database
  await setQuota(store, 'zalo', { messages: 10_000, users: undefined })
  expect(await readQuota(store, 'zalo')).toEqual({ messages: 10_000, users: 50 })
  await setQuota(store, 'zalo', { messages: undefined, users: undefined })
  expect(await readQuota(store, 'zalo')).toEqual({ messages: 3_000, users: 50 })
})

test('the digest tells it to admins, and to nobody else', async () => {
  await use(60)
  const { store } = database
  const writing = { texts: createTexts()('en'), calendar: officeCalendar(), today: '2024-04-12' }
  const notesFor = async (id: string) => meterNotes(store, (await store.members.byId(id)) as Member, writing)
  expect(await notesFor(admin)).toEqual([
    'Zalo has sent 60 of 100 messages for 4/2024; at this pace none is left on Wednesday 24/04/2024.',
  ])
  expect(await notesFor(lan)).toEqual([])
})
