import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Telegraf } from 'telegraf'
import { z } from 'zod'

/** telegraf knows no request timeout of its own: a call that hangs would stay for ever. */
const usualCallTimeoutMs = 15_000
const uploadTimeoutMs = 60_000
const handlerTimeoutMs = 30_000
const stopAgainMs = 50

export type Client = {
  call(method: string, payload: Record<string, unknown>): Promise<unknown>
  /** The bytes behind a file id, at most `most` of them. */
  fileBytes(fileId: string, most: number): Promise<Uint8Array>
  /** Hears updates by long polling until it is stopped; rejects where Telegram refuses (401, 409) or cannot be reached at start. */
  poll(allowed: readonly string[]): Promise<void>
  /** One update that came by webhook; rejects where it could not be written down. */
  hear(update: object): Promise<void>
  stop(): void
}

type ClientOptions = {
  token: string
  apiRoot: string | null
  /** How long a call may take, milliseconds; uploads have longer. */
  callTimeoutMs?: number
  /** Called with each update; what it throws is told to `broke` and goes no further. */
  heard(update: unknown): Promise<void>
  broke(error: unknown): void
}

/** A local Bot API server gives a path on this machine: read only where such a server was set, whatever is answered. */
async function localBytes(link: URL, apiRoot: string | null, most: number): Promise<Uint8Array> {
  if (apiRoot === null) throw new Error('Telegram answered a path on this machine, and TELEGRAM_API_ROOT is not set.')
  // telegraf leaves the server's host in the address, which no path has.
  const path = fileURLToPath(`file://${link.pathname}`)
  const { size } = await stat(path)
  if (size > most) throw new Error(`The file has ${size} bytes.`)
  return readFile(path)
}

/**
 * The only door to telegraf. Its middleware does nothing but hand the update on: a handler that throws without
 * `bot.catch` would end the process, a slow one would hold up every chat.
 */
export function createClient({
  token,
  apiRoot,
  callTimeoutMs = usualCallTimeoutMs,
  heard,
  broke,
}: ClientOptions): Client {
  const bot = new Telegraf(token, {
    handlerTimeout: handlerTimeoutMs,
    telegram: { webhookReply: false, ...(apiRoot !== null && { apiRoot }) },
  })
  const failed = new WeakMap<object, unknown>()
  bot.use((context) => heard(context.update))
  bot.catch((error, context) => {
    failed.set(context.update, error)
    broke(error)
  })

  let launching = false
  let stopping = false

  /** telegraf throws when it is stopped before its polling has begun: then it is asked again until it has. */
  function tryToStop(): void {
    try {
      bot.stop()
    } catch {
      if (launching) setTimeout(tryToStop, stopAgainMs)
    }
  }

  // telegraf's types end at Bot API 7.1; every name and payload is ours to get right, and the tests' server checks them.
  const callApi = bot.telegram.callApi.bind(bot.telegram) as (
    method: string,
    payload: object,
    options: object,
  ) => Promise<unknown>

  return {
    call: (method, payload) => {
      const upload = 'document' in payload || 'photo' in payload
      return callApi(method, payload, { signal: AbortSignal.timeout(upload ? uploadTimeoutMs : callTimeoutMs) })
    },
    async fileBytes(fileId, most) {
      const link = await bot.telegram.getFileLink(fileId)
      if (link.protocol === 'file:') return localBytes(link, apiRoot, most)
      const answer = await fetch(link, { signal: AbortSignal.timeout(uploadTimeoutMs) })
      const length = z.coerce.number().safeParse(answer.headers.get('content-length'))
      if (!answer.ok || (length.success && length.data > most))
        throw new Error(`The download ended with ${answer.status}.`)
      return new Uint8Array(await answer.arrayBuffer())
    },
    async poll(allowed) {
      if (stopping) return
      launching = true
      await bot.launch({ allowedUpdates: [...allowed] as never }).finally(() => {
        launching = false
      })
    },
    async hear(update) {
      await bot.handleUpdate(update as never)
      if (failed.has(update)) throw failed.get(update)
    },
    stop() {
      stopping = true
      tryToStop()
    },
  }
}
