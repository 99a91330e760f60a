import { z } from 'zod'
import type { SendOutcome } from '../channel.ts'
import { neverSent } from '../never-sent.ts'

const refusal = z.object({
  response: z.object({
    error_code: z.number(),
    description: z.string(),
    parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
  }),
})
const failure = z.object({ code: z.string().optional(), type: z.string().optional(), name: z.string().optional() })

const retryLaterMs = 60_000

/** `movedTo`: the group goes on under this id. */
export type Refusal = { code: number; description: string; retryAfterMs: number | null; movedTo: string | null }

/** Telegram's own refusal in an error thrown by a call, or null: the network failed. */
export function refusalOf(error: unknown): Refusal | null {
  const read = refusal.safeParse(error)
  if (!read.success) return null
  const { error_code, description, parameters } = read.data.response
  const wait = parameters?.retry_after
  return {
    code: error_code,
    description: description.toLowerCase(),
    retryAfterMs: wait === undefined ? null : wait * 1000,
    movedTo: parameters?.migrate_to_chat_id === undefined ? null : String(parameters.migrate_to_chat_id),
  }
}

// 403: blocked by the user, user is deactivated, can't initiate conversation, kicked; 400: never started or wrong id
const isGone = ({ code, description }: Refusal) =>
  code === 403 || (code === 400 && /chat not found|user not found/.test(description))

/** How a failed sending ended. Descriptions are no contract: what is not known is given up and recorded. */
export function outcomeOf(error: unknown): SendOutcome {
  const refused = refusalOf(error)
  if (!refused) return networkOutcome(error)
  const reason = `${refused.code} ${refused.description}`.slice(0, 120)
  if (refused.code === 429) return { state: 'retry', afterMs: refused.retryAfterMs ?? retryLaterMs, reason }
  if (refused.code === 401) return { state: 'retry', afterMs: retryLaterMs, reason }
  if (refused.code >= 500) return { state: 'retry', afterMs: null, reason }
  return isGone(refused) ? { state: 'blocked', reason } : { state: 'failed', reason }
}

function networkOutcome(error: unknown): SendOutcome {
  const read = failure.safeParse(error)
  const { code, type, name } = read.success ? read.data : {}
  const reason = code ?? type ?? name ?? 'network'
  // An answer that is no JSON is a gateway's error page: the call did not get through.
  if (type === 'invalid-json' || (code && neverSent.has(code))) return { state: 'retry', afterMs: null, reason }
  return { state: 'unknown', reason }
}
