import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SendOptions } from '../../../src/channels/channel.ts'
import { windowAt } from '../../../src/channels/zalo-oa/sending-window.ts'
import { zaloOaLimits } from '../../../src/channels/zalo-oa.ts'
import { serve } from '../../../src/web/serve.ts'
import type { Fault } from '../zalo-oa-server.ts'
import { lan, type Oa, openOa, say, sendTo, usual } from './open-oa.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

let oa: Oa
beforeEach(async () => {
  oa = await openOa()
})
afterEach(() => oa.close())

const send = (message: ReturnType<typeof say>, options: Partial<SendOptions> = {}) =>
  oa.channel.send(lan, message, { ...usual, ...options })
const open = async (options: Parameters<typeof openOa>[0]) => {
  await oa.close()
  oa = await openOa(options)
  oa.server.templates.set('T1', { parameter: 'noi_dung', length: 200 })
}

// biome-ignore format: a table keeps its columns
const windows = [
  { say: 'an answer at once is free',                    silentMs: 0,               expect: 'free' },
  { say: 'after 48 hours to the millisecond it is free', silentMs: 48 * hourMs,     expect: 'free' },
  { say: 'a millisecond later it costs',                 silentMs: 48 * hourMs + 1, expect: 'paid' },
  { say: 'after 7 days to the millisecond it costs',     silentMs: 7 * dayMs,       expect: 'paid' },
  { say: 'a millisecond later it is closed',             silentMs: 7 * dayMs + 1,   expect: 'closed' },
]

test.each(windows)('$say', ({ silentMs, expect: window }) => {
  expect(windowAt(1_000_000, 1_000_000 + silentMs)).toBe(window)
})

test('where nobody knows when a person was last heard from, Zalo decides', () => {
  expect(windowAt(null, 1_000_000)).toBe('unknown')
})

describe('the windows', () => {
  const silent = (forMs: number) => {
    const lastHeardAt = oa.server.clock.at
    oa.server.clock.at += forMs
    return { lastHeardAt }
  }

  test('within 48 hours a message is free, up to 7 days it is paid for', async () => {
    expect(await sendTo(oa, 'một', silent(hourMs))).toMatchObject({ state: 'sent' })
    expect(await sendTo(oa, 'hai', silent(50 * hourMs))).toMatchObject({ state: 'sent' })
    expect(oa.server.sent.map(({ paid }) => paid)).toEqual([false, true])
  })

  test('where paid ones are not wanted none is sent, and the reason lets another channel be tried', async () => {
    await open({ usePaid: false, template: 'T1' })
    expect(await sendTo(oa, 'một', silent(50 * hourMs))).toEqual({
      ...{ state: 'failed', reason: 'not heard from for 48 hours, and messages that cost are not wanted' },
    })
    expect(oa.server.calls).toEqual([])
  })

  test('after 7 days nothing is sent without a template', async () => {
    expect(await sendTo(oa, 'một', silent(8 * dayMs))).toEqual({
      ...{ state: 'failed', reason: 'not heard from for 7 days; no template is set' },
    })
    expect(oa.server.calls).toEqual([])
  })

  test('after 7 days a template carries the first words, cut between words', async () => {
    await open({ template: 'T1' })
    const words = `Còn 14 ngày.\nĐăng ký ${'thi đua '.repeat(40)}`
    expect(await send(say(words, ['Đăng ký']), silent(8 * dayMs))).toMatchObject({ state: 'sent' })
    const carried = oa.server.sent[0]?.template?.data.noi_dung ?? ''
    expect(carried).toMatch(/^Còn 14 ngày\. Đăng ký thi đua .*(?:thi|đua)…$/)
    expect(carried.length).toBeLessThanOrEqual(200)
  })

  test('where Zalo heard less than we did, its refusal leads to the template; without one to a failure', async () => {
    const lastHeardAt = oa.server.clock.at + 8 * dayMs
    oa.server.clock.at = lastHeardAt
    expect(await sendTo(oa, 'một', { lastHeardAt })).toMatchObject({ state: 'failed', reason: /no template is set/ })
    await open({ template: 'T1' })
    oa.server.clock.at += 8 * dayMs
    expect(await sendTo(oa, 'một', { lastHeardAt: oa.server.clock.at })).toMatchObject({ state: 'sent' })
    expect(oa.server.sent[0]?.template?.data).toEqual({ noi_dung: 'một' })
  })
})

describe('what goes out', () => {
  test('more than five buttons go on below a sign of their own, each with its token', async () => {
    await send(say('Chọn đơn vị', ['1', '2', '3', '4', '5', '6', '7']))
    expect(oa.server.sent.map(({ text, buttons }) => [text, buttons.map(({ title }) => title)])).toEqual([
      ['Chọn đơn vị', ['1', '2', '3', '4', '5']],
      ['…', ['6', '7']],
    ])
    expect(oa.server.sent[1]?.buttons[1]?.payload).toBe('#thidua:hanchot.abc.6')
  })

  test('decomposed letters are composed before they are counted, a label is cut to what a button holds', async () => {
    const text = `${'ệ'.repeat(1_999)}.`
    await send(say(text.normalize('NFD'), ['Xem '.repeat(40).normalize('NFD')]))
    expect(oa.server.sent.map((one) => one.text)).toEqual([text])
    expect(oa.server.sent[0]?.buttons[0]?.title).toMatch(/^Xem .*Xem…$/)
  })

  test('each part but the first waits for its turn', async () => {
    let turns = 0
    const pace = async () => {
      turns += 1
    }
    await send(say('Các đơn vị đăng ký. '.repeat(300)), { pace })
    expect(oa.server.sent.length).toBeGreaterThan(2)
    expect(turns).toBe(oa.server.sent.length - 1)
  })

  test('no more than 20 a second', () => {
    expect(zaloOaLimits.overall.most / zaloOaLimits.overall.perMs).toBeLessThanOrEqual(20 / 1000)
  })
})

describe('files', () => {
  const bytes = new Uint8Array([1, 2, 3])
  const address = 'https://thidua.example.vn/f/abc'
  const withFile = (name: string, mime = 'application/octet-stream') => ({
    ...say('Đây ạ', ['Xem']),
    attachment: { hash: 'h', name, mime },
  })
  const shown = () => oa.server.sent.map(({ text, upload }) => upload?.name ?? text)

  // biome-ignore format: a table keeps its columns
  const cases = [
    { say: 'a Word file is sent',                         name: 'Bản đăng ký.docx', size: 3,                expect: ['Bản đăng ký.docx', 'Đây ạ'] },
    { say: 'a PDF is sent',                               name: 'kh.PDF',           size: 3,                expect: ['kh.PDF', 'Đây ạ'] },
    { say: 'a picture is sent',                           name: 'lich.png',         size: 3,                expect: ['lich.png', 'Đây ạ'] },
    { say: 'a table is named with its address',           name: 'Tổng hợp.xlsx',    size: 3,                expect: [`Đây ạ\nTổng hợp.xlsx: ${address}`] },
    { say: 'a calendar as well',                          name: 'lich.ics',         size: 3,                expect: [`Đây ạ\nlich.ics: ${address}`] },
    { say: 'a PDF above 5 MB too',                        name: 'kh.pdf',           size: 5 * 1024 ** 2 + 1, expect: [`Đây ạ\nkh.pdf: ${address}`] },
    { say: 'a picture above 1 MB too',                    name: 'anh.jpg',          size: 1024 ** 2 + 1,    expect: [`Đây ạ\nanh.jpg: ${address}`] },
  ]

  test.each(cases)('$say', async ({ name, size, expect: wanted }) => {
    const ended = await send(withFile(name), { file: new Uint8Array(size), address })
    expect(ended).toMatchObject({ state: 'sent' })
    expect(shown()).toEqual(wanted)
    const uploads = [...oa.server.of('file'), ...oa.server.of('image')]
    expect(uploads).toHaveLength(wanted.length - 1)
    expect(oa.server.sent.at(-1)?.buttons.map(({ title }) => title)).toEqual(['Xem'])
  })

  test('what cannot be sent and has no address is not passed over in silence', async () => {
    expect(await send(withFile('Tổng hợp.xlsx'), { file: bytes })).toMatchObject({ state: 'failed' })
    expect(oa.server.sent).toEqual([])
  })

  test('an upload that Zalo refuses becomes a link; one that breaks is tried again, and nothing was said', async () => {
    oa.server.faults.push({ at: 'file', code: -210 })
    expect(await send(withFile('kh.pdf'), { file: bytes, address })).toMatchObject({ state: 'sent' })
    expect(shown()).toEqual([`Đây ạ\nkh.pdf: ${address}`])
    oa.server.faults.push({ at: 'file', html: 502 })
    expect(await send(withFile('kh.pdf'), { file: bytes, address })).toMatchObject({ state: 'retry' })
    expect(oa.server.sent).toHaveLength(1)
  })
})

describe('what may go wrong', () => {
  // biome-ignore format: a table keeps its columns
  const cases: { say: string; fault: Fault; expect: object }[] = [
    { say: 'too many calls in a minute',            fault: { at: 'message', code: -32 },                    expect: { state: 'retry', afterMs: 60_000 } },
    { say: 'status 429 with a wait',                fault: { at: 'message', status: 429, retryAfter: 7 },   expect: { state: 'retry', afterMs: 7_000 } },
    { say: 'status 429 without',                    fault: { at: 'message', status: 429 },                  expect: { state: 'retry', afterMs: 60_000 } },
    { say: 'status 429 with a code that says nothing', fault: { at: 'message', status: 429, body: { error: -1 } }, expect: { state: 'retry', afterMs: 60_000 } },
    { say: 'a page of the gateway',                 fault: { at: 'message', html: 502 },                    expect: { state: 'retry', afterMs: null } },
    { say: 'a page with status 200',                fault: { at: 'message', html: 200 },                    expect: { state: 'retry' } },
    { say: 'a gateway that stopped waiting',        fault: { at: 'message', status: 504 },                  expect: { state: 'unknown' } },
    { say: 'a server in trouble',                   fault: { at: 'message', status: 500 },                  expect: { state: 'retry' } },
    { say: 'a page that says there is no such way', fault: { at: 'message', html: 404 },                    expect: { state: 'failed' } },
    { say: 'a line cut after delivery',             fault: { at: 'message', cut: true },                    expect: { state: 'unknown' } },
    { say: 'not followed any more',                 fault: { at: 'message', code: -213 },                   expect: { state: 'blocked' } },
    { say: 'away for more than 45 days',            fault: { at: 'message', code: -227 },                   expect: { state: 'blocked' } },
    { say: 'messages of this kind refused',         fault: { at: 'message', code: -244 },                   expect: { state: 'blocked' } },
    { say: 'last interaction expired',              fault: { at: 'message', code: -232 },                   expect: { state: 'failed' } },
    { say: 'a passing failure',                     fault: { at: 'message', code: -200 },                   expect: { state: 'retry', afterMs: null } },
    { say: 'a code that nobody knows',              fault: { at: 'message', code: -98765 },                 expect: { state: 'failed', reason: '-98765 injected' } },
  ]

  test.each(cases)('$say', async ({ fault, expect: wanted }) => {
    oa.server.faults.push(fault)
    expect(await sendTo(oa, 'một')).toMatchObject(wanted)
    expect(oa.noticed).toEqual([])
  })

  test.each([-211, -221, -224, -320, -321])(
    'code %i is the operator’s: the channel waits, others are tried, and one notice is given',
    async (code) => {
      for (let time = 0; time < 3; time += 1) {
        oa.server.faults.push({ at: 'message', code })
        const reason = expect.stringMatching(new RegExp(`^channel: ${code}`))
        expect(await sendTo(oa, 'một')).toMatchObject({ state: 'retry', afterMs: 900_000, reason })
      }
      expect(oa.noticed).toMatchObject([{ facts: { code } }])
    },
  )

  test('a later part that fails leaves it open what arrived', async () => {
    oa.server.faults.push({ at: 'message', skip: 1, html: 502 })
    expect(await send(say('Các đơn vị đăng ký. '.repeat(150)))).toMatchObject({ state: 'unknown' })
    expect(oa.server.sent).toHaveLength(1)
  })

  test('a server that is not there: nothing was sent, it is tried again', async () => {
    const gone = await serve(() => new Response(), '127.0.0.1', 0)
    await gone.stop()
    const away = oa.join({ apiRoot: `http://127.0.0.1:${gone.port}` })
    expect(await sendTo({ channel: away }, 'hai')).toMatchObject({ state: 'retry', reason: 'ECONNREFUSED' })
  })
})
