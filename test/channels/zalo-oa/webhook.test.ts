import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { payloadOf, tokenOf } from '../../../src/channels/zalo-oa/button-payload.ts'
import { isFileAddress } from '../../../src/channels/zalo-oa/download.ts'
import { isSigned } from '../../../src/channels/zalo-oa/signature.ts'
import { lan, type Oa, openOa } from './open-oa.ts'

let oa: Oa
beforeEach(async () => {
  oa = await openOa()
  await oa.start()
})
afterEach(() => oa.close())

const whats = () => oa.taken.map(({ incoming }) => incoming.what)
const event = (time: string) =>
  JSON.stringify({
    ...{ app_id: oa.server.app.id, event_name: 'user_send_text', timestamp: time },
    ...{ sender: { id: lan }, recipient: { id: oa.server.app.oaId }, message: { msg_id: 'm1', text: 'chào' } },
  })

describe('what comes in', () => {
  test('words, presses, files, pictures, follows, and what cannot be handed on', async () => {
    const { server } = oa
    await server.says(lan, 'hạn chót'.normalize('NFD'))
    await server.presses(lan, payloadOf('hanchot.abc.0'))
    await server.sends(lan, 'Kế hoạch.pdf', new Uint8Array([1, 2]))
    await server.sends(lan, '', new Uint8Array([1]), 'user_send_image')
    await server.says(lan, '/start K7QF-2M9P')
    await server.follows(lan)
    for (const kind of ['sticker', 'audio', 'location', 'gif', 'video', 'business_card'])
      await server.acts(lan, { event_name: `user_send_${kind}`, message: { msg_id: kind } })
    await server.unfollows(lan)
    expect(whats()).toEqual([
      { kind: 'text', text: 'hạn chót' },
      { kind: 'button', token: 'hanchot.abc.0' },
      { kind: 'file', file: expect.objectContaining({ name: 'Kế hoạch.pdf', mime: null, size: 2 }), caption: '' },
      { kind: 'file', file: expect.objectContaining({ name: 'photo.jpg', mime: 'image/jpeg' }), caption: '' },
      { kind: 'start', code: 'K7QF-2M9P' },
      { kind: 'start', code: null },
      ...Array.from({ length: 6 }, () => ({ kind: 'unsupported' })),
      { kind: 'blocked' },
    ])
    expect(oa.taken[0]).toMatchObject({ bot: server.app.id, incoming: { channel: 'zalo-oa', chat: lan, sender: lan } })
  })

  test('several pictures in one message are several files, each with an id of its own', async () => {
    const payload = (name: string) => ({ type: 'image', payload: { url: `https://photo.zdn.vn/${name}` } })
    await oa.server.acts(lan, {
      event_name: 'user_send_image',
      message: { msg_id: 'm7', text: 'hai trang', attachments: [payload('1.jpg'), payload('2.jpg')] },
    })
    expect(oa.taken.map(({ updateId }) => updateId)).toEqual(['m7', 'm7:1'])
    expect(whats()).toMatchObject([{ caption: 'hai trang' }, { caption: '' }])
  })

  test.each([
    { event_name: 'oa_send_text', message: { msg_id: 'x', text: 'của chính mình' } },
    { event_name: 'user_seen_message', message: { msg_ids: ['x'] } },
    { event_name: 'user_received_message', message: { msg_id: 'x' } },
    { event_name: 'user_send_group_text', message: { msg_id: 'x', text: 'trong nhóm' } },
    { event_name: 'anonymous_send_text', message: { msg_id: 'x', text: 'ai đó' } },
    { event_name: 'user_submit_info', info: {} },
    { event_name: 'something_new', message: { msg_id: 'x' } },
  ])('$event_name is answered and left alone', async (given) => {
    expect(await oa.server.acts(lan, given)).toBe(200)
    expect(oa.taken).toEqual([])
  })

  test('a genuine event of an unknown shape is answered, so that Zalo does not stop, and noticed', async () => {
    expect(await oa.server.deliver({ event_name: 'user_send_text', sender: { id: 25 }, message: [] })).toBe(200)
    expect(oa.taken).toEqual([])
    expect(oa.noticed).toMatchObject([{ what: expect.stringContaining('unknown shape') }])
  })

  test('an event that cannot be written down is not acknowledged: it comes again', async () => {
    await oa.close()
    oa = await openOa()
    let fails = 1
    await oa.start(async () => {
      fails -= 1
      if (fails >= 0) throw new Error('disk full')
      return true
    })
    expect(await oa.server.says(lan, 'một')).toBe(500)
    expect(await oa.server.repeats()).toBe(200)
    expect(whats()).toEqual([{ kind: 'text', text: 'một' }])
  })

  test('before anybody listens an event is not acknowledged either', async () => {
    await oa.channel.stop()
    expect(await oa.server.says(lan, 'một')).toBe(503)
  })
})

describe('the signature', () => {
  test('an event signed over its raw bytes is taken, by the id of the application or of the account', async () => {
    const body = event('1711414800001')
    const spaced = body.replaceAll(',', ' ,\n')
    for (const [one, id] of [
      [body, oa.server.app.id],
      [spaced, oa.server.app.id],
      [body, oa.server.app.oaId],
    ] as const)
      expect(await oa.server.post(one, { 'x-zevent-signature': oa.server.sign(one, '1711414800001', id) })).toBe(200)
    expect(oa.taken).toHaveLength(3)
  })

  test('a time in the header is taken instead of the one in the body', async () => {
    const body = event('1')
    const headers = {
      'x-zevent-signature': oa.server.sign(body, '1711414800001'),
      'x-zevent-timestamp': '1711414800001',
    }
    expect(await oa.server.post(body, headers)).toBe(200)
  })

  test('without one, with another’s, over other words, other bytes or another time it is refused', async () => {
    const time = '1711414800001'
    const body = event(time)
    const good = oa.server.sign(body, time)
    const foreign = `mac=${createHash('sha256').update(`${oa.server.app.id}${body}${time}other-secret`).digest('hex')}`
    for (const [sent, signature] of [
      [body, ''],
      [body, 'mac='],
      [body, foreign],
      [body, good.slice(0, -1)],
      [body.replace('chào', 'xóa'), good],
      [`${body} `, good],
      [body.replace(time, '1711414800002'), good],
      [event(time).replace('"m1"', '"m2"'), good],
    ] as const)
      expect(await oa.server.post(sent, { 'x-zevent-signature': signature })).toBe(403)
    expect(oa.taken).toEqual([])
  })

  test('the seam between body and time cannot be moved', () => {
    const bytes = (text: string) => Buffer.from(text)
    const signature = createHash('sha256').update('app{"a":1}17s').digest('hex')
    const signed = { signature, ids: ['app'], secret: 's' }
    expect(isSigned({ ...signed, body: bytes('{"a":1}'), time: '17' })).toBe(true)
    expect(isSigned({ ...signed, body: bytes('{"a":1'), time: '}17' })).toBe(false)
    expect(isSigned({ ...signed, body: bytes('{"a":1}17'), time: '' })).toBe(false)
  })

  test('the empty object by which Zalo tries an address is answered and does nothing; other unsigned words are not', async () => {
    expect(await oa.server.post('{}', {})).toBe(200)
    for (const body of ['', '[1]', 'null', 'x', '{"event_name":"follow"}'])
      expect(await oa.server.post(body, {})).toBe(403)
    expect(oa.taken).toEqual([])
  })
})

describe('a press', () => {
  // biome-ignore format: a table keeps its columns
  const cases = [
    { say: 'a payload of ours',                  text: '#thidua:hanchot.k3j9abcd2345.0', expect: 'hanchot.k3j9abcd2345.0' },
    { say: 'the topic of a dialog with a dash',  text: '#thidua:them-don-vi.k3j9.12',    expect: 'them-don-vi.k3j9.12' },
    { say: 'words that begin with the mark',     text: '#thidua: hạn chót là bao giờ?',  expect: null },
    { say: 'a token without the mark',           text: 'hanchot.k3j9.0',                 expect: null },
    { say: 'a hashtag',                          text: '#thidua2024',                    expect: null },
    { say: 'a payload within a sentence',        text: 'gõ #thidua:hanchot.k3j9.0 nhé',  expect: null },
  ]
  test.each(cases)('$say', ({ text, expect: token }) => {
    expect(tokenOf(text)).toBe(token)
  })
})

describe('files of people', () => {
  // biome-ignore format: a table keeps its columns
  const cases = [
    { say: 'a host of Zalo’s',               address: 'https://f20-org-zp.zdn.vn/a/b.pdf',           expect: true },
    { say: 'another',                        address: 'https://down-static.zalo.me/x',               expect: true },
    { say: 'plain http',                     address: 'http://f20.zdn.vn/a',                         expect: false },
    { say: 'another port',                   address: 'https://f20.zdn.vn:8443/a',                   expect: false },
    { say: 'a host that only looks like it', address: 'https://evilzdn.vn/a',                        expect: false },
    { say: 'a host in front of another',     address: 'https://a.zdn.vn.example.com/a',              expect: false },
    { say: 'a name before another host',     address: 'https://a.zdn.vn@10.0.0.1/a',                 expect: false },
    { say: 'the office’s own network',       address: 'http://192.168.1.1/admin',                    expect: false },
    { say: 'loopback',                       address: 'http://127.0.0.1:3000/clock',                 expect: false },
    { say: 'a file',                         address: 'file:///etc/passwd',                          expect: false },
    { say: 'no address at all',              address: 'kh.pdf',                                      expect: false },
  ]
  test.each(cases)('$say: $address', ({ address, expect: may }) => {
    expect(isFileAddress(address, null)).toBe(may)
  })

  const file = (ref: string) => ({ ref, name: 'kh.pdf', mime: null, size: null })
  const at = (path: string) => oa.server.root + path

  test('are fetched byte for byte, over a redirect within the same hosts', async () => {
    oa.server.files.set('/files/a', { bytes: new Uint8Array([0, 255]) })
    oa.server.files.set('/files/b', { bytes: new Uint8Array(), redirect: '/files/a' })
    expect(await oa.channel.download(file(at('/files/b')))).toEqual(new Uint8Array([0, 255]))
  })

  test('are not fetched over a redirect elsewhere, nor round in a circle, nor above 20 MB', async () => {
    oa.server.files.set('/files/out', { bytes: new Uint8Array(), redirect: 'http://127.0.0.1:1/x' })
    oa.server.files.set('/files/round', { bytes: new Uint8Array(), redirect: '/files/round' })
    oa.server.files.set('/files/big', { bytes: new Uint8Array(20 * 1024 ** 2 + 1) })
    await expect(oa.channel.download(file(at('/files/out')))).rejects.toThrow('does not lie with Zalo')
    await expect(oa.channel.download(file(at('/files/round')))).rejects.toThrow('302')
    await expect(oa.channel.download(file(at('/files/big')))).rejects.toThrow('more than')
  })
})
