import { expect, test } from 'vitest'
import { openSmallOffice } from './small-office.ts'

test('a running process says so, and says what it waits for', async () => {
  const { web, room } = await openSmallOffice()
  expect((await web.request('/healthz')).status).toBe(200)
  expect(await (await web.request('/readyz')).json()).toEqual({ ready: true, waiting: [] })
  await room.stop()
  const waiting = await web.request('/readyz')
  expect(waiting.status).toBe(503)
  expect(await waiting.json()).toEqual({ ready: false, waiting: ['web'] })
})

test('a store that cannot be reached makes the program unready', async () => {
  const { web } = await openSmallOffice({ unready: () => Promise.reject(new Error('disk gone')) })
  const waiting = await web.request('/readyz')
  expect([waiting.status, await waiting.json()]).toEqual([503, { ready: false, waiting: ['store'] }])
})

test('the figures stand in Prometheus format', async () => {
  const { web, metrics } = await openSmallOffice()
  metrics.handled('telegram', 'done')
  metrics.replied('telegram', 2)
  metrics.sent('web', 'sent')
  metrics.ended('reminder', 'sent', 1500)
  metrics.ended('digest', 'dropped', 9000)
  metrics.read(80, 'read')
  const response = await web.request('/metrics')
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  for (const line of [
    'thidua_updates_handled_total{channel="telegram",outcome="done"} 1',
    'thidua_replies_total{channel="telegram"} 2',
    'thidua_sends_total{channel="web",outcome="sent"} 1',
    'thidua_messages_total{kind="digest",outcome="dropped"} 1',
    'thidua_reminder_lag_seconds_sum 1.5',
    'thidua_reading_seconds_bucket{le="0.1",outcome="read"} 1',
    'thidua_outbox_depth 2',
    'thidua_outbox_age_seconds 5',
  ])
    expect(text).toContain(`${line}\n`)
})

test('every answer forbids what is not ours', async () => {
  const { web } = await openSmallOffice()
  for (const path of ['/', '/healthz', '/assets/app.js', '/nowhere']) {
    const { headers } = await web.request(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
})

test('an unknown page and a wrong method are answered in plain words', async () => {
  const { web } = await openSmallOffice()
  const missing = await web.request('/nowhere')
  expect(missing.status).toBe(404)
  expect(await missing.json()).toEqual({ error: 'Không có trang này.' })
  const wrong = await web.request('/clock', { method: 'DELETE', headers: { 'accept-language': 'en-GB' } })
  expect(wrong.status).toBe(405)
  expect(wrong.headers.get('allow')).toBe('GET, POST')
  expect(await wrong.json()).toEqual({ error: 'This page does not take DELETE requests.' })
})

test('who opens a wrong address in a browser reads a sentence, not JSON', async () => {
  const { web } = await openSmallOffice()
  const missing = await web.request('/nowhere', { headers: { accept: 'text/html,*/*' } })
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
  expect(await missing.text()).toBe('Không có trang này.\n')
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'self'")
})

test('a bug is logged once and answered with its number', async () => {
  const broken = { path: '/hooks/broken', handle: () => Promise.reject(new Error('boom')) }
  const { web, bugs } = await openSmallOffice({ webhooks: [broken] })
  const response = await web.request('/hooks/broken', { method: 'POST', body: '{}' })
  expect(response.status).toBe(500)
  expect(((await response.json()) as { error: string }).error).toContain('4F2A')
  expect(bugs).toHaveLength(1)
})

test('a channel hears at a path of its own, up to a limit', async () => {
  const bodies: string[] = []
  const handle = async (request: Request) => {
    bodies.push(await request.text())
    return new Response('ok')
  }
  const { web } = await openSmallOffice({ webhooks: [{ path: '/hooks/telegram', handle }] })
  expect((await web.request('/hooks/telegram', { method: 'POST', body: '{"update_id":1}' })).status).toBe(200)
  expect((await web.request('/hooks/telegram', { method: 'POST', body: 'x'.repeat(300_000) })).status).toBe(413)
  expect(bodies).toEqual(['{"update_id":1}'])
})
