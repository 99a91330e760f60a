import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SendOutcome } from '../../src/channels/channel.ts'
import { createTelegramChannel, type TelegramChannel } from '../../src/channels/telegram.ts'
import type { Incoming } from '../../src/chat/incoming.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'

let server: TelegramServer
let channel: TelegramChannel
let taken: { updateId: string; incoming: Incoming }[]
let noticed: string[]
let broken: unknown[]
let fails: number

const until = (say: () => unknown) => vi.waitFor(() => expect(say()).toBeTruthy(), { timeout: 5_000, interval: 10 })
const menu = () => ({
  vi: [{ command: 'hanchot', description: 'Thời hạn' }],
  en: [{ command: 'hanchot', description: 'Deadlines' }],
})

function open(options: Partial<Parameters<typeof createTelegramChannel>[0]> = {}) {
  return createTelegramChannel({
    token: server.token,
    apiRoot: server.root,
    webhook: null,
    menu,
    notice: (what) => noticed.push(what),
    broke: (_, error) => broken.push(error),
    ...options,
  })
}

async function start(): Promise<void> {
  await channel.start(async ({ updateId, incoming }) => {
    if (fails > 0) {
      fails -= 1
      throw new Error('disk full')
    }
    taken.push({ updateId, incoming })
    return true
  })
}

beforeEach(async () => {
  server = await startTelegramServer()
  ;[taken, noticed, broken, fails] = [[], [], [], 0]
  channel = open()
})
afterEach(async () => {
  await channel.stop()
  await server.stop()
})

const send = (
  text: string,
  more: { labels?: string[]; file?: Uint8Array; edits?: string } = {},
): Promise<SendOutcome> =>
  channel.send(
    '7',
    {
      blocks: [{ kind: 'text', text }],
      buttons: (more.labels ?? []).map((label, index) => ({ label, token: `hanchot.abc.${index}` })),
      ...(more.file && { attachment: { hash: 'h', name: 'Kế hoạch.txt', mime: 'text/plain' } }),
    },
    { edits: more.edits ?? null, file: more.file ?? null, address: null, lastHeardAt: null, pace: async () => {} },
  )

describe('by long polling', () => {
  beforeEach(start)

  test('introduces itself with its menu in both languages', async () => {
    await until(() => server.of('setMyCommands').length === 3)
    expect(channel.ready()).toBe(true)
    expect(channel.joinLink('K7QF-2M9P')).toBe('https://t.me/thidua_test_bot?start=K7QF-2M9P')
  })

  test('hands on what is said, pressed, sent, opened, blocked', async () => {
    server.says(7, 'hạn chót'.normalize('NFD'))
    server.presses(7, 'hanchot.abc.0')
    server.sends(7, 'Kế hoạch.txt', Buffer.from('x'))
    server.says(7, '/start K7QF-2M9P')
    server.sticks(7)
    server.member(7, 'kicked')
    server.member(7, 'member')
    await until(() => taken.length === 7)
    expect(taken.map(({ incoming }) => incoming.what)).toEqual([
      { kind: 'text', text: 'hạn chót' },
      { kind: 'button', token: 'hanchot.abc.0' },
      { kind: 'file', file: { ref: 'file-1', name: 'Kế hoạch.txt', mime: 'text/plain', size: 1 }, caption: '' },
      { kind: 'start', code: 'K7QF-2M9P' },
      { kind: 'unsupported' },
      { kind: 'blocked' },
      { kind: 'returned' },
    ])
    await until(() => server.of('answerCallbackQuery').length === 1)
  })

  test('a file is downloaded by its reference', async () => {
    server.sends(7, 'a.txt', Buffer.from('nội dung'))
    await until(() => taken.length === 1)
    const bytes = await channel.download({ ref: 'file-1', name: 'a.txt', mime: null, size: null })
    expect(Buffer.from(bytes).toString()).toBe('nội dung')
  })

  test('an update that cannot be written down at once is tried again, and polling goes on', async () => {
    fails = 2
    server.says(7, 'một')
    await until(() => taken.length === 1)
    server.says(7, 'hai')
    await until(() => taken.length === 2)
  })
})

describe('telegraf’s traps', () => {
  test('another poller (409) does not end the program: it is taken up again', async () => {
    server.faults.push({
      method: 'getUpdates',
      code: 409,
      description: 'Conflict: terminated by other getUpdates request',
    })
    await start()
    await until(() => noticed.length === 1)
    server.says(7, 'còn đây')
    await until(() => taken.length === 1)
  })

  test('a start while Telegram cannot be reached is taken up again', async () => {
    server.faults.push({ method: 'getMe', html: true })
    await start()
    await until(() => noticed.length === 1)
    server.says(7, 'còn đây')
    await until(() => taken.length === 1)
  })

  test('a wrong token is said once and not tried for ever', async () => {
    await channel.stop()
    channel = open({ token: '1:wrong' })
    await start()
    await until(() => noticed.length === 1)
    expect(noticed[0]).toContain('TELEGRAM_BOT_TOKEN')
    expect(channel.ready()).toBe(false)
  })

  test('an update that never can be written down ends neither polling nor the process', async () => {
    fails = 5
    await start()
    server.says(7, 'mất')
    await until(() => broken.length === 1)
    server.says(7, 'còn')
    await until(() => taken.length === 1)
    expect(taken[0]?.incoming.what).toEqual({ kind: 'text', text: 'còn' })
  }, 20_000)

  test('stopping before polling has begun does not throw', async () => {
    const other = open()
    await expect(other.stop()).resolves.toBeUndefined()
  })

  test('stopping ends polling', async () => {
    await start()
    await until(() => channel.ready())
    await channel.stop()
    server.says(7, 'sau khi dừng')
    await until(() => taken.length === 0)
  })

  test('a call that hangs ends by itself, and may have arrived', async () => {
    await channel.stop()
    channel = open({ callTimeoutMs: 200 })
    server.faults.push({ method: 'sendMessage', hang: true })
    expect(await send('Kính chào')).toMatchObject({ state: 'unknown' })
  })

  test('a batch of one chat is taken down in its order', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `tin ${index}`)
    for (const text of texts) server.says(7, text)
    await start()
    await until(() => taken.length === 30)
    expect(taken.map(({ incoming }) => (incoming.what.kind === 'text' ? incoming.what.text : ''))).toEqual(texts)
  })

  test('updates of kinds it does not know pass by', async () => {
    await start()
    server.again({ update_id: 1, message_reaction: { chat: { id: 7, type: 'private' } } } as { update_id: number })
    server.says(7, 'sau')
    await until(() => taken.length === 1)
    expect(broken).toEqual([])
  })

  test('an update taken twice by two pollers has the same id both times', async () => {
    await start()
    const one = server.says(7, 'một')
    await until(() => taken.length === 1)
    server.again(one)
    server.says(7, 'hai')
    await until(() => taken.some(({ incoming }) => incoming.what.kind === 'text' && incoming.what.text === 'hai'))
    expect(new Set(taken.map(({ updateId }) => updateId)).size).toBe(2)
  })

  test('the path of the webhook hangs on the token alone, not on the version of Node', () => {
    expect(open().webhookPath).toBe(channel.webhookPath)
    expect(channel.webhookPath).toMatch(/^\/telegram\/[0-9a-f]{32}$/)
  })

  test('an uploaded document keeps its name and its buttons', async () => {
    expect(await send('Bản gốc', { file: Buffer.from('x'), labels: ['Xem'] })).toMatchObject({ state: 'sent' })
    const [call] = server.of('sendDocument')
    expect(call?.files[0]?.name).toBe('Kế hoạch.txt')
    expect(JSON.parse(String(call?.payload.reply_markup)).inline_keyboard[0][0].text).toBe('Xem')
  })
})

describe('sending', () => {
  // biome-ignore format: a table keeps its columns
  const ends = [
    { say: 'too many requests: after the time said', fault: { code: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 }, outcome: { state: 'retry', afterMs: 7000 } },
    { say: 'blocked',                                fault: { code: 403, description: 'Forbidden: bot was blocked by the user' },         outcome: { state: 'blocked' } },
    { say: 'a deleted account',                      fault: { code: 403, description: 'Forbidden: user is deactivated' },                 outcome: { state: 'blocked' } },
    { say: 'a chat that is none',                    fault: { code: 400, description: 'Bad Request: chat not found' },                    outcome: { state: 'blocked' } },
    { say: 'a server error: later',                  fault: { code: 500, description: 'Internal Server Error' },                          outcome: { state: 'retry', afterMs: null } },
    { say: 'a wrong token: later',                   fault: { code: 401, description: 'Unauthorized' },                                   outcome: { state: 'retry' } },
    { say: 'what is not known is given up',          fault: { code: 400, description: 'Bad Request: something new' },                     outcome: { state: 'failed' } },
  ]
  test.each(ends)('$say', async ({ fault, outcome }) => {
    server.faults.push({ method: 'sendMessage', ...fault })
    expect(await send('Kính chào')).toMatchObject(outcome)
  })

  test('a gateway’s error page: later', async () => {
    server.faults.push({ method: 'sendMessage', html: true })
    expect(await send('Kính chào')).toMatchObject({ state: 'retry' })
  })

  test('a connection cut after the message went out: unknown', async () => {
    server.faults.push({ method: 'sendMessage', cut: true })
    expect(await send('Kính chào')).toMatchObject({ state: 'unknown' })
  })

  test('Telegram cannot be reached: later', async () => {
    channel = open({ apiRoot: 'http://127.0.0.1:9' })
    expect(await send('Kính chào')).toMatchObject({ state: 'retry' })
  })

  test.each(['<b>Nguyễn & Trần</b>', 'a < b > c', '&lt;', '*_[x](y)`', 'H’Linh "Niê"', '&amp;nbsp;'])(
    'signs of markup arrive as written: %s',
    async (text) => {
      expect(await send(text)).toMatchObject({ state: 'sent' })
    },
  )

  test('a text of 10,000 letters comes in parts, the buttons under the last', async () => {
    expect(await send('Một câu dài. '.repeat(800), { labels: ['Xem'] })).toMatchObject({ state: 'sent' })
    const parts = server.of('sendMessage')
    expect(parts).toHaveLength(3)
    expect(parts.map(({ payload }) => payload.reply_markup !== undefined)).toEqual([false, false, true])
  })

  test('markup that Telegram refuses is sent as plain words', async () => {
    server.faults.push({ method: 'sendMessage', code: 400, description: "Bad Request: can't parse entities" })
    expect(await send('Kính <chào>')).toMatchObject({ state: 'sent' })
    expect(server.of('sendMessage').at(-1)?.payload).toMatchObject({ text: 'Kính <chào>' })
  })

  test('an edit that is gone becomes a new message; one that changes nothing counts as sent', async () => {
    expect(await send('mới', { edits: '999' })).toMatchObject({ state: 'sent' })
    expect(server.of('sendMessage')).toHaveLength(1)
    server.faults.push({ method: 'editMessageText', code: 400, description: 'Bad Request: message is not modified' })
    expect(await send('cũ', { edits: '1' })).toEqual({ state: 'sent', externalId: '1' })
  })
})

describe('by webhook', () => {
  beforeEach(async () => {
    await channel.stop()
    channel = open({ webhook: { url: 'https://bot.example.vn', secret: 'S3cret' } })
    await start()
    await until(() => server.webhook)
  })
  const update = {
    update_id: 5,
    message: {
      message_id: 1,
      date: 1,
      from: { id: 7, is_bot: false, first_name: 'Lan' },
      chat: { id: 7, type: 'private' },
      text: 'hc',
    },
  }

  test('the address has no token in it, and the secret is told to Telegram', () => {
    expect(server.webhook).toEqual({ url: `https://bot.example.vn${channel.webhookPath}`, secret: 'S3cret' })
    expect(server.webhook?.url).not.toContain(server.token)
  })

  test('with the secret it is taken, without it or with another it is not', async () => {
    expect(await channel.webhook('S3cret', update)).toBe(200)
    expect(taken).toHaveLength(1)
    expect(await channel.webhook('wrong', update)).toBe(403)
    expect(await channel.webhook(null, update)).toBe(403)
    expect(taken).toHaveLength(1)
  })

  test('what could not be written down is not acknowledged', async () => {
    fails = 5
    await expect(channel.webhook('S3cret', update)).rejects.toThrow('disk full')
  }, 20_000)

  test('an update of an unknown shape is passed over', async () => {
    expect(await channel.webhook('S3cret', { update_id: 'x' })).toBe(200)
    expect(noticed).toContain('a Telegram update is of an unknown shape')
  })
})
