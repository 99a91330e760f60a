import { z } from 'zod'
import type { SendOutcome } from '../channel.ts'
import type { Answer } from './client.ts'

const second = 1_000
const minute = 60 * second
/** Zalo names no time after which to try again; each refusal after the last makes the pause longer. */
const pauses = [minute, 5 * minute, 15 * minute, 60 * minute]
const afterRefusedTokenMs = 5 * minute
/** The documents call 403 an internal error; where only this chat gets it, its person has probably blocked the bot. */
const afterForbiddenMs = 30 * second
const triesWhereOthersHear = 3
const mostTries = 8

export type Judge = {
  /** What is left of a pause of the whole channel, else null. */
  paused(): SendOutcome | null
  /** How a sending ended, by its answer. */
  judge(chat: string, answer: Answer): SendOutcome
}

type Judging = {
  /** Milliseconds of a clock that only goes forward. */
  elapsed(): number
  notice(what: string, facts?: Record<string, string | number>): void
}

const sent = z.object({ message_id: z.string().nullable().catch(null) })
/** A reason that begins so is about the whole channel: a person's other channels are tried. */
const ofChannel = (reason: string) => `channel: ${reason}`

/** Keeps in mind the refusals of one bot: a pause for all after 429, and chats that have failed several times running. */
export function createJudge({ elapsed, notice }: Judging): Judge {
  const failing = new Map<string, { count: number; since: number }>()
  let arrived = 0
  let refusals = 0
  let pause = { until: 0, reason: '' }

  function pauseAll(ms: number, reason: string, what: string): SendOutcome {
    const isNew = pause.until <= elapsed()
    pause = { until: elapsed() + ms, reason: ofChannel(reason) }
    if (isNew) notice(what, { waitMs: ms })
    return { state: 'retry', afterMs: ms, reason: pause.reason }
  }

  function forbidden(chat: string, reason: string): SendOutcome {
    const known = failing.get(chat) ?? { count: 0, since: arrived }
    const count = known.count + 1
    failing.set(chat, { ...known, count })
    if (count >= triesWhereOthersHear && arrived > known.since) return { state: 'blocked', reason }
    if (count < mostTries) return { state: 'retry', afterMs: afterForbiddenMs * count, reason }
    failing.delete(chat)
    return { state: 'failed', reason }
  }

  function refused(chat: string, code: number, description: string): SendOutcome {
    const reason = `${code} ${description}`.slice(0, 120)
    if (code === 429) {
      refusals += 1
      const ms = pauses[Math.min(refusals, pauses.length) - 1] ?? minute
      return pauseAll(ms, '429', 'Zalo says that the quota is used up: nothing is sent for a while')
    }
    if (code === 401) return pauseAll(afterRefusedTokenMs, '401', 'Zalo refuses the token: set ZALO_BOT_TOKEN anew')
    if (code === 403) return forbidden(chat, reason)
    if (code === 408) return { state: 'unknown', reason }
    // "The chat_id is invalid": never written, or gone
    if (code === 400 && /chat_id/.test(description)) return { state: 'blocked', reason }
    return code >= 500 ? { state: 'retry', afterMs: null, reason } : { state: 'failed', reason }
  }

  function arrivedAs(chat: string, result: unknown): SendOutcome {
    failing.delete(chat)
    arrived += 1
    refusals = 0
    const read = sent.safeParse(result)
    return { state: 'sent', externalId: read.success ? read.data.message_id : null }
  }

  return {
    paused() {
      const left = pause.until - elapsed()
      return left > 0 ? { state: 'retry', afterMs: left, reason: pause.reason } : null
    },
    judge(chat, answer) {
      if (answer.kind === 'done') return arrivedAs(chat, answer.result)
      if (answer.kind === 'refused') return refused(chat, answer.code, answer.description)
      if (answer.kind === 'cut')
        return answer.sent
          ? { state: 'unknown', reason: answer.reason }
          : { state: 'retry', afterMs: null, reason: answer.reason }
      return garbled(answer.status)
    },
  }
}

/** A gateway's page before the call got through (429, 502, 503); after it, nobody knows. */
function garbled(status: number): SendOutcome {
  const reason = `no JSON, HTTP ${status}`
  const isLost = status === 429 || status === 502 || status === 503 || (status >= 400 && status < 500)
  return isLost ? { state: 'retry', afterMs: null, reason } : { state: 'unknown', reason }
}
