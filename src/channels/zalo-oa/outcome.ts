import type { SendOutcome } from '../channel.ts'
import type { Reply } from './client.ts'
import { codes } from './terms.ts'

type Failed = Exclude<Reply, { kind: 'done' }>
export type Meaning = keyof typeof codes

const retryLaterMs = 60_000
const mendedMs = 15 * 60_000
/** A reason that begins so is about the whole channel: a person's other channels are tried while it waits. */
const ofChannel = (reason: string) => `channel: ${reason}`
const gatewayTimeout = 504

/** What Zalo's refusal means, or null: a code that nobody knows. */
export const meaningOf = (code: number): Meaning | null => {
  const found = Object.entries(codes).find(([, numbers]) => (numbers as readonly number[]).includes(code))
  return (found?.[0] as Meaning | undefined) ?? null
}

const ends: Record<Meaning, (reason: string) => SendOutcome> = {
  token: (reason) => ({ state: 'retry', afterMs: retryLaterMs, reason: ofChannel(reason) }),
  gone: (reason) => ({ state: 'blocked', reason }),
  window: (reason) => ({ state: 'failed', reason: `not heard from within Zalo's window: ${reason}` }),
  rate: (reason) => ({ state: 'retry', afterMs: retryLaterMs, reason }),
  again: (reason) => ({ state: 'retry', afterMs: null, reason }),
  operator: (reason) => ({ state: 'retry', afterMs: mendedMs, reason: ofChannel(reason) }),
}

/** How a sending ended that did not go well. Codes and Zalo's own fixed words only. */
export function outcomeOf(reply: Failed): SendOutcome {
  switch (reply.kind) {
    case 'refused': {
      const reason = `${reply.code} ${reply.message}`.slice(0, 120)
      const meaning = meaningOf(reply.code)
      return meaning ? ends[meaning](reason) : { state: 'failed', reason }
    }
    case 'gateway':
      return gatewayOutcome(reply)
    case 'network':
      return reply.sent
        ? { state: 'unknown', reason: reply.reason }
        : { state: 'retry', afterMs: null, reason: reply.reason }
    case 'locked':
      return { state: 'retry', afterMs: retryLaterMs, reason: ofChannel('no access token') }
  }
}

/** A gateway's page: the call did not get through, except where the gateway only stopped waiting. */
function gatewayOutcome({ status, retryAfterMs }: Extract<Reply, { kind: 'gateway' }>): SendOutcome {
  const reason = `status ${status}`
  if (status === 429) return { state: 'retry', afterMs: retryAfterMs ?? retryLaterMs, reason }
  if (status === gatewayTimeout) return { state: 'unknown', reason }
  const isRefusal = status >= 400 && status < 500 && status !== 408
  return isRefusal ? { state: 'failed', reason } : { state: 'retry', afterMs: retryAfterMs, reason }
}
