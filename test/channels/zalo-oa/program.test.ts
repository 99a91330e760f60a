import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, startApp } from '../../../src/app.ts'
import { createZaloOaChannel } from '../../../src/channels/zalo-oa.ts'
import { readConfig } from '../../../src/config.ts'
import { createLog } from '../../../src/log.ts'
import { until } from '../../drills/until.ts'
import { type Sent, startZaloOaServer, type ZaloOaServer } from '../zalo-oa-server.ts'
import { lan } from './open-oa.ts'

const setupCode = 'THIETLAP-2024'
let server: ZaloOaServer
let app: App
let folder: string

beforeEach(async () => {
  server = await startZaloOaServer()
  folder = await mkdtemp(join(tmpdir(), 'program-oa-'))
  const { id, secret, oaSecret } = server.app
  const read = readConfig({
    ...{ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', SETUP_CODE: setupCode, CLOCK: 'system' },
    ...{ PUBLIC_URL: 'https://thidua.example.vn', WEB_CHAT: 'off' },
    ...{ ZALO_OA_APP_ID: id, ZALO_OA_APP_SECRET: secret, ZALO_OA_SECRET: oaSecret },
    ...{ ZALO_OA_REFRESH_TOKEN: server.issueRefresh(), ZALO_OA_API_ROOT: server.root, ZALO_OA_AUTH_ROOT: server.root },
  })
  if (!read.ok) throw new Error(read.mistakes.join('\n'))
  app = await startApp(read.config, createLog('silent'))
  const { webhookPath } = createZaloOaChannel({
    ...{ appId: id, appSecret: secret, oaSecret, refreshToken: 'x', template: null, notice: () => {} },
    ...{ apiRoot: null, authRoot: null, templateRoot: null, tokens: {} as never, now: () => 0, realNow: () => 0 },
  })
  server.enterWebhook(app.address + webhookPath)
})
afterEach(async () => {
  await app.stop()
  await server.stop()
  await rm(folder, { recursive: true })
  expect(server.violations).toEqual([])
})

/** What is said in answer to what a person does. */
async function answered(status: Promise<number>): Promise<Sent> {
  const before = server.sent.length
  expect(await status).toBe(200)
  await until('an answer came', () => server.sent.length > before)
  return server.sent.at(-1) as Sent
}

test('the whole program on an Official Account: followed, let in by a code, led by buttons', async () => {
  await until('it is ready', () => server.of('token').length === 1)
  const greeting = await answered(server.follows(lan))
  expect(greeting).toMatchObject({ user: lan, text: expect.stringMatching(/mã/i) })
  const asked = await answered(server.says(lan, setupCode))
  expect(asked.text).not.toBe(greeting.text)
  const cancel = asked.buttons.at(-1)
  expect(cancel?.payload).toMatch(/^#thidua:/)
  const after = await answered(server.presses(lan, cancel?.payload ?? ''))
  expect(after.id).not.toBe(asked.id)
  const known = server.sent.length
  expect(await server.repeats()).toBe(200)
  expect(await server.says(lan, '/trogiup')).toBe(200)
  await until('the help came', () => server.sent.length > known)
  expect(server.sent.filter(({ text }) => text === after.text)).toHaveLength(1)
  expect((await fetch(`${app.address}/readyz`)).status).toBe(200)
})

test('a body changed by one byte on its way does not come in', async () => {
  const body = JSON.stringify({
    event_name: 'user_send_text',
    timestamp: '1',
    sender: { id: lan },
    message: { msg_id: 'm', text: 'x' },
  })
  expect(await server.post(`${body} `, { 'x-zevent-signature': server.sign(body, '1') })).toBe(403)
  expect(await server.post(body, { 'x-zevent-signature': server.sign(body, '1') })).toBe(200)
})
