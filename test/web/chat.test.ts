import { expect, test } from 'vitest'
import { entriesIn, once, openSmallOffice, readEvents } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>

const say = (body: Record<string, unknown>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ chat: 'demo-official', id: 'a1', ...body }),
})
const post = ({ web }: Office, body: Record<string, unknown>) => web.request('/chat/messages', say(body))

const upload = (fields: Record<string, string | File>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ chat: 'demo-official', id: 'f1', ...fields })) body.append(name, value)
  return { method: 'POST', body }
}

async function history({ web }: Office, headers: Record<string, string> = {}) {
  return entriesIn(await readEvents(await web.request('/chat/events', { headers }), (text) => text.includes('ready')))
}

test('what was said is there again when the page is opened again', async () => {
  const office = await openSmallOffice()
  expect((await post(office, { kind: 'start', id: 'start' })).status).toBe(202)
  expect((await post(office, { kind: 'text', text: '/hanchot' })).status).toBe(202)
  const entries = await history(office)
  expect(entries.map(({ side, blocks }) => [side, blocks[0]?.text.slice(0, 18)])).toEqual([
    ['assistant', 'Kính chào đồng chí'],
    ['person', '/hanchot'],
    ['assistant', 'Đồng chí còn 1 việ'],
  ])
  expect(entries[2]).toMatchObject({ chat: 'demo-official', day: 'thứ Ba 26/03/2024', time: '08:00', file: null })
  expect(await history(office)).toEqual(entries)
})

test('the same message sent five times is one message', async () => {
  const office = await openSmallOffice()
  const five = await Promise.all(Array.from({ length: 5 }, () => post(office, { kind: 'text', text: 'Xin chào' })))
  expect(five.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202])
  expect(office.heard).toHaveLength(1)
  expect(await history(office)).toHaveLength(2)
})

test('the same id in two chats is two messages', async () => {
  const office = await openSmallOffice()
  await post(office, { kind: 'text', text: 'Một' })
  await post(office, { kind: 'text', text: 'Hai', chat: 'demo-head' })
  expect(office.heard.map(({ sender }) => sender)).toEqual(['demo-official', 'demo-head'])
})

test('after a break the stream goes on after the last message that arrived', async () => {
  const office = await openSmallOffice()
  await post(office, { kind: 'text', text: 'Một' })
  const last = (await history(office)).at(-1)?.id
  await post(office, { kind: 'text', id: 'a2', text: 'Hai', chat: 'demo-head' })
  const missed = await history(office, { 'last-event-id': String(last) })
  expect(missed.map(({ blocks }) => blocks[0]?.text)).toEqual(['Hai', 'Đã nghe: Hai'])
  expect(await history(office, { 'last-event-id': String(missed.at(-1)?.id) })).toEqual([])
})

test('an open stream brings new messages, each once, and an edit names what it replaces', async () => {
  const office = await openSmallOffice()
  const stream = await office.web.request('/chat/events')
  const reading = readEvents(stream, (text) => text.includes('Xong.'))
  await post(office, { kind: 'text', text: 'Một' })
  const note = (text: string) => ({ blocks: [{ kind: 'text' as const, text }], buttons: [] })
  const sent = await office.room.send('demo-official', note('Đang đọc'), once())
  const externalId = sent.state === 'sent' ? sent.externalId : null
  await office.room.send('demo-official', note('Xong.'), once(externalId))
  const entries = entriesIn(await reading)
  expect(entries.map(({ blocks }) => blocks[0]?.text)).toEqual(['Một', 'Đã nghe: Một', 'Đang đọc', 'Xong.'])
  expect(entries.at(-1)?.replaces).toBe(Number(externalId))
})

test('when the channel stops, open streams end', async () => {
  const office = await openSmallOffice()
  const reading = readEvents(await office.web.request('/chat/events'), () => false)
  await office.room.stop()
  expect(await reading).toContain('retry:')
  expect((await post(office, { kind: 'text', text: 'Một' })).status).toBe(503)
  await readEvents(await office.web.request('/chat/events'), () => false)
})

test('a button sends its token and shows its label', async () => {
  const office = await openSmallOffice()
  await post(office, { kind: 'text', text: '/hanchot' })
  const entry = (await history(office)).at(-1)?.id
  expect((await post(office, { kind: 'button', id: 'b1', entry, token: 'hc_register' })).status).toBe(202)
  expect(office.heard.at(-1)?.what).toEqual({ kind: 'button', token: 'hc_register' })
  expect((await history(office)).slice(-2).map(({ blocks }) => blocks[0]?.text)).toEqual([
    'Đăng ký',
    'Đã chọn hc_register.',
  ])
})

test('a button of another chat is refused', async () => {
  const office = await openSmallOffice()
  await post(office, { kind: 'text', text: '/hanchot' })
  const entry = (await history(office)).at(-1)?.id
  const refused = await post(office, { kind: 'button', id: 'b1', chat: 'demo-head', entry, token: 'hc_register' })
  expect(refused.status).toBe(404)
  expect(office.heard).toHaveLength(1)
})

test('letters arrive in one Unicode form', async () => {
  const office = await openSmallOffice()
  await post(office, { kind: 'text', text: 'hạn chót'.normalize('NFD') })
  expect(office.heard[0]?.what).toEqual({ kind: 'text', text: 'hạn chót' })
})

// biome-ignore format: a table keeps its columns
const nonsense = [
  { say: 'no chat of the page',      body: { kind: 'text', text: 'x', chat: 'someone-else' }, status: 400 },
  { say: 'only spaces',              body: { kind: 'text', text: '  ' },                      status: 400 },
  { say: 'an unknown kind',          body: { kind: 'shout', text: 'x' },                      status: 400 },
  { say: 'an id that is too long',   body: { kind: 'text', text: 'x', id: 'a'.repeat(65) },   status: 400 },
  { say: 'no id',                    body: { kind: 'text', text: 'x', id: '' },               status: 400 },
  { say: 'more than a page of text', body: { kind: 'text', text: 'x'.repeat(70_000) },        status: 413 },
]

test.each(nonsense)('$say is refused: $status', async ({ body, status }) => {
  const office = await openSmallOffice()
  const refused = await post(office, body)
  expect(refused.status).toBe(status)
  expect(((await refused.json()) as { error: string }).error.length).toBeGreaterThan(10)
  expect(office.heard).toEqual([])
})

test('a file is kept, named plainly, and fetched again by its own chat only', async () => {
  const office = await openSmallOffice()
  const file = new File(['KẾ HOẠCH'], '../kế hoạch\u0007.txt'.normalize('NFD'), { type: 'text/plain' })
  expect((await office.web.request('/chat/files', upload({ file }))).status).toBe(202)
  const what = office.heard[0]?.what
  expect(what).toMatchObject({ kind: 'file', caption: '', file: { name: 'kế hoạch.txt', size: 12 } })
  const [shown, echoed] = await history(office)
  expect(shown?.file?.name).toBe('kế hoạch.txt')
  const fetched = await office.web.request(echoed?.file?.href ?? '')
  expect(await fetched.text()).toBe('KẾ HOẠCH')
  expect(fetched.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''k%E1%BA%BF/)
  const other = (echoed?.file?.href ?? '').replace('demo-official', 'demo-head')
  expect((await office.web.request(other)).status).toBe(404)
})

test('the same file sent five times is one file', async () => {
  const office = await openSmallOffice()
  const file = new File(['x'], 'a.txt', { type: 'text/plain' })
  for (let time = 0; time < 5; time++) await office.web.request('/chat/files', upload({ file }))
  expect(office.heard).toHaveLength(1)
})

test('20 MB are taken, more is not', async () => {
  const office = await openSmallOffice()
  const sized = (bytes: number) => upload({ id: String(bytes), file: new File([new Uint8Array(bytes)], 'a.pdf') })
  expect((await office.web.request('/chat/files', sized(20 * 1024 * 1024))).status).toBe(202)
  const refused = await office.web.request('/chat/files', sized(20 * 1024 * 1024 + 1))
  expect(refused.status).toBe(413)
  expect(((await refused.json()) as { error: string }).error).toContain('20 MB')
  expect((await office.web.request('/chat/files', sized(22 * 1024 * 1024))).status).toBe(413)
  expect(office.heard).toHaveLength(1)
})

test('an upload without a file, or no form at all, is refused', async () => {
  const office = await openSmallOffice()
  expect((await office.web.request('/chat/files', upload({ file: 'no file' }))).status).toBe(400)
  expect((await office.web.request('/chat/files', { method: 'POST', body: 'x' })).status).toBe(400)
})

test('the menu names what this person may ask for', async () => {
  const office = await openSmallOffice()
  const menu = await office.web.request('/chat/menu?chat=demo-head&lang=en')
  expect(await menu.json()).toEqual({
    commands: [
      { command: '/hanchot', label: 'Thời hạn' },
      { command: '/dangky', label: 'Đăng ký thi đua' },
    ],
  })
  expect((await office.web.request('/chat/menu?chat=stranger')).status).toBe(404)
})

test('the demo answers this machine only', async () => {
  const office = await openSmallOffice()
  for (const path of ['/', '/chat/events', '/chat/menu?chat=demo-head']) {
    expect((await office.web.request(`http://evil.example${path}`)).status).toBe(403)
  }
  const foreign = { ...say({ kind: 'text', text: 'x' }), headers: { origin: 'http://evil.example' } }
  expect((await office.web.request('/chat/messages', foreign)).status).toBe(403)
  expect(office.heard).toEqual([])
})

test('a demo over data without sample people says so', async () => {
  const { web } = await openSmallOffice({ people: [] })
  const page = await web.request('/', { headers: { accept: 'text/html' } })
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('không có người dùng mẫu')])
  expect((await web.request('/chat/events')).status).toBe(404)
})

test('names cannot break out of the page', async () => {
  const office = await openSmallOffice()
  const page = await (await office.web.request('/')).text()
  expect(page).not.toContain('<Văn>')
  const data = /id="page">(.*)<\/script>/.exec(page)?.[1] ?? ''
  expect(JSON.parse(data).chats[2].name).toBe('Trần <Văn> Bình')
})

test('the page speaks the language of the browser, or the one asked for', async () => {
  const office = await openSmallOffice()
  const lang = async (path: string, accept: string) =>
    /<html lang="(..)">/.exec(
      await (await office.web.request(path, { headers: { 'accept-language': accept } })).text(),
    )?.[1]
  expect(await lang('/', 'en-US,en;q=0.9')).toBe('en')
  expect(await lang('/', 'en;q=0.4,vi-VN;q=0.8')).toBe('vi')
  expect(await lang('/', 'fr')).toBe('vi')
  expect(await lang('/?lang=en', 'vi')).toBe('en')
})

test('scripts, styles and fonts come from here, are checked by ETag, and stay small', async () => {
  const office = await openSmallOffice()
  const font = await office.web.request('/assets/be-vietnam-pro-vietnamese-400-normal.woff2')
  expect(font.headers.get('content-type')).toBe('font/woff2')
  const script = await office.web.request('/assets/app.js')
  expect(script.headers.get('content-type')).toContain('text/javascript')
  const etag = script.headers.get('etag') ?? ''
  expect((await office.web.request('/assets/app.js', { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await office.web.request('/assets/..%2fweb.ts')).status).toBe(404)
})
