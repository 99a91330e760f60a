import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const accessLifeMs = 25 * hourMs
const refreshLifeMs = 90 * dayMs
const uploadLifeMs = 7 * dayMs

type Json = Record<string, unknown>
type Endpoint = 'token' | 'message' | 'template' | 'file' | 'image'
const endpoints: Record<string, Endpoint> = {
  '/v4/oa/access_token': 'token',
  '/v3.0/oa/message/cs': 'message',
  '/v3.0/oa/message/template': 'template',
  '/v2.0/oa/upload/file': 'file',
  '/v2.0/oa/upload/image': 'image',
}

/** What the next call gets. `cut`: dropped after it was done; `lost`: dropped before; `hold`: answered when released. */
export type Fault = { at: Endpoint; skip?: number } & (
  | { status: number; retryAfter?: number; body?: Json }
  | { html: number }
  | { code: number; message?: string }
  | { cut: true }
  | { lost: true }
  | { hold: Promise<void> }
)

export type OaButton = { title: string; type: string; payload: string }
export type Sent = {
  id: string
  user: string
  text: string
  buttons: OaButton[]
  upload: { name: string; bytes: Buffer } | null
  template: { id: string; data: Record<string, string> } | null
  paid: boolean
}
type User = { follows: boolean; heardAt: number; restricts: boolean }
type Upload = { kind: 'file' | 'image'; name: string; bytes: Buffer; at: number }

const refusal = (error: number, message: string) => ({ refused: { error, message } })
const need = (isSo: boolean, error: number, message: string): void => {
  if (!isSo) throw refusal(error, message)
}
const only = (given: unknown, ...keys: string[]): Json => {
  need(typeof given === 'object' && given !== null && !Array.isArray(given), -201, 'body is invalid!')
  const strange = Object.keys(given as Json).find((key) => !keys.includes(key))
  need(strange === undefined, -201, `${strange} is invalid!`)
  return given as Json
}

/**
 * The servers of Zalo's Official Accounts on loopback, as strict as they are said to be (src/channels/zalo-oa/terms.ts):
 * refresh tokens that work once, sending windows on a movable clock, uploads, templates, and signed events.
 */
export async function startZaloOaServer(startAt = Date.parse('2024-03-26T08:00:00+07:00')) {
  const clock = { at: startAt }
  const app = { id: '4405123456789012345', secret: 'app-secret', oaSecret: 'oa-secret', oaId: '579745863508352884' }
  const refreshTokens = new Map<string, { until: number; used: boolean }>()
  const accessTokens = new Map<string, number>()
  const users = new Map<string, User>()
  const uploads = new Map<string, Upload>()
  const templates = new Map<string, { parameter: string; length: number }>()
  const files = new Map<string, { bytes: Uint8Array; redirect?: string }>()
  const sent: Sent[] = []
  const faults: Fault[] = []
  const calls: { at: Endpoint; code: number }[] = []
  /** What no client of ours may ever do, beside what is refused. */
  const violations: string[] = []
  let count = 0
  let webhook: string | null = null
  let last: { body: string; headers: Record<string, string> } = { body: '{}', headers: {} }

  const next = (kind: string): string => {
    count += 1
    return `${kind}-${count}-${createHash('sha1').update(`${kind}${count}`).digest('hex')}`
  }

  function issueRefresh(): string {
    const token = next('RT')
    refreshTokens.set(token, { until: clock.at + refreshLifeMs, used: false })
    return token
  }

  function token(request: IncomingMessage, body: Buffer): Json {
    const form = new URLSearchParams(body.toString())
    need(request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false, -14001, 'form')
    need(form.get('app_id') === app.id, -14002, 'Invalid appId')
    need(request.headers.secret_key === app.secret, -14004, 'Invalid secret key')
    need(form.get('grant_type') === 'refresh_token', -14005, 'Invalid grant type')
    const given = form.get('refresh_token') ?? ''
    const kept = refreshTokens.get(given)
    if (!kept || kept.used || kept.until < clock.at) throw refusal(-14014, 'Invalid refresh token')
    kept.used = true
    const access = next('AT')
    accessTokens.set(access, clock.at + accessLifeMs)
    return { access_token: access, refresh_token: issueRefresh(), expires_in: String(accessLifeMs / 1000) }
  }

  function authorised(request: IncomingMessage): void {
    if (request.headers.authorization !== undefined) violations.push('an Authorization header')
    const until = accessTokens.get(String(request.headers.access_token ?? ''))
    need(until !== undefined, -216, 'Access token is invalid')
    need((until ?? 0) > clock.at, -220, 'access_token is expired or removed')
  }

  function userOf(id: unknown): User {
    const user = users.get(String(id))
    if (typeof id !== 'string' || !user) throw refusal(-201, 'user_id is invalid!')
    need(user.follows, -213, 'User has not followed OA')
    need(!user.restricts, -244, 'User has restricted this message type from your OA')
    return user
  }

  function textOf(given: unknown): string {
    if (given === undefined) return ''
    need(typeof given === 'string' && given !== '', -201, 'text is invalid!')
    const text = String(given)
    if (text !== text.normalize('NFC')) violations.push('a text that is not NFC')
    need(text.length <= 2000, -210, 'Parameter exceeds allowable limit')
    return text
  }

  function buttonsOf(given: unknown): OaButton[] {
    need(Array.isArray(given) && given.length > 0, -201, 'buttons is invalid!')
    const buttons = given as Json[]
    need(buttons.length <= 5, -210, 'Parameter exceeds allowable limit')
    return buttons.map((one) => {
      const { title, type, payload } = only(one, 'title', 'type', 'payload', 'image_icon')
      need(typeof title === 'string' && title.trim() !== '' && title.length <= 100, -201, 'title is invalid!')
      need(type === 'oa.query.hide' || type === 'oa.query.show', -201, 'type is invalid!')
      need(typeof payload === 'string' && payload !== '' && payload.length <= 1000, -201, 'payload is invalid!')
      return { title: String(title), type: String(type), payload: String(payload) }
    })
  }

  function uploadOf(id: unknown, kind: Upload['kind']): Upload {
    const upload = uploads.get(String(id))
    if (!upload || upload.kind !== kind) throw refusal(-201, 'attachment is invalid!')
    need(upload.at + uploadLifeMs > clock.at, -100, 'attachment_id was expired')
    return upload
  }

  function attachmentOf(given: unknown, text: string): Pick<Sent, 'buttons' | 'upload'> {
    const { type, payload } = only(given, 'type', 'payload')
    if (type === 'file') {
      need(text === '', -201, 'text is invalid!')
      return { buttons: [], upload: uploadOf(only(payload, 'token').token, 'file') }
    }
    need(type === 'template', -201, 'attachment is invalid!')
    const { template_type, elements, buttons } = only(payload, 'template_type', 'elements', 'buttons')
    if (template_type === undefined) {
      need(text !== '', -201, 'text is invalid!')
      return { buttons: buttonsOf(buttons), upload: null }
    }
    need(template_type === 'media' && Array.isArray(elements) && elements.length === 1, -233, 'message type is invalid')
    const { media_type, attachment_id } = only((elements as Json[])[0], 'media_type', 'attachment_id')
    need(media_type === 'image', -201, 'media_type is invalid!')
    return { buttons: [], upload: uploadOf(attachment_id, 'image') }
  }

  function message(body: Json): Json {
    const { recipient, message: given } = only(body, 'recipient', 'message')
    const { user_id } = only(recipient, 'user_id')
    const { text: words, attachment } = only(given, 'text', 'attachment')
    const user = userOf(user_id)
    const silentMs = clock.at - user.heardAt
    need(silentMs <= 7 * dayMs, -230, 'User has not interacted with the OA in the past 7 days')
    const text = textOf(words)
    need(text !== '' || attachment !== undefined, -201, 'message is invalid!')
    const shown = attachment === undefined ? { buttons: [], upload: null } : attachmentOf(attachment, text)
    const id = next('M')
    sent.push({ id, user: String(user_id), text, ...shown, template: null, paid: silentMs > 48 * hourMs })
    return { data: { message_id: id, user_id, sent_time: String(clock.at) } }
  }

  function template(body: Json): Json {
    const { user_id, template_id, template_data } = only(body, 'user_id', 'template_id', 'template_data')
    userOf(user_id)
    const known = templates.get(String(template_id))
    if (!known) throw refusal(-249, 'Template does not support send via UID')
    const data = only(template_data, known.parameter)
    const value = data[known.parameter]
    need(typeof value === 'string' && value !== '' && value.length <= known.length, -201, 'template_data is invalid!')
    const id = next('M')
    const filled = { id: String(template_id), data: data as Record<string, string> }
    sent.push({ id, user: String(user_id), text: '', buttons: [], upload: null, template: filled, paid: true })
    return { data: { message_id: id, user_id, sent_time: String(clock.at) } }
  }

  async function upload(kind: Upload['kind'], request: IncomingMessage, body: Buffer): Promise<Json> {
    const type = request.headers['content-type'] ?? ''
    need(type.startsWith('multipart/form-data'), -201, 'file is invalid!')
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    if (!(file instanceof File)) throw refusal(-201, 'file is invalid!')
    const allowed = kind === 'file' ? /\.(?:pdf|docx?)$/i : /\.(?:jpe?g|png)$/i
    need(allowed.test(file.name), -201, 'file is invalid!')
    need(file.size <= (kind === 'file' ? 5 : 1) * 1024 * 1024, -210, 'Parameter exceeds allowable limit')
    const id = next('U')
    uploads.set(id, { kind, name: file.name, bytes: Buffer.from(await file.arrayBuffer()), at: clock.at })
    return { data: kind === 'file' ? { token: id } : { attachment_id: id } }
  }

  async function process(at: Endpoint, request: IncomingMessage, body: Buffer): Promise<Json> {
    try {
      if (at === 'token') return token(request, body)
      authorised(request)
      if (at === 'file' || at === 'image') return { error: 0, message: 'Success', ...(await upload(at, request, body)) }
      const given = JSON.parse(body.toString()) as Json
      return { error: 0, message: 'Success', ...(at === 'message' ? message(given) : template(given)) }
    } catch (thrown) {
      if (typeof thrown === 'object' && thrown !== null && 'refused' in thrown) return thrown.refused as Json
      throw thrown
    }
  }

  function takeFault(at: Endpoint): Fault | undefined {
    const fault = faults.find((one) => one.at === at)
    if (fault?.skip) fault.skip -= 1
    else if (fault) return faults.splice(faults.indexOf(fault), 1)[0]
    return undefined
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '', 'http://server').pathname
    const file = files.get(path)
    if (request.method === 'GET' && file) {
      if (file.redirect) return void response.writeHead(302, { location: file.redirect }).end()
      return void response.end(file.bytes)
    }
    const at = endpoints[path]
    if (!at || request.method !== 'POST') return void response.writeHead(404).end('<html>Not Found</html>')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const fault = takeFault(at)
    if (fault && 'lost' in fault) return void request.socket.destroy()
    if (fault && 'html' in fault)
      return void response.writeHead(fault.html, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>')
    if (fault && 'status' in fault) {
      const wait = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
      return void response.writeHead(fault.status, wait).end(fault.body && JSON.stringify(fault.body))
    }
    const coded = fault && 'code' in fault ? { error: fault.code, message: fault.message ?? 'injected' } : null
    const answer = coded ?? (await process(at, request, Buffer.concat(chunks)))
    calls.push({ at, code: Number(answer.error ?? 0) })
    if (fault && 'cut' in fault) return void request.socket.destroy()
    if (fault && 'hold' in fault) await fault.hold
    // Refusals come with status 200, as all else.
    response.writeHead(200, { 'content-type': 'text/json;charset=utf-8' }).end(JSON.stringify(answer))
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** The mac over these bytes, as the header carries it. */
  const sign = (body: string, time: string, id = app.id) =>
    `mac=${createHash('sha256')
      .update(id + body + time + app.oaSecret)
      .digest('hex')}`

  async function post(body: string, headers: Record<string, string>): Promise<number> {
    if (!webhook) throw new Error('No webhook is entered.')
    const began = performance.now()
    const { status } = await fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    if (performance.now() - began > 2_000) violations.push('an event answered after more than 2 seconds')
    return status
  }

  function deliver(event: Json): Promise<number> {
    clock.at += 1
    const body = JSON.stringify({ app_id: app.id, ...event, timestamp: String(clock.at) })
    last = { body, headers: { 'x-zevent-signature': sign(body, String(clock.at)) } }
    return post(last.body, last.headers)
  }

  /** What a person does: it opens the windows anew. */
  function acts(id: string, event: Json): Promise<number> {
    const user = users.get(id) ?? { follows: true, heardAt: clock.at, restricts: false }
    users.set(id, { ...user, heardAt: clock.at })
    return deliver({ sender: { id }, recipient: { id: app.oaId }, user_id_by_app: `app-${id}`, ...event })
  }
  const says = (id: string, text: string) =>
    acts(id, { event_name: 'user_send_text', message: { msg_id: next('m'), text } })

  return {
    root,
    app,
    clock,
    sent,
    faults,
    calls,
    violations,
    users,
    files,
    templates,
    accessTokens,
    refreshTokens,
    issueRefresh,
    sign,
    post,
    deliver,
    of: (at: Endpoint) => calls.filter((call) => call.at === at),
    enterWebhook(address: string) {
      webhook = address
    },
    meets(id: string) {
      users.set(id, { follows: true, heardAt: clock.at, restricts: false })
    },
    says,
    /** A press of `oa.query.hide`: the payload comes as if it had been typed, and is hidden in the chat. */
    presses: (id: string, payload: string) => says(id, payload),
    sends(id: string, name: string, bytes: Uint8Array, event_name = 'user_send_file') {
      const path = `/files/${next('f')}`
      files.set(path, { bytes })
      const payload = {
        url: root + path,
        name,
        size: String(bytes.length),
        checksum: 'x',
        type: name.split('.').at(-1),
      }
      const type = event_name === 'user_send_file' ? 'file' : 'image'
      return acts(id, { event_name, message: { msg_id: next('m'), attachments: [{ type, payload }] } })
    },
    acts,
    follows(id: string) {
      users.set(id, { follows: true, heardAt: clock.at, restricts: false })
      return deliver({ event_name: 'follow', oa_id: app.oaId, follower: { id }, source: 'oa_profile' })
    },
    unfollows(id: string) {
      const user = users.get(id)
      if (user) user.follows = false
      return deliver({ event_name: 'unfollow', oa_id: app.oaId, follower: { id }, source: 'oa_profile' })
    },
    /** Delivers the last event once more, byte for byte. */
    repeats: () => post(last.body, last.headers),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type ZaloOaServer = Awaited<ReturnType<typeof startZaloOaServer>>
