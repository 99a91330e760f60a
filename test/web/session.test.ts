import { expect, test } from 'vitest'
import { openSmallOffice, readEvents } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>

const staff = (wish: Parameters<typeof openSmallOffice>[0] = {}) =>
  openSmallOffice({ chat: 'on', clock: null, ...wish })

const form = (code: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams({ code }).toString(),
})

async function signIn({ web }: Office, code = 'MA-2024', headers: Record<string, string> = {}) {
  const response = await web.request('/session', form(code, headers))
  const set = response.headers.get('set-cookie') ?? ''
  return { response, set, cookie: set.split(';')[0] ?? '' }
}

test('without a session the page asks for a code, and nothing else answers', async () => {
  const { web } = await staff()
  const page = await (await web.request('/')).text()
  expect(page).toContain('<label for="code">Mã tham gia, mã thiết lập hoặc mã liên kết</label>')
  // The fonts alone come by script: what is needed is there without one.
  expect(page.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/ async src="\/assets\/\w+\/fonts\.js"/)])
  for (const path of ['/chat/events', '/chat/menu?chat=me', '/chat/files/1?chat=me']) {
    expect((await web.request(path)).status).toBe(401)
  }
  const spoken = await web.request('/chat/messages', { method: 'POST', body: '{"chat":"me","id":"1","kind":"start"}' })
  expect(spoken.status).toBe(401)
})

test('a code opens a session of a fresh account and is handed to the chat', async () => {
  const office = await staff()
  const { response, set, cookie } = await signIn(office)
  expect([response.status, response.headers.get('location')]).toEqual([303, '/'])
  expect(set).toMatch(/^session=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
  expect(office.heard).toMatchObject([{ what: { kind: 'start', code: 'MA-2024' } }])
  const page = await (await office.web.request('/', { headers: { cookie } })).text()
  expect(page).toContain('id="app"')
  const events = await office.web.request('/chat/events', { headers: { cookie } })
  expect(await readEvents(events, (text) => text.includes('ready'))).toContain('Kính chào đồng chí. MA-2024')
})

test('two sign-ins are two accounts that do not see each other', async () => {
  const office = await staff()
  const [first, second] = [await signIn(office, 'MOT'), await signIn(office, 'HAI')]
  expect(new Set(office.heard.map(({ sender }) => sender)).size).toBe(2)
  const events = await office.web.request('/chat/events', { headers: { cookie: second.cookie } })
  const seen = await readEvents(events, (text) => text.includes('ready'))
  expect(seen).toContain('HAI')
  expect(seen).not.toContain('MOT')
  expect(first.cookie).not.toBe(second.cookie)
})

test('over https the cookie is kept to https', async () => {
  const office = await staff({ publicUrl: 'https://thidua.example.vn' })
  expect((await signIn(office)).set).toContain('; Secure')
})

test('signing out ends the session', async () => {
  const office = await staff()
  const { cookie } = await signIn(office)
  const out = await office.web.request('/session/end', { method: 'POST', headers: { cookie } })
  expect(out.headers.get('set-cookie')).toContain('session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  expect((await office.web.request('/chat/events', { headers: { cookie } })).status).toBe(401)
})

test('signing in again makes another token, and ends what was signed in on this browser', async () => {
  const office = await staff()
  const first = await signIn(office, 'MOT')
  const second = await signIn(office, 'HAI', { cookie: first.cookie })
  expect(second.cookie).not.toBe(first.cookie)
  const see = async (cookie: string) => (await office.web.request('/chat/menu?chat=me', { headers: { cookie } })).status
  expect([await see(first.cookie), await see(second.cookie)]).toEqual([401, 200])
})

test('a token that a stranger put there is never taken over', async () => {
  const office = await staff()
  const planted = `session=${'a'.repeat(43)}`
  const { cookie } = await signIn(office, 'MA', { cookie: planted })
  expect(cookie).not.toBe(planted)
  expect((await office.web.request('/chat/menu?chat=me', { headers: { cookie: planted } })).status).toBe(401)
})

test('a session lasts thirty days from its last use', async () => {
  const office = await staff()
  const { cookie } = await signIn(office)
  const dayMs = 24 * 60 * 60 * 1000
  const see = async () => (await office.web.request('/', { headers: { cookie } })).headers.getSetCookie()
  office.clock.set(office.clock.now() + 29 * dayMs)
  expect((await see()).join()).toContain('Max-Age=2592000')
  office.clock.set(office.clock.now() + 29 * dayMs)
  expect((await office.web.request('/chat/menu?chat=me', { headers: { cookie } })).status).toBe(200)
  office.clock.set(office.clock.now() + 30 * dayMs)
  expect((await office.web.request('/chat/menu?chat=me', { headers: { cookie } })).status).toBe(401)
})

test('one chat sends sixty messages a minute at most, and others go on', async () => {
  const office = await staff()
  const [first, second] = [await signIn(office, 'MOT'), await signIn(office, 'HAI')]
  const say = async (cookie: string, id: number) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const body = JSON.stringify({ chat: 'me', id: `m${id}`, kind: 'text', text: 'x' })
    return (await office.web.request('/chat/messages', { method: 'POST', headers, body })).status
  }
  for (let id = 0; id < 60; id += 1) expect(await say(first.cookie, id)).toBe(202)
  expect([await say(first.cookie, 60), await say(second.cookie, 0)]).toEqual([429, 202])
})

test('a made-up session is nobody’s', async () => {
  const { web } = await staff()
  const headers = { cookie: `session=${'a'.repeat(43)}` }
  expect((await web.request('/chat/events', { headers })).status).toBe(401)
})

test('a page from elsewhere can neither sign in nor speak', async () => {
  const office = await staff({ publicUrl: 'https://thidua.example.vn' })
  expect((await signIn(office, 'MA', { origin: 'https://evil.example' })).response.status).toBe(403)
  expect((await signIn(office, 'MA', { origin: 'https://thidua.example.vn' })).response.status).toBe(303)
  const { cookie } = await signIn(office)
  const headers = { cookie, origin: 'https://evil.example', 'content-type': 'application/json' }
  const body = '{"chat":"me","id":"1","kind":"text","text":"x"}'
  expect((await office.web.request('/chat/messages', { method: 'POST', headers, body })).status).toBe(403)
})

const posts = ['/session', '/session/end', '/session/pair', '/session/pair/end', '/chat/messages', '/chat/files']

test.each(posts)('a post of another site’s page to %s does nothing', async (path) => {
  const office = await staff({ publicUrl: 'https://thidua.example.vn' })
  for (const origin of ['https://evil.example', 'https://thidua.example.vn.evil.example', 'null']) {
    const { status } = await office.web.request(path, { method: 'POST', headers: { origin } })
    expect([origin, status]).toEqual([origin, 403])
  }
  const { status } = await office.web.request(path, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })
  expect(status).toBe(403)
})

// biome-ignore format: a table keeps its columns
const wrong = [
  { say: 'an empty field',         code: '  ',             words: 'Đề nghị nhập mã đã được cấp.' },
  { say: 'a code of 200 letters',  code: 'a'.repeat(200),  words: 'Đề nghị nhập mã đã được cấp.' },
]

test.each(wrong)('$say is answered on the page', async ({ code, words }) => {
  const office = await staff()
  const { response, set } = await signIn(office, code)
  expect([response.status, set]).toEqual([400, ''])
  expect(await response.text()).toContain(words)
  expect(office.heard).toEqual([])
})

test('after ten tries an address waits ten minutes', async () => {
  const office = await staff()
  for (let time = 0; time < 10; time++) expect((await signIn(office)).response.status).toBe(303)
  const { response } = await signIn(office)
  expect(response.status).toBe(429)
  expect(await response.text()).toContain('10 phút')
  expect((await signIn(office, 'MA', { 'x-forwarded-for': '203.0.113.9' })).response.status).toBe(303)
  office.clock.set(office.clock.now() + 10 * 60 * 1000 + 1)
  expect((await signIn(office)).response.status).toBe(303)
})

test('a link with a code fills the field, and cannot break out of it', async () => {
  const { web } = await staff()
  const page = await (await web.request(`/?code=${encodeURIComponent('"><script>x')}`)).text()
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;x"')
})

test('a link to join is given only where the world reaches the page', async () => {
  expect((await staff()).room.joinLink('AB')).toBeNull()
  const { room } = await staff({ publicUrl: 'https://thidua.example.vn' })
  expect(room.joinLink('A B')).toBe('https://thidua.example.vn/?code=A%20B')
  expect(room.can.deepLinks).toBe(true)
})

test('where the chat is off the page says so and there is no chat', async () => {
  const { web } = await openSmallOffice({ chat: 'off', clock: null })
  expect(await (await web.request('/')).text()).toContain('Trợ lý Thi đua đang hoạt động')
  for (const path of ['/chat/events', '/chat/menu', '/clock']) expect((await web.request(path)).status).toBe(404)
  expect((await web.request('/healthz')).status).toBe(200)
})
