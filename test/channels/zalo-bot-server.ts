import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Payload = Record<string, unknown>
export type ZaloCall = { method: string; payload: Payload; result?: unknown }
/** What a next call of a method gets: a refusal (with HTTP 200), a gateway's page, a cut before or after processing. `skip`: so many go well before. */
type Fault = { skip?: number } & (
  | { method: string; code: number; description: string; http?: number; key?: 'errorCode' }
  | { method: string; html: number }
  | { method: string; cut: 'before' | 'after' }
)

export type ZaloEvent = {
  event_name: string
  message: Record<string, unknown> & { message_id: string; chat: { id: string; chat_type: string } }
}

/** Required parameters of each method; all others are unknown to Zalo. */
const methods: Record<string, { required: string[]; optional?: string[] }> = {
  getMe: { required: [] },
  getUpdates: { required: [], optional: ['timeout'] },
  setWebhook: { required: ['url', 'secret_token'] },
  deleteWebhook: { required: [] },
  getWebhookInfo: { required: [] },
  sendMessage: { required: ['chat_id', 'text'] },
  sendPhoto: { required: ['chat_id', 'photo'], optional: ['caption'] },
}

const refusal = (code: number, description: string) => ({ refused: { ok: false, description, error_code: code } })
const bad = (what: string) => refusal(400, `Bad Request: ${what}`)
const hex = (count: number) => count.toString(16).padStart(20, '0')

/** A Zalo Bot API server on loopback, as strict and as careless as the real one was seen to be. */
export async function startZaloServer(token = '12345689:abc-xyz') {
  const calls: ZaloCall[] = []
  const faults: Fault[] = []
  const mistakes: string[] = []
  const blocked = new Set<string>()
  const known = new Set<string>()
  const media = new Map<string, Uint8Array>()
  const state = { wrap: false, photoField: 'photo_url', errorCodeOnSuccess: false, verified: true }
  let waiting: { answer(body: object): void; timer: NodeJS.Timeout } | null = null
  let webhook: { url: string; secret: string } | null = null
  let lost = 0
  let count = 1
  let posted: Promise<number> = Promise.resolve(0)

  function check(method: string, payload: Payload): void {
    const shape = methods[method]
    if (!shape) throw refusal(404, 'Not Found')
    for (const key of Object.keys(payload))
      if (![...shape.required, ...(shape.optional ?? [])].includes(key)) mistakes.push(`${method}: unknown ${key}`)
    for (const key of shape.required) {
      if (payload[key] === undefined || payload[key] === '') throw bad(`The ${key} must not be empty`)
      if (typeof payload[key] !== 'string') throw bad(`The ${key} is invalid`)
    }
  }

  function checkChat(chat: string): void {
    if (!known.has(chat)) throw bad('The chat_id is invalid')
    if (blocked.has(chat)) throw refusal(403, 'Internal server error')
  }

  const sent = () => ({ message_id: hex(count++), date: 1_749_632_637_199 })
  const work: Record<string, (payload: Payload) => unknown> = {
    getMe: () => ({ id: '1459232241454765289', account_name: 'bot.x', account_type: 'BASIC', can_join_groups: false }),
    getWebhookInfo: () => ({ url: webhook?.url ?? '', updated_at: 1 }),
    deleteWebhook: () => {
      webhook = null
      return { url: '', updated_at: 1 }
    },
    setWebhook: ({ url, secret_token: secret }) => {
      if (String(secret).length < 8 || String(secret).length > 256) throw bad('The secret_token is invalid')
      webhook = { url: String(url), secret: String(secret) }
      const verification = { ok: state.verified, outcome: state.verified ? 'webhook.ok' : 'err.conn', url, hint: '' }
      return { url, updated_at: 1, verification }
    },
    sendMessage: ({ chat_id, text }) => {
      if (String(text).length > 2000) throw bad('The text must not exceed 2000 characters')
      checkChat(String(chat_id))
      return sent()
    },
    sendPhoto: ({ chat_id, photo, caption }) => {
      if (!/^https?:\/\//.test(String(photo))) throw bad('The photo must start with http:// or https://')
      if (String(photo).includes('refused')) throw bad('The photo URL is invalid')
      if (String(caption ?? 'x').length > 2000) throw bad('The caption must not exceed 2000 characters')
      checkChat(String(chat_id))
      return { ...sent(), message_type: 'CHAT_PHOTO' }
    },
  }

  /** One event, or nothing after the asked time; two polls at once are a mistake of the bot. */
  function poll({ timeout }: Payload, response: ServerResponse): void {
    if (webhook) return void json(response, bad("can't use getUpdates while a webhook is set").refused)
    if (waiting) mistakes.push('getUpdates: two polls at once')
    const empty = { ok: false, description: 'Request timeout', error_code: 408 }
    const mine = {
      answer(body: object) {
        clearTimeout(mine.timer)
        if (waiting === mine) waiting = null
        json(response, body)
      },
      timer: setTimeout(() => mine.answer(empty), Number(timeout ?? 30) * 1000),
    }
    waiting = mine
    response.on('close', () => {
      clearTimeout(mine.timer)
      if (waiting === mine) waiting = null
    })
  }

  function process(call: ZaloCall): object {
    try {
      check(call.method, call.payload)
      const result = work[call.method]?.(call.payload)
      call.result = result
      return { ok: true, result, ...(state.errorCodeOnSuccess && { error_code: 0 }) }
    } catch (thrown) {
      return (thrown as ReturnType<typeof refusal>).refused
    }
  }

  function refuse(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
    if ('html' in fault) {
      response.writeHead(fault.html, { 'content-type': 'text/html' }).end('<html><center>nginx</center></html>')
      return true
    }
    if ('code' in fault) {
      const { code, description, http = 200, key = 'error_code' } = fault
      json(response, { ok: false, description, [key]: code }, http)
      return true
    }
    if (fault.cut === 'before') request.socket.destroy()
    return fault.cut === 'before'
  }

  function takeFault(method: string): Fault | undefined {
    const at = faults.findIndex((one) => one.method === method)
    const fault = faults[at]
    if (!fault?.skip) return at < 0 ? undefined : faults.splice(at, 1)[0]
    fault.skip -= 1
    return undefined
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', 'http://server')
    const file = /^\/zdn\/(\w+)/.exec(pathname)?.[1]
    if (file) {
      const bytes = request.headers.referer ? undefined : media.get(file)
      response.writeHead(bytes ? 200 : 403, { 'content-type': 'application/octet-stream' }).end(bytes)
      return
    }
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? []
    if (given !== token) return json(response, refusal(401, 'Unauthorized').refused)
    if (request.headers['content-type'] !== 'application/json') mistakes.push(`${method}: not JSON`)
    const call: ZaloCall = { method, payload: JSON.parse((await bodyOf(request)) || '{}') as Payload }
    calls.push(call)
    const fault = takeFault(method)
    if (fault && refuse(fault, request, response)) return
    if (method === 'getUpdates') return poll(call.payload, response)
    const answer = process(call)
    if (fault) return void request.socket.destroy()
    json(response, answer)
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** Posts to the webhook, answers a waiting poll, or is lost. */
  function deliver(event: ZaloEvent): ZaloEvent {
    known.add(event.message.chat.id)
    const body = state.wrap ? { ok: true, result: event } : event
    if (webhook) {
      const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': webhook.secret }
      const how = { method: 'POST', headers, body: JSON.stringify(body) }
      posted = fetch(webhook.url, how).then(({ status }) => status)
    } else if (waiting) waiting.answer({ ok: true, result: event })
    else lost += 1
    return event
  }

  function event(kind: string, chat: string, more: object, type = 'PRIVATE'): ZaloEvent {
    const from = { id: chat, display_name: 'Nguyễn Lan', is_bot: false }
    const message = { message_id: hex(count++), date: 1_757_490_000_000, from, chat: { id: chat, chat_type: type } }
    return deliver({ event_name: `message.${kind}.received`, message: { ...message, ...more } })
  }

  return {
    ...{ token, root, calls, faults, mistakes, blocked, known, state },
    of: (method: string) => calls.filter((call) => call.method === method),
    get webhook() {
      return webhook
    },
    hook: (url: string, secret: string) => {
      webhook = { url, secret }
    },
    /** Does somebody wait for an event just now? */
    get polled() {
      return waiting !== null
    },
    get lost() {
      return lost
    },
    /** The status with which the last event was taken by the webhook. */
    posted: () => posted,
    deliver,
    event,
    says: (chat: string, text: string, type?: string) => event('text', chat, { text }, type),
    sendsPhoto: (chat: string, bytes: Uint8Array, caption?: string) => {
      const id = hex(count++)
      media.set(id, bytes)
      const url = `${root}/zdn/${id}`
      return event('image', chat, { [state.photoField]: url, ...(caption && { caption }), message_type: 'CHAT_PHOTO' })
    },
    async stop() {
      if (waiting) clearTimeout(waiting.timer)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type ZaloServer = Awaited<ReturnType<typeof startZaloServer>>

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
