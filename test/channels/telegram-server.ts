import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Payload = Record<string, unknown>
/** `result`: what the call was answered with, where it was not refused. */
export type Call = { method: string; payload: Payload; files: { name: string; bytes: Buffer }[]; result?: unknown }
/** What the next calls of a method get instead of being processed; `cut` drops the connection after processing. */
type Fault =
  | { method: string; code: number; description: string; retryAfter?: number; movedTo?: number }
  | { method: string; cut: true }
  | { method: string; html: true }
  | { method: string; hang: true }
  /** The call is processed or not, and never answered, or the connection is cut then; `now` is told. `skip`: so many calls go well before. */
  | { method: string; hangs: 'processed' | 'lost' | 'cut'; skip: number; now(): void }

type Waiting = { answer(updates: unknown[]): void; offset: number }

/** Tags that Telegram's HTML takes, and what must not stand in a text. */
const tag = /<\/?(?:b|i|u|s|code|pre|a|blockquote|tg-time)(?:\s[^<>]*)?>/g

/** The text after parsing; throws where Telegram would refuse it. */
export function parseHtml(html: string): string {
  const bare = html.replace(tag, '')
  if (/[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(bare)) throw refusal(400, "Bad Request: can't parse entities")
  return bare
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

const refusal = (code: number, description: string, parameters?: object) => ({
  refused: { ok: false, error_code: code, description, parameters },
})

function checkText(value: unknown, parseMode: unknown, most: number, what: string): string {
  const text = parseMode === 'HTML' ? parseHtml(String(value ?? '')) : String(value ?? '')
  if (what === 'message text' && text.trim() === '') throw refusal(400, 'Bad Request: message text is empty')
  if (text.length > most) throw refusal(400, `Bad Request: ${what} is too long`)
  return text
}

function checkKeyboard(markup: unknown): void {
  const { inline_keyboard: rows } = (typeof markup === 'string' ? JSON.parse(markup) : markup) as {
    inline_keyboard: { text: string; callback_data: string }[][]
  }
  if (rows.length === 0 || rows.flat().length > 100) throw refusal(400, 'Bad Request: reply markup is too long')
  for (const { text, callback_data } of rows.flat()) {
    if (text.trim() === '') throw refusal(400, 'Bad Request: text buttons are unallowed in the inline keyboard')
    if (Buffer.byteLength(callback_data) < 1 || Buffer.byteLength(callback_data) > 64)
      throw refusal(400, 'Bad Request: BUTTON_DATA_INVALID')
  }
}

/** A Bot API server on loopback that checks what it is sent and refuses what the real one refuses. */
export async function startTelegramServer(token = '123456:TEST-token') {
  const calls: Call[] = []
  const faults: Fault[] = []
  const files = new Map<string, Uint8Array>()
  const blocked = new Set<number>()
  let updates: { update_id: number }[] = []
  /** What goes out again though it was confirmed. */
  const repeated: { update_id: number }[] = []
  let waiting: Waiting | null = null
  let webhook: { url: string; secret: string } | null = null
  /** As a local Bot API server answers: a path on this machine. */
  let localPath: string | null = null
  let nextUpdate = 1000
  let nextMessage = 1

  const methods: Record<string, (payload: Payload, sent: Call) => unknown> = {
    getMe: () => ({ id: 123456, is_bot: true, first_name: 'Thi đua', username: 'thidua_test_bot' }),
    deleteWebhook: () => {
      webhook = null
      return true
    },
    setWebhook: ({ url, secret_token }) => {
      webhook = { url: String(url), secret: String(secret_token) }
      return true
    },
    setMyCommands: ({ commands }) => {
      const list = (typeof commands === 'string' ? JSON.parse(commands) : commands) as {
        command: string
        description: string
      }[]
      if (
        list.length > 100 ||
        list.some(
          ({ command, description }) =>
            !/^[a-z0-9_]{1,32}$/.test(command) || description.length < 1 || description.length > 256,
        )
      )
        throw refusal(400, 'Bad Request: BOT_COMMAND_INVALID')
      return true
    },
    answerCallbackQuery: () => true,
    sendMessage: ({ chat_id, text, parse_mode, reply_markup }) => {
      if (blocked.has(Number(chat_id))) throw refusal(403, 'Forbidden: bot was blocked by the user')
      checkText(text, parse_mode, 4096, 'message text')
      if (reply_markup !== undefined) checkKeyboard(reply_markup)
      return { message_id: nextMessage++, date: 1, chat: { id: Number(chat_id), type: 'private' } }
    },
    editMessageText: ({ message_id, text, parse_mode }) => {
      checkText(text, parse_mode, 4096, 'message text')
      if (Number(message_id) >= nextMessage) throw refusal(400, 'Bad Request: message to edit not found')
      return { message_id: Number(message_id) }
    },
    sendDocument: ({ caption, parse_mode }, sent) => {
      if (sent.files.length !== 1) throw refusal(400, 'Bad Request: there is no document in the request')
      if (caption !== undefined) checkText(caption, parse_mode, 1024, 'message caption')
      return { message_id: nextMessage++ }
    },
    sendPhoto: ({ caption, parse_mode }, sent) => {
      if (sent.files.length !== 1) throw refusal(400, 'Bad Request: there is no photo in the request')
      if (caption !== undefined) checkText(caption, parse_mode, 1024, 'message caption')
      return { message_id: nextMessage++ }
    },
    deleteMyCommands: () => true,
    getFile: ({ file_id }) => {
      if (localPath !== null) return { file_id, file_path: localPath }
      if (!files.has(String(file_id))) throw refusal(400, 'Bad Request: invalid file_id')
      return { file_id, file_path: `documents/${file_id}` }
    },
  }

  function release(): void {
    if (!waiting) return
    updates = updates.filter(({ update_id }) => update_id >= (waiting as Waiting).offset)
    const ready = [...repeated.splice(0), ...updates]
    if (ready.length === 0) return
    waiting.answer(ready)
    waiting = null
  }

  function poll(payload: Payload, response: ServerResponse): void {
    const answer = (result: unknown[]) => json(response, 200, { ok: true, result })
    waiting?.answer([])
    waiting = { answer, offset: Number(payload.offset ?? 0) }
    response.on('close', () => {
      if (waiting?.answer === answer) waiting = null
    })
    if (Number(payload.timeout ?? 0) === 0) {
      updates = updates.filter(({ update_id }) => update_id >= Number(payload.offset ?? 0))
      waiting = null
      answer(updates)
    } else release()
  }

  function takeFault(method: string): Fault | undefined {
    const fault = faults.find((one) => one.method === method)
    if (fault && 'hangs' in fault && fault.skip > 0) fault.skip -= 1
    else if (fault) return faults.splice(faults.indexOf(fault), 1)[0]
    return undefined
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://server')
    const file = new RegExp(`^/file/bot${token}/documents/(.+)$`).exec(url.pathname)
    if (file?.[1]) {
      response.end(files.get(file[1]))
      return
    }
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? []
    if (given !== token) return json(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' })
    const call: Call = { method, ...(await readBody(request)) }
    const fault = takeFault(method)
    if (fault && 'hang' in fault) return
    if (fault && 'html' in fault)
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>')
    if (fault && 'code' in fault)
      return json(response, fault.code, {
        ok: false,
        error_code: fault.code,
        description: fault.description,
        ...(fault.retryAfter !== undefined && { parameters: { retry_after: fault.retryAfter } }),
        ...(fault.movedTo !== undefined && { parameters: { migrate_to_chat_id: fault.movedTo } }),
      })
    if (method === 'getUpdates') return poll(call.payload, response)
    if (fault && 'hangs' in fault && fault.hangs === 'lost') return fault.now()
    calls.push(call)
    try {
      const result = methods[method]?.(call.payload, call)
      call.result = result
      if (fault && 'cut' in fault) return void request.socket.destroy()
      if (fault && 'hangs' in fault) {
        if (fault.hangs === 'cut') request.socket.destroy()
        return fault.now()
      }
      json(
        response,
        result === undefined ? 404 : 200,
        result === undefined ? { ok: false, error_code: 404, description: 'Not Found' } : { ok: true, result },
      )
    } catch (thrown) {
      const { refused } = thrown as ReturnType<typeof refusal>
      json(response, refused.error_code, refused)
    }
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const update = (what: object) => {
    const one = { update_id: nextUpdate++, ...what }
    updates.push(one)
    release()
    return one
  }
  const from = (id: number) => ({ id, is_bot: false, first_name: 'Lan', last_name: 'Nguyễn', language_code: 'vi' })
  const chat = (id: number, type = 'private') => ({ id, type })

  return {
    token,
    answersPath(path: string) {
      localPath = path
    },
    /** Anything else that can come: `what` as Telegram sends it. */
    brings: (what: object) => update(what),
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    faults,
    blocked,
    of: (method: string) => calls.filter((call) => call.method === method),
    get webhook() {
      return webhook
    },
    /** Does somebody wait for updates just now? */
    get polled() {
      return waiting !== null
    },
    says: (id: number, text: string, type = 'private') =>
      update({ message: { message_id: nextMessage++, date: 1, from: from(id), chat: chat(id, type), text } }),
    presses: (id: number, data: string) =>
      update({
        callback_query: {
          id: `q${nextUpdate}`,
          from: from(id),
          chat_instance: 'x',
          data,
          message: { message_id: 1, date: 0, chat: chat(id) },
        },
      }),
    sends: (id: number, name: string, bytes: Uint8Array, size = bytes.length) => {
      const file_id = `file-${files.size + 1}`
      files.set(file_id, bytes)
      return update({
        message: {
          message_id: nextMessage++,
          date: 1,
          from: from(id),
          chat: chat(id),
          document: { file_id, file_unique_id: file_id, file_name: name, mime_type: 'text/plain', file_size: size },
        },
      })
    },
    sticks: (id: number) =>
      update({ message: { message_id: nextMessage++, date: 1, from: from(id), chat: chat(id), sticker: {} } }),
    member: (id: number, status: string) =>
      update({
        my_chat_member: {
          chat: chat(id),
          from: from(id),
          date: 1,
          old_chat_member: { status: 'member' },
          new_chat_member: { status, user: { id: 123456 } },
        },
      }),
    /** Sends the same update again. */
    again: (one: { update_id: number }) => {
      repeated.push(one)
      release()
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type TelegramServer = Awaited<ReturnType<typeof startTelegramServer>>

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<Pick<Call, 'payload' | 'files'>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data'))
    return { payload: body.length > 0 ? (JSON.parse(body.toString()) as Payload) : {}, files: [] }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const entries = [...form.entries()]
  const files = await Promise.all(
    entries.flatMap(([, value]) =>
      typeof value === 'string'
        ? []
        : [value.arrayBuffer().then((bytes) => ({ name: value.name, bytes: Buffer.from(bytes) }))],
    ),
  )
  return { payload: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')), files }
}
