import { z } from 'zod'
import { neverSent } from '../never-sent.ts'

const callTimeoutMs = 15_000
const uploadTimeoutMs = 60_000

/** How a call ended. Zalo refuses with status 200 and a code that is not 0; a gateway answers with a page. */
export type Reply =
  | { kind: 'done'; data: unknown }
  | { kind: 'refused'; code: number; message: string }
  | { kind: 'gateway'; status: number; retryAfterMs: number | null }
  /** `sent`: the request may have arrived. */
  | { kind: 'network'; reason: string; sent: boolean }
  /** There is no access token to call with. */
  | { kind: 'locked' }

export type Call = { url: string; headers: Record<string, string>; body: string | FormData | URLSearchParams }

/** A code that is missing means that all went well; token answers have no code at all then. */
const answer = z.looseObject({
  error: z.coerce.number().default(0),
  message: z.string().catch(''),
  error_name: z.string().catch(''),
})

/** Posts to Zalo; never throws. */
export async function post({ url, headers, body }: Call): Promise<Reply> {
  const timeoutMs = body instanceof FormData ? uploadTimeoutMs : callTimeoutMs
  try {
    // A redirect would carry the tokens to whoever it names.
    const how = { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) } as const
    const response = await fetch(url, { method: 'POST', headers, body, ...how })
    return replyOf(response, await response.text())
  } catch (error) {
    return networkReply(error)
  }
}

function replyOf(response: Response, text: string): Reply {
  const read = answer.safeParse(jsonIn(text))
  if (response.status === 429 || !read.success || (!response.ok && read.data.error === 0))
    return { kind: 'gateway', status: response.status, retryAfterMs: waitIn(response) }
  const { error, message, error_name: name } = read.data
  if (error !== 0) return { kind: 'refused', code: error, message: (message || name).slice(0, 100) }
  return { kind: 'done', data: 'data' in read.data ? read.data.data : read.data }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function waitIn({ headers }: Response): number | null {
  const seconds = z.coerce.number().positive().safeParse(headers.get('retry-after'))
  return seconds.success ? seconds.data * 1000 : null
}

const failure = z.object({
  name: z.string().catch('network'),
  cause: z.object({ code: z.string() }).optional().catch(undefined),
})

function networkReply(error: unknown): Reply {
  const { name, cause } = failure.catch({ name: 'network' }).parse(error)
  const reason = cause?.code ?? name
  return { kind: 'network', reason, sent: !neverSent.has(reason) }
}
