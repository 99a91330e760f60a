import { z } from 'zod'
import { neverSent } from '../never-sent.ts'

const usualRoot = 'https://bot-api.zaloplatforms.com'
const usualCallTimeoutMs = 15_000

/** How a call ended. Zalo says errors with HTTP 200, so only the body counts; a gateway's page is no answer at all. */
export type Answer =
  | { kind: 'done'; result: unknown }
  | { kind: 'refused'; code: number; description: string }
  | { kind: 'garbled'; status: number }
  | { kind: 'cut'; reason: string; sent: boolean }

export type ZaloClient = {
  call(method: string, payload: object, how?: { timeoutMs?: number; signal?: AbortSignal }): Promise<Answer>
}

// {"ok":true,"result":{…},"error_code":0} · {"ok":false,"description":"…","error_code":400} · {"ok":false,"errorCode":426}
const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  error_code: z.coerce.number().optional().catch(undefined),
  errorCode: z.coerce.number().optional().catch(undefined),
})

function readAnswer(status: number, text: string): Answer {
  const read = envelope.safeParse(parsed(text))
  if (!read.success) return { kind: 'garbled', status }
  const { ok, result, description, error_code, errorCode } = read.data
  return ok ? { kind: 'done', result } : { kind: 'refused', code: error_code ?? errorCode ?? 0, description }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const failure = z.object({ name: z.string().optional(), cause: z.object({ code: z.string().optional() }).optional() })

function cut(error: unknown): Answer {
  const read = failure.safeParse(error)
  const reason = (read.success && (read.data.cause?.code ?? read.data.name)) || 'network'
  return { kind: 'cut', reason, sent: !neverSent.has(reason) }
}

/** Zalo's Bot API over HTTPS: JSON only (multipart is claimed, and not parsed there). Never throws. */
export function createZaloClient(options: {
  token: string
  apiRoot: string | null
  callTimeoutMs?: number
}): ZaloClient {
  const { token, apiRoot, callTimeoutMs = usualCallTimeoutMs } = options
  return {
    async call(method, payload, { timeoutMs = callTimeoutMs, signal } = {}) {
      const timeout = AbortSignal.timeout(timeoutMs)
      try {
        const answer = await fetch(`${apiRoot ?? usualRoot}/bot${token}/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(payload),
          redirect: 'error',
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        })
        return readAnswer(answer.status, await answer.text())
      } catch (error) {
        return cut(error)
      }
    },
  }
}
