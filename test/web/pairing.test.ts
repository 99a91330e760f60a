import { expect, test } from 'vitest'
import { openSmallOffice } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>

const staff = (wish: Parameters<typeof openSmallOffice>[0] = {}) =>
  openSmallOffice({ chat: 'on', clock: null, ...wish })
const agent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36'
const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

async function begin({ web }: Office, headers: Record<string, string> = {}) {
  const response = await web.request('/session/pair', { method: 'POST', headers: { 'user-agent': agent, ...headers } })
  return { response, cookie: cookieOf(response, 'pairing') }
}
const look = ({ web }: Office, cookie: string) => web.request('/session/pair', { headers: { cookie } })

async function shown(office: Office, cookie: string) {
  const page = await (await look(office, cookie)).text()
  return { page, code: /<dd>(\w{4}-\w{4})<\/dd>/.exec(page)?.[1] ?? '', number: /<dd>(\d\d)<\/dd>/.exec(page)?.[1] }
}

/** What the chat does when its person agrees, or refuses (null). */
async function decide({ database, clock }: Office, code: string, sender: string | null) {
  const { webPairings } = database.store
  const found = await webPairings.byCode(code, clock.now())
  return webPairings.decide(found?.code_hash ?? '', sender, clock.now())
}

test('a page that waits shows a code, a number, a way to the channel and its QR code, and asks again by itself', async () => {
  const office = await staff()
  const { response, cookie } = await begin(office)
  expect([response.status, response.headers.get('location')]).toEqual([303, '/session/pair'])
  const { page, code, number } = await shown(office, cookie)
  expect(code).toMatch(/^\w{4}-\w{4}$/)
  expect(page).toContain('<noscript><meta http-equiv="refresh"')
  expect(page).toContain(`href="https://t.me/thidua_bot?start=${code}"`)
  expect(page).toContain('aria-label="Mã QR mở Telegram"')
  const found = await office.database.store.webPairings.byCode(code.toLowerCase(), office.clock.now())
  expect(found).toMatchObject({ number, browser: 'Chrome, Windows', state: 'open' })
})

test('once confirmed the page comes in as that account, once, with a new session', async () => {
  const office = await staff()
  const { cookie } = await begin(office)
  const { code } = await shown(office, cookie)
  expect(await decide(office, code, 'lan')).toBe(true)
  const state = await office.web.request('/session/pair/state', { headers: { cookie } })
  expect(await state.json()).toEqual({ waiting: false })
  const answer = await look(office, cookie)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  const session = cookieOf(answer, 'session')
  const menu = await office.web.request('/chat/menu?chat=me', { headers: { cookie: session } })
  expect(menu.status).toBe(200)
  expect(await office.database.store.webSessions.ofSenders(['lan'], office.clock.now())).toHaveLength(1)
  expect(await (await look(office, cookie)).text()).toContain('đã hết hiệu lực hoặc đã dùng')
})

test('another browser that knows the code alone does not come in', async () => {
  const office = await staff()
  const { cookie } = await begin(office)
  await decide(office, (await shown(office, cookie)).code, 'lan')
  const other = await begin(office)
  expect((await look(office, other.cookie)).status).toBe(200)
  expect((await look(office, `pairing=${'a'.repeat(43)}`)).headers.getSetCookie().join()).not.toContain('session=')
})

test('refused, the page says so; after ten minutes, that the code is over', async () => {
  const office = await staff()
  const { cookie } = await begin(office)
  expect(await decide(office, (await shown(office, cookie)).code, null)).toBe(true)
  expect(await (await look(office, cookie)).text()).toContain('bị từ chối trên kênh kia')
  const late = await begin(office)
  const { code } = await shown(office, late.cookie)
  office.clock.set(office.clock.now() + 10 * 60 * 1000)
  expect(await decide(office, code, 'lan')).toBe(false)
  expect(await (await look(office, late.cookie)).text()).toContain('đã hết hiệu lực')
})

test('a second decision counts for nothing', async () => {
  const office = await staff()
  const { cookie } = await begin(office)
  const { code } = await shown(office, cookie)
  expect(await decide(office, code, null)).toBe(true)
  expect(await decide(office, code, 'lan')).toBe(false)
  expect((await look(office, cookie)).headers.getSetCookie().join()).not.toContain('session=')
})

test('only hashes of code and secret are kept', async () => {
  const office = await staff()
  const { cookie } = await begin(office)
  const { code } = await shown(office, cookie)
  const kept = JSON.stringify(await office.database.store.webPairings.byCode(code, office.clock.now()))
  expect(kept).not.toContain(code.replace('-', ''))
  expect(kept).not.toContain(cookie.slice('pairing='.length))
})

test('a page from elsewhere cannot begin, and one address begins so often only', async () => {
  const office = await staff()
  expect((await begin(office, { origin: 'https://evil.example' })).response.status).toBe(403)
  for (let time = 0; time < 40; time += 1) expect((await begin(office)).response.status).toBe(303)
  expect((await begin(office)).response.status).toBe(429)
})

test('over https the cookies carry the host prefix, and one without it is not read', async () => {
  const office = await staff({ publicUrl: 'https://thidua.example.vn' })
  const { response } = await begin(office)
  expect(response.headers.get('set-cookie')).toMatch(
    /^__Host-pairing=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/,
  )
  const token = await office.web.request('/session', {
    method: 'POST',
    body: new URLSearchParams({ code: 'MA-2024' }),
  })
  const cookie = cookieOf(token, '__Host-session')
  expect((await office.web.request('/chat/menu?chat=me', { headers: { cookie } })).status).toBe(200)
  const bare = cookie.replace('__Host-', '')
  expect((await office.web.request('/chat/menu?chat=me', { headers: { cookie: bare } })).status).toBe(401)
})
