import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SendOutcome } from '../../src/channels/channel.ts'
import { createZaloBotChannel, type ZaloBotChannel } from '../../src/channels/zalo-bot.ts'
import type { Incoming } from '../../src/chat/incoming.ts'
import { until } from '../drills/until.ts'
import { loadZaloEmulator, type ZaloEmulator } from './zalo-emulator.ts'

const library = await loadZaloEmulator()
if (!library) console.warn('SKIPPED test/emulator/zalo.test.ts: the emulator is not beside the project.')

const secret = 'a-secret-of-the-hook'
const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
let zalo: ZaloEmulator
let channel: ZaloBotChannel
let taken: Incoming[]
let lan: { id: string }
let door: Server

/** The program's side: a webhook, and a picture that may be fetched more than once. */
async function openDoor(): Promise<string> {
  door = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      if (request.url === '/lich.png') return void response.end(picture)
      const given = request.headers['x-bot-api-secret-token']
      const status =
        request.url === channel.webhookPath
          ? await channel.webhook(typeof given === 'string' ? given : null, Buffer.concat(chunks).toString())
          : 404
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(door.address() as AddressInfo).port}`
}

async function open(by: 'webhook' | 'polling', address: string): Promise<void> {
  channel = createZaloBotChannel({
    ...{ token: zalo.token, apiRoot: zalo.url, callTimeoutMs: 400, pollSeconds: 2 },
    webhook: by === 'webhook' ? { url: address, secret } : null,
    notice: () => {},
    broke: (_what, error) => {
      throw error
    },
  })
  await channel.start(async ({ incoming }) => {
    taken.push(incoming)
    return true
  })
  await until('it listens', () => channel.ready() && (by === 'webhook' || zalo.waitingPolls.length > 0))
}

const send = (text: string, address: string | null = null): Promise<SendOutcome> =>
  channel.send(
    lan.id,
    {
      ...{ blocks: [{ kind: 'text', text }], buttons: [] },
      ...(address && { attachment: { hash: 'h', name: 'lich.png', mime: 'image/png' } }),
    },
    { edits: null, file: null, address, lastHeardAt: null, pace: async () => {} },
  )
const heard = () => zalo.transcript(lan.id).filter(({ from }) => from === 'bot')

describe.skipIf(!library).each(['webhook', 'polling'] as const)('by %s, on the strict emulator', (by) => {
  let address: string
  beforeEach(async () => {
    if (!library) return
    taken = []
    zalo = await library.start({ token: '12345689:abc-xyz', port: 0, limits: 'enforce', wrap: 'mixed' })
    lan = zalo.createUser({ display_name: 'Lan' })
    address = await openDoor()
    await open(by, address)
    await does(() => zalo.say(lan, 'xin chào'))
    taken = []
  })
  afterEach(async () => {
    await channel.stop()
    await zalo.stop()
    await new Promise((resolve) => door.close(resolve))
    expect(zalo.violations()).toEqual([])
  })
  /** Does something, and waits until it is taken down and the next would be heard. */
  const does = async (what: () => unknown) => {
    const before = taken.length
    what()
    await until('it is taken down', () => taken.length > before)
    if (by === 'polling') await until('it polls', () => zalo.waitingPolls.length > 0)
  }

  test('whatever people send comes in as what it is', async () => {
    await does(() => zalo.say(lan, 'hạn chót'))
    await does(() => zalo.uploadPhoto(lan, { bytes: picture, caption: 'trang 1' }))
    zalo.setOption('photoField', 'photo')
    await does(() => zalo.uploadPhoto(lan, { bytes: picture }))
    await does(() => zalo.sendSticker(lan, {}))
    await does(() => zalo.sendVoice(lan, {}))
    await does(() => zalo.upload(lan, { name: 'Kế hoạch.pdf' }))
    const kinds = ['text', 'file', 'file', 'unsupported', 'unsupported', 'unsupported']
    expect(taken.map(({ what }) => what.kind)).toEqual(kinds)
    for (const { what } of taken.slice(1, 3))
      expect(what.kind === 'file' && Buffer.from(await channel.download(what.file)).equals(picture)).toBe(true)
  })

  test('protected people’s words do not come, groups are left alone', async () => {
    const minor = zalo.createUser({ display_name: 'Bé', protectedGroup: true })
    const group = zalo.createGroup({ members: [lan] })
    await does(() => zalo.say(minor, 'một bí mật'))
    const polled = zalo.calls({ method: 'getUpdates' }).length
    zalo.say(lan, { text: '@bot hạn chót', chat: group.id, mention: true })
    if (by === 'polling') await until('it polls', () => zalo.calls({ method: 'getUpdates' }).length > polled)
    await does(() => zalo.say(lan, 'sau'))
    expect(taken.map(({ what }) => what.kind)).toEqual(['unsupported', 'text'])
  })

  test('long words, signs, and a picture that is fetched twice go out', async () => {
    await send('Các đơn vị đăng ký 🌾 trước ngày 10/4. '.repeat(120))
    await send('<b>Nguyễn & Trần</b> *_[x](y)`~ {red}')
    await send('Lịch', `${address}/lich.png`)
    expect(heard().every(({ text }) => text.length <= 1_900)).toBe(true)
    expect(heard().at(-2)?.text).toBe('<b>Nguyễn & Trần</b> *_[x](y)`~ {red}')
    expect(heard().at(-1)).toMatchObject({ text: 'Lịch', photoBroken: false })
  })

  test('each fault of a sending ends as what it is', async () => {
    const fault = (rule: object) => zalo.faults.add({ method: 'sendMessage', times: 1, kind: 'error', ...rule })
    fault({ code: 500 })
    expect(await send('1')).toMatchObject({ state: 'retry', afterMs: null })
    fault({ code: 403 })
    expect(await send('2')).toMatchObject({ state: 'retry', afterMs: 30_000 })
    fault({ code: 408 })
    expect(await send('3')).toMatchObject({ state: 'unknown' })
    fault({ kind: 'html' })
    expect(await send('4')).toMatchObject({ state: 'retry' })
    fault({ kind: 'reset', when: 'before' })
    expect(await send('5')).toMatchObject({ state: 'unknown' })
    fault({ kind: 'reset', when: 'after' })
    expect(await send('6')).toMatchObject({ state: 'unknown' })
    fault({ kind: 'latency', min: 600 })
    expect(await send('7')).toMatchObject({ state: 'unknown' })
    await until('the slow call has gone through', () => heard().length === 2)
    expect(heard().map(({ text }) => text)).toEqual(['6', '7'])
    zalo.setOption('errorCodeOnSuccess', true)
    expect(await send('8')).toMatchObject({ state: 'sent' })
    expect(new Set(zalo.faults.taken.map(({ kind }) => kind))).toEqual(new Set(['error', 'html', 'reset', 'latency']))
  })

  test('the month’s quota ends: nothing more is asked for a while', async () => {
    zalo.faults.add({ method: 'sendMessage', kind: 'error', code: 429, times: 1 })
    expect(await send('1')).toMatchObject({ state: 'retry', reason: 'channel: 429' })
    expect(await send('2')).toMatchObject({ state: 'retry', reason: 'channel: 429' })
    expect(zalo.calls({ method: 'sendMessage' })).toHaveLength(1)
  })

  test('who blocks is found out by failures, and reached again on return', async () => {
    zalo.block(lan)
    expect(await send('1')).toMatchObject({ state: 'retry' })
    zalo.unblock(lan)
    expect(await send('1')).toMatchObject({ state: 'sent' })
    zalo.setOption('blocked', 'silent')
    zalo.block(lan)
    expect(await send('2')).toMatchObject({ state: 'sent' })
  })

  test('a new start sets no webhook that stands, and takes away one that is in the way', async () => {
    await channel.stop()
    await open(by, address)
    await channel.stop()
    expect(zalo.calls({ method: 'setWebhook' })).toHaveLength(by === 'webhook' ? 1 : 0)
    await open('polling', address)
    await does(() => zalo.say(lan, 'một')).catch(() => null)
    expect(taken.map(({ what }) => what)).toEqual([{ kind: 'text', text: 'một' }])
  })
})

test.skipIf(!library).each([
  ['html', {}],
  ['reset', { when: 'before' }],
  ['drop_poll', { after_ms: 20 }],
  ['error', { code: 403 }],
] as const)('polling goes on after: %s', async (kind, more) => {
  if (!library) return
  taken = []
  zalo = await library.start({ token: '12345689:abc-xyz', port: 0 })
  lan = zalo.createUser({ display_name: 'Lan' })
  zalo.faults.add({ method: 'getUpdates', kind, times: 1, ...more })
  await open('polling', '')
  await until('the fault was met', () => zalo.faults.taken.length === 1)
  await until('it polls again', () => zalo.waitingPolls.length > 0 && zalo.calls({ method: 'getUpdates' }).length >= 2)
  zalo.say(lan, 'một')
  await until('it is taken down', () => taken.length === 1)
  await channel.stop()
  await zalo.stop()
  expect(zalo.violations()).toEqual([])
})
