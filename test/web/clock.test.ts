import { expect, test } from 'vitest'
import { openSmallOffice } from './small-office.ts'

const post = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

test('the clock moves forward and tells what was sent', async () => {
  const { web } = await openSmallOffice()
  const moved = await web.request('/clock', post({ to: '2024-04-03T08:00:00+07:00' }))
  expect(moved.status).toBe(200)
  expect(await moved.json()).toEqual({ now: '2024-04-03T08:00:00+07:00', sent: 1 })
})

test.each(['2024-03-27', '27/3', '27/03/2024', 'mai'])(
  'the day "%s" means the start of its office hours',
  async (day) => {
    const { web } = await openSmallOffice()
    const moved = await web.request('/clock', post({ day }))
    expect(await moved.json()).toEqual({ now: '2024-03-27T07:30:00+07:00', sent: 1 })
  },
)

// biome-ignore format: a table keeps its columns
const refusals = [
  { say: 'the past',                     body: { to: '2024-03-26T07:59:00+07:00' }, expect: 'không lùi về 07:59 thứ Ba 26/03/2024' },
  { say: 'the past, as a day',           body: { day: '2024-03-25' },               expect: 'không lùi về' },
  { say: 'a word',                       body: { to: 'tomorrow' },                  expect: 'ví dụ 2024-03-26T08:00:00+07:00' },
  { say: 'an hour without an offset',    body: { to: '2024-04-03T08:00:00' },       expect: 'múi giờ' },
  { say: 'a day that does not exist',    body: { day: '31/2/2025' },                expect: 'viết như 26/03/2024' },
  { say: 'a number',                     body: { to: 5 },                           expect: 'múi giờ' },
  { say: 'nothing',                      body: {},                                  expect: 'múi giờ' },
  { say: 'something that is no JSON',    body: '{',                                 expect: 'múi giờ' },
  { say: 'a day beyond all plans',       body: { to: '2924-04-03T08:00:00Z' },      expect: 'trong ba năm tới' },
]

test.each(refusals)('$say is refused in one sentence', async ({ body, expect: words }) => {
  const { web, clock } = await openSmallOffice()
  const before = clock.now()
  const refused = await web.request('/clock', post(body))
  expect(refused.status).toBe(400)
  expect(((await refused.json()) as { error: string }).error).toContain(words)
  expect(clock.now()).toBe(before)
})

// biome-ignore format: a table keeps its columns
const callers: { say: string; url: string; headers: Record<string, string>; status: number }[] = [
  { say: 'a program of this machine',        url: 'http://127.0.0.1:3000/clock', headers: {},                                  status: 200 },
  { say: 'our own page',                     url: 'http://localhost:3000/clock', headers: { origin: 'http://localhost:3000' }, status: 200 },
  { say: 'our own page over IPv6',           url: 'http://[::1]:3000/clock',     headers: { origin: 'http://[::1]:3000' },     status: 200 },
  { say: 'a page from elsewhere',            url: 'http://localhost:3000/clock', headers: { origin: 'https://example.com' },   status: 403 },
  { say: 'another program of this machine',  url: 'http://localhost:3000/clock', headers: { origin: 'http://localhost:8080' }, status: 403 },
  { say: 'a page without an origin',         url: 'http://localhost:3000/clock', headers: { origin: 'null' },                  status: 403 },
  { say: 'a page that hides its origin',     url: 'http://localhost:3000/clock', headers: { 'sec-fetch-site': 'cross-site' },  status: 403 },
  { say: 'a name bound again to loopback',   url: 'http://evil.example/clock',   headers: {},                                  status: 403 },
  { say: 'such a name as its own origin',    url: 'http://evil.example/clock',   headers: { origin: 'http://evil.example' },   status: 403 },
]

test.each(callers)('$say: $status', async ({ url, headers, status }) => {
  const { web } = await openSmallOffice()
  expect((await web.request(url, post({ to: '2024-04-03T08:00:00+07:00' }, headers))).status).toBe(status)
  expect((await web.request(url, { headers })).status).toBe(status)
})

test('looking at the clock tells the time in words and the next event', async () => {
  const { web } = await openSmallOffice()
  expect(await (await web.request('/clock')).json()).toEqual({
    now: '2024-03-26T08:00:00+07:00',
    shown: '08:00 thứ Ba 26/03/2024',
    next: '2024-03-26T09:00:00+07:00',
  })
})

test('moves wait for each other, so that none goes back', async () => {
  const { web } = await openSmallOffice()
  const moves = ['2024-04-03T08:00:00+07:00', '2024-04-02T08:00:00+07:00'].map((to) =>
    web.request('/clock', post({ to })),
  )
  expect((await Promise.all(moves)).map(({ status }) => status)).toEqual([200, 400])
})

test('where the clock is the machine’s own there is none to move', async () => {
  const { web } = await openSmallOffice({ clock: null })
  expect((await web.request('/clock', post({ to: '2024-04-03T08:00:00+07:00' }))).status).toBe(404)
})
