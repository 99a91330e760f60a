import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SendOutcome } from '../../src/channels/channel.ts'
import { createZaloBotChannel, type ZaloBotChannel, zaloBotLimits } from '../../src/channels/zalo-bot.ts'
import type { Incoming } from '../../src/chat/incoming.ts'
import type { QueuedMessage } from '../../src/chat/message.ts'
import { createLimiter } from '../../src/jobs/limiter.ts'
import { startZaloServer, type ZaloServer } from './zalo-bot-server.ts'

const lan = '6ede9afa66b88fe6d6a9'
const secret = 'eight-or-more'
let server: ZaloServer
let channel: ZaloBotChannel
let taken: { bot: string; updateId: string; incoming: Incoming }[]
let noticed: string[]
let broken: unknown[]
let fails: number

const until = (say: () => unknown) => vi.waitFor(() => expect(say()).toBeTruthy(), { timeout: 5_000, interval: 10 })

function open(options: Partial<Parameters<typeof createZaloBotChannel>[0]> = {}) {
  return createZaloBotChannel({
    token: server.token,
    apiRoot: server.root,
    webhook: null,
    notice: (what) => noticed.push(what),
    broke: (_, error) => broken.push(error),
    ...options,
  })
}

async function start(): Promise<void> {
  await channel.start(async (event) => {
    if (fails > 0) {
      fails -= 1
      throw new Error('disk full')
    }
    taken.push(event)
    return true
  })
}

beforeEach(async () => {
  server = await startZaloServer()
  server.known.add(lan)
  ;[taken, noticed, broken, fails] = [[], [], [], 0]
  channel = open()
})
afterEach(async () => {
  await channel.stop()
  await server.stop()
  expect(server.mistakes).toEqual([])
})

const whats = () => taken.map(({ incoming }) => incoming.what)
const say = (text: string): QueuedMessage => ({ blocks: [{ kind: 'text', text }], buttons: [] })
const send = (given: string | QueuedMessage, chat = lan, address: string | null = null): Promise<SendOutcome> =>
  channel.send(chat, typeof given === 'string' ? say(given) : given, {
    ...{ edits: null, file: null, address, lastHeardAt: null, pace: async () => {} },
  })

describe('what comes in', () => {
  beforeEach(async () => {
    await start()
    await until(() => server.polled)
  })
  /** Sends what somebody does, and waits until the next could be heard. */
  const hears = async (does: () => unknown) => {
    does()
    await until(() => server.polled)
  }

  test('words, as one Unicode form, under the message’s own id', async () => {
    await hears(() => server.says(lan, 'hạn chót'.normalize('NFD')))
    await until(() => taken.length === 1)
    expect(taken[0]).toMatchObject({ bot: '12345689', updateId: expect.stringMatching(/^[0-9a-f]{20}$/) })
    expect(taken[0]?.incoming).toEqual({
      ...{ channel: 'zalo', chat: lan, sender: lan, displayName: 'Nguyễn Lan', language: null },
      what: { kind: 'text', text: 'hạn chót' },
    })
  })

  test.each(['photo_url', 'photo'])('a picture in the field %s, downloaded byte for byte', async (field) => {
    server.state.photoField = field
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0, 1])
    await hears(() => server.sendsPhoto(lan, bytes, 'trang 1'))
    await until(() => taken.length === 1)
    const [what] = whats()
    expect(what).toMatchObject({ kind: 'file', caption: 'trang 1', file: { mime: null, size: null } })
    if (what?.kind !== 'file') throw new Error('No picture was taken down.')
    expect(Buffer.from(await channel.download(what.file)).equals(bytes)).toBe(true)
  })

  test('stickers, voices and documents are not understood, and say so', async () => {
    await hears(() => server.event('sticker', lan, { sticker: 'x', url: 'https://zalo-api.zadn.vn/x.png' }))
    await hears(() => server.event('voice', lan, { voice_url: 'https://f2-voice-aac-dl.zdn.vn/x.aac' }))
    await hears(() => server.event('unsupported', lan, {}))
    await until(() => taken.length === 3)
    expect(whats()).toEqual([{ kind: 'unsupported' }, { kind: 'unsupported' }, { kind: 'unsupported' }])
  })

  test.each([
    ['of another host', 'https://evil.example/a.jpg'],
    ['of a host that only ends like it', 'https://evilzdn.vn/a.jpg'],
    ['of the office’s own network', 'http://10.0.0.5/a.jpg'],
    ['of another port', 'https://photo.zdn.vn:8443/a.jpg'],
    ['of a file', 'file:///etc/passwd'],
    ['that is none', 'a.jpg'],
  ])('a picture with an address %s is not fetched', async (_what, url) => {
    await hears(() => server.event('image', lan, { photo_url: url }))
    await until(() => taken.length === 1)
    expect(whats()).toEqual([{ kind: 'unsupported' }])
    await expect(channel.download({ ref: url, name: 'a.jpg', mime: null, size: null })).rejects.toThrow('not kept')
  })

  test('nothing of groups, bots, or unknown kinds is taken in', async () => {
    await hears(() => server.says('a group', 'hạn chót', 'GROUP'))
    await hears(() => server.event('text', lan, { text: 'x', from: { id: 'b', display_name: 'B', is_bot: true } }))
    await hears(() => server.event('reaction', lan, {}))
    await hears(() => server.says(lan, 'sau'))
    await until(() => taken.length > 0)
    expect(whats()).toEqual([{ kind: 'text', text: 'sau' }])
  })

  test('what cannot be written down at once is tried again, and kept in its order', async () => {
    fails = 2
    await hears(() => server.says(lan, 'một'))
    await hears(() => server.says(lan, 'hai'))
    await until(() => taken.length === 2)
    expect(whats()).toMatchObject([{ text: 'một' }, { text: 'hai' }])
  })
})

describe('by polling', () => {
  test('an empty poll is the usual thing: nobody is told, and it polls on', async () => {
    channel = open({ pollSeconds: 0.6 })
    await start()
    await until(() => server.of('getUpdates').length >= 3)
    expect(noticed).toEqual([])
    expect(channel.ready()).toBe(true)
    expect(server.of('getUpdates')[0]?.payload).toEqual({ timeout: '0.6' })
  })

  test('empty polls that come at once do not become a storm', async () => {
    channel = open({ pollSeconds: 0 })
    await start()
    await until(() => server.of('getUpdates').length >= 2)
    expect(server.of('getUpdates').length).toBeLessThan(4)
  })

  test('a webhook that stands in the way is taken away', async () => {
    server.hook('https://old.example.vn/zalo', secret)
    await start()
    await until(() => server.polled)
    expect(server.webhook).toBeNull()
  })

  test.each([
    ['a gateway’s page', { method: 'getUpdates', html: 502 }],
    ['a page with HTTP 200', { method: 'getUpdates', html: 200 }],
    ['a cut connection', { method: 'getUpdates', cut: 'before' as const }],
    ['an inner error', { method: 'getUpdates', code: 403, description: 'Internal server error' }],
  ])('%s is waited out, and that words may be lost is said', async (_what, fault) => {
    server.faults.push(fault)
    await start()
    await until(() => server.polled)
    expect(noticed).toEqual(['Zalo cannot be heard: what is said meanwhile is lost'])
    server.says(lan, 'một')
    await until(() => taken.length === 1)
  })

  test('a wrong token ends it, with an alarm', async () => {
    channel = open({ token: '1:wrong' })
    await start()
    await until(() => noticed.length === 1)
    expect(noticed).toEqual(['Zalo refuses the token: set ZALO_BOT_TOKEN anew'])
    expect(channel.ready()).toBe(false)
    await channel.stop()
  })

  test('the next poll waits before the last event is written down', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await channel.start(async (event) => {
      await held
      taken.push(event)
      return true
    })
    await until(() => server.polled)
    server.says(lan, 'một')
    await until(() => server.polled)
    server.says(lan, 'hai')
    await until(() => server.polled)
    release()
    await until(() => taken.length === 2)
    expect(server.lost).toBe(0)
    expect(whats()).toMatchObject([{ text: 'một' }, { text: 'hai' }])
  })
})

describe('by webhook', () => {
  const url = 'https://thidua.example.vn'
  const event = (text: string) => ({
    event_name: 'message.text.received',
    message: {
      ...{ message_id: '2d758cb5e222177a4e35', date: 1_757_490_000_000, text },
      from: { id: lan, display_name: 'A', is_bot: false },
      chat: { id: lan, chat_type: 'PRIVATE' },
    },
  })
  beforeEach(async () => {
    channel = open({ webhook: { url, secret } })
    await start()
    await until(() => channel.ready())
  })

  test('it is set with its secret, at a path nobody guesses', () => {
    expect(server.webhook).toEqual({ url: url + channel.webhookPath, secret })
    expect(channel.webhookPath).toMatch(/^\/zalo\/[0-9a-f]{32}$/)
  })

  test('it is not set again while it stands', async () => {
    await channel.stop()
    channel = open({ webhook: { url, secret } })
    await start()
    await until(() => channel.ready())
    expect(server.of('setWebhook')).toHaveLength(1)
    expect(server.of('getWebhookInfo')).toHaveLength(2)
  })

  test('another secret is set anew', async () => {
    await channel.stop()
    channel = open({ webhook: { url, secret: 'another-one' } })
    await start()
    await until(() => channel.ready())
    expect(server.webhook?.secret).toBe('another-one')
  })

  test.each([
    ['flat, as it really comes', event('một')],
    ['wrapped, as the documents say', { ok: true, result: event('một') }],
  ])('an event is taken down: %s', async (_how, body) => {
    expect(await channel.webhook(secret, JSON.stringify(body))).toBe(200)
    expect(taken).toMatchObject([{ updateId: '2d758cb5e222177a4e35', incoming: { what: { text: 'một' } } }])
  })

  test.each([
    ['another secret', 'wrong-secret', JSON.stringify(event('x')), 403],
    ['no secret', null, JSON.stringify(event('x')), 403],
    ['an empty probe', secret, '', 200],
    ['an empty probe without a header', null, '', 200],
    ['an empty probe with another secret', 'wrong-secret', '', 403],
    ['what is no JSON', secret, '<html>', 200],
    ['an unknown shape', secret, '{"event_name":"message.text.received"}', 200],
    ['a flood', secret, ' {}'.repeat(30_000), 413],
  ])('%s: nothing is taken down', async (_what, given, body, status) => {
    expect(await channel.webhook(given, body)).toBe(status)
    expect(taken).toEqual([])
  })

  test('what cannot be written down is not acknowledged', async () => {
    fails = 2
    expect(await channel.webhook(secret, JSON.stringify(event('x')))).toBe(200)
    expect(taken).toHaveLength(1)
  })
})

describe('a webhook that does not work', () => {
  const webhook = { url: 'https://thidua.example.vn', secret }

  test('Zalo saved it and could not reach it: that is said', async () => {
    server.state.verified = false
    channel = open({ webhook })
    await start()
    await until(() => noticed.length > 0)
    expect(noticed).toEqual(['Zalo cannot reach the webhook: see PUBLIC_URL and what stands before it'])
  })

  test.each([
    ['the day’s calls are used up', { code: 426, description: 'daily limit', key: 'errorCode' as const }],
    ['the address is refused', { code: 400, description: 'Bad Request: The url is invalid' }],
  ])('%s: it is not tried again soon', async (_what, fault) => {
    server.faults.push({ method: 'setWebhook', ...fault })
    channel = open({ webhook })
    await start()
    await until(() => noticed.length > 0)
    expect(noticed).toEqual(['Zalo is not connected'])
    expect(channel.ready()).toBe(false)
    expect(server.of('setWebhook')).toHaveLength(1)
  })

  test('while it polls, nothing is taken by webhook', async () => {
    expect(await channel.webhook(secret, '{}')).toBe(403)
  })
})

describe('what goes out', () => {
  test('the message’s id comes back, also beside error_code 0', async () => {
    server.state.errorCodeOnSuccess = true
    expect(await send('Kính chào')).toEqual({ state: 'sent', externalId: expect.stringMatching(/^[0-9a-f]{20}$/) })
    expect(server.of('sendMessage')[0]?.payload).toEqual({ chat_id: lan, text: 'Kính chào' })
  })

  test('a quotation stands in its marks, once', async () => {
    const quote = (text: string) => ({ kind: 'quote' as const, text })
    await send({
      blocks: [{ kind: 'text', text: 'Khoản 4 ghi:' }, quote('trước ngày 10/4'), quote('“đã có”')],
      buttons: [],
    })
    expect(server.of('sendMessage')[0]?.payload.text).toBe('Khoản 4 ghi:\n“trước ngày 10/4”\n“đã có”')
  })

  test('no part is longer than 1,900 units, each waits for its turn', async () => {
    let turns = 0
    const text = 'Các đơn vị đăng ký nội dung thi đua 🌾 trước ngày 10/4/2024. '.repeat(100).trim()
    const pace = async () => {
      turns += 1
    }
    await channel.send(lan, say(text), { edits: null, file: null, address: null, lastHeardAt: null, pace })
    const parts = server.of('sendMessage').map(({ payload }) => String(payload.text))
    expect(parts.join(' ')).toBe(text)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(1_900)
    expect(turns).toBe(parts.length - 1)
  })

  const picture = (text: string) => ({ ...say(text), attachment: { hash: 'h', name: 'lich.png', mime: 'image/png' } })
  const address = 'https://thidua.example.vn/files/x'

  test('a picture goes by its address, a short text below it', async () => {
    expect(await send(picture('Lịch tháng 4'), lan, address)).toMatchObject({ state: 'sent' })
    expect(server.calls.map(({ payload }) => payload)).toEqual([
      { chat_id: lan, photo: address, caption: 'Lịch tháng 4' },
    ])
  })

  test('a long text goes before its picture; without words there is no caption', async () => {
    await send(picture('Lịch công tác. '.repeat(200)), lan, address)
    await send(picture(''), lan, address)
    expect(server.calls.map(({ method }) => method)).toEqual(['sendMessage', 'sendMessage', 'sendPhoto', 'sendPhoto'])
    expect(server.of('sendPhoto')[1]?.payload).toEqual({ chat_id: lan, photo: address })
  })

  test('an address that Zalo refuses is said in words', async () => {
    expect(await send(picture('Lịch'), lan, `${address}?refused`)).toMatchObject({ state: 'sent' })
    expect(server.of('sendMessage')[0]?.payload.text).toBe(`Lịch\n${address}?refused`)
  })

  test('there is no link that carries a code', () => expect(channel.joinLink('K7QF-2M9P')).toBeNull())

  test('five a second at the most', () => {
    const limiter = createLimiter(zaloBotLimits)
    const waits = Array.from({ length: 6 }, (_, index) => limiter.take(`chat ${index}`, 0))
    expect(waits).toEqual([0, 0, 0, 0, 0, 1_030])
  })
})

describe('what a sending ends as', () => {
  const fault = (code: number, description = '') => ({ method: 'sendMessage', code, description })

  test.each([
    ['a parameter is refused', fault(400, 'Bad Request: The text is invalid'), { state: 'failed' }],
    ['the chat is unknown', fault(400, 'Bad Request: The chat_id is invalid'), { state: 'blocked' }],
    ['no such method', fault(404, 'Not Found'), { state: 'failed' }],
    ['a server’s error', fault(500), { state: 'retry', afterMs: null }],
    ['an inner error', fault(403, 'Internal server error'), { state: 'retry', afterMs: 30_000 }],
    ['it took too long there', fault(408, 'Request timeout'), { state: 'unknown' }],
    ['a gateway’s page', { method: 'sendMessage', html: 502 }, { state: 'retry', afterMs: null }],
    ['a gateway that waited in vain', { method: 'sendMessage', html: 504 }, { state: 'unknown' }],
    ['a page with HTTP 200', { method: 'sendMessage', html: 200 }, { state: 'unknown' }],
    ['cut before', { method: 'sendMessage', cut: 'before' as const }, { state: 'unknown' }],
    ['cut after it arrived', { method: 'sendMessage', cut: 'after' as const }, { state: 'unknown' }],
    ['the quota', fault(429, 'Quota exceeded'), { state: 'retry', afterMs: 60_000, reason: 'channel: 429' }],
    ['the token', fault(401, 'Unauthorized'), { state: 'retry', afterMs: 300_000, reason: 'channel: 401' }],
  ])('%s', async (_what, given, outcome) => {
    server.faults.push(given)
    expect(await send('x')).toMatchObject(outcome)
    expect(server.of('sendMessage')).toHaveLength(1)
  })

  test('nobody listens: not sent, so it is tried again', async () => {
    const gone = await startZaloServer()
    await gone.stop()
    channel = open({ apiRoot: gone.root })
    expect(await send('x')).toMatchObject({ state: 'retry', afterMs: null })
  })

  test('after 429 nothing more is asked of Zalo for a while, and one notice is given', async () => {
    server.faults.push(fault(429, 'Quota exceeded'))
    await send('x')
    expect(await send('y', 'another chat')).toMatchObject({ state: 'retry', reason: 'channel: 429' })
    expect(server.of('sendMessage')).toHaveLength(1)
    expect(noticed).toEqual(['Zalo says that the quota is used up: nothing is sent for a while'])
  })

  test('a part that fails after others arrived: nobody knows', async () => {
    server.faults.push({ method: 'sendMessage', html: 503, skip: 1 })
    expect(await send('a'.repeat(3_000))).toMatchObject({ state: 'unknown' })
    expect(server.of('sendMessage')).toHaveLength(2)
  })
})

describe('a chat that only fails', () => {
  const other = 'aaaaaaaaaaaaaaaaaaaa'
  beforeEach(() => {
    server.blocked.add(lan)
    server.known.add(other)
  })

  test('is unreachable after three tries, where others hear', async () => {
    await send('một')
    expect(await send('x', other)).toMatchObject({ state: 'sent' })
    expect(await send('một')).toMatchObject({ state: 'retry', afterMs: 60_000 })
    expect(await send('một')).toMatchObject({ state: 'blocked' })
  })

  test('is not, where nobody hears: its message is given up after eight', async () => {
    const states: string[] = []
    for (let attempt = 0; attempt < 8; attempt += 1) states.push((await send('một')).state)
    expect(states).toEqual([...Array.from({ length: 7 }, () => 'retry'), 'failed'])
  })

  test('counts anew once it was reached', async () => {
    await send('một')
    await send('x', other)
    await send('một')
    server.blocked.delete(lan)
    await send('một')
    server.blocked.add(lan)
    expect(await send('hai')).toMatchObject({ state: 'retry', afterMs: 30_000 })
  })
})
