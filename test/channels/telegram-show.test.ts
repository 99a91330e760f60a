import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderParts } from '../../src/channels/telegram/render.ts'
import { createTelegramChannel, type TelegramChannel } from '../../src/channels/telegram.ts'
import { markDays, message } from '../../src/chat/message.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'

let server: TelegramServer
let channel: TelegramChannel

const open = (apiRoot: string | null) =>
  createTelegramChannel({
    ...{ token: server.token, apiRoot, webhook: null, menu: () => ({ vi: [], en: [] }) },
    notice: () => {},
    broke: () => {},
  })

beforeEach(async () => {
  server = await startTelegramServer()
  channel = open(server.root)
})
afterEach(async () => {
  await channel.stop()
  await server.stop()
})

describe('words', () => {
  const at = Date.UTC(2024, 3, 9, 10)
  const shown = (text: string, ...days: string[]) =>
    renderParts({
      ...markDays(
        message(text),
        days.map((day) => ({ text: day, at })),
      ),
      buttons: [],
    })[0]?.html
  const time = (words: string) => `<tg-time unix="1712656800">${words}</tg-time>`

  // biome-ignore format: a table keeps its columns
  const cases: [string, string | undefined, string][] = [
    ['a day that the message speaks of can be tapped', shown('Gửi chậm nhất thứ Ba 09/04.', 'thứ Ba 09/04'), `Gửi chậm nhất ${time('thứ Ba 09/04')}.`],
    ['only where its words stand',                     shown('Không có ngày', 'thứ Ba 09/04'),              'Không có ngày'],
    ['signs around it stay signs',                     shown('a < b: thứ Ba 09/04 & c', 'thứ Ba 09/04'),    `a &lt; b: ${time('thứ Ba 09/04')} &amp; c`],
    ['once each, never one inside another',            shown('thứ Ba 09/04', '09/04', 'thứ Ba 09/04'),      time('thứ Ba 09/04')],
  ]
  test.each(cases)('%s', (_, html, expected) => expect(html).toBe(expected))

  test('days in a quotation are left alone; a long one is folded up, a short one stands open', () => {
    const quote = (text: string) => renderParts({ blocks: [{ kind: 'quote', text }], buttons: [] })[0]?.html
    expect(quote('trước ngày 10/4/2024')).toBe('<blockquote>trước ngày 10/4/2024</blockquote>')
    expect(quote('a'.repeat(300))).toBe(`<blockquote expandable>${'a'.repeat(300)}</blockquote>`)
    const marked = markDays({ blocks: [{ kind: 'quote', text: '10/4/2024' }], buttons: [] }, [
      { text: '10/4/2024', at },
    ])
    expect(renderParts({ ...marked, buttons: [] })[0]?.html).toBe('<blockquote>10/4/2024</blockquote>')
  })
})

describe('pictures', () => {
  const send = (mime: string, file: Uint8Array = Buffer.from('x')) =>
    channel.send(
      '7',
      { blocks: [{ kind: 'text', text: 'Mã' }], buttons: [], attachment: { hash: 'h', name: 'ma.png', mime } },
      { edits: null, file, address: null, lastHeardAt: null, pace: async () => {} },
    )
  const methods = () => server.calls.map(({ method }) => method)

  test('are shown as pictures, with their words', async () => {
    expect(await send('image/png')).toMatchObject({ state: 'sent' })
    expect(server.of('sendPhoto')).toMatchObject([{ payload: { chat_id: '7', caption: 'Mã' } }])
  })
  test('what Telegram shows no picture of goes as a file', async () => {
    await send('image/heic')
    await send('application/pdf')
    expect(methods()).toEqual(['sendDocument', 'sendDocument'])
  })
  test('one that Telegram cannot process goes as a file', async () => {
    server.faults.push({ method: 'sendPhoto', code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' })
    expect(await send('image/jpeg')).toMatchObject({ state: 'sent' })
    expect(server.of('sendDocument')[0]?.files).toHaveLength(1)
  })
})

describe('a local Bot API server', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bot-api-'))
    await writeFile(join(folder, 'kh.txt'), 'nội dung')
  })
  afterEach(() => rm(folder, { recursive: true }))
  const file = { ref: 'f', name: 'kh.txt', mime: null, size: null }

  test('gives a path on this machine, and the file is read there', async () => {
    server.answersPath(join(folder, 'kh.txt'))
    expect(Buffer.from(await channel.download(file)).toString()).toBe('nội dung')
  })
  test('a file of more than 20 MB is refused before it is read', async () => {
    await writeFile(join(folder, 'lon.bin'), Buffer.alloc(20 * 1024 * 1024 + 1))
    server.answersPath(join(folder, 'lon.bin'))
    await expect(channel.download(file)).rejects.toThrow('20971521 bytes')
  })
  test('a path that is not there is refused', async () => {
    server.answersPath(join(folder, 'khong-co.txt'))
    await expect(channel.download(file)).rejects.toThrow('ENOENT')
  })
})
