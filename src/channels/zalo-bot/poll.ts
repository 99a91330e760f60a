import { z } from 'zod'
import type { Answer } from './client.ts'
import { codeOf, keepOn, type Listening, rest } from './listen.ts'

/** 429 names no time; polling is for development, so a wrong address is looked at again soon. */
const longPauses = { 429: 15 * 60_000 }
const pollSeconds = 30
const roomMs = 15_000
/** Empty answers that come at once, and none of them waited for, must not become a storm of calls. */
const soonestEmptyMs = 500

type Polling = Listening & {
  /** Milliseconds of a clock that only goes forward. */
  elapsed(): number
  heard(event: unknown): Promise<void>
  /** How long a poll waits on Zalo's side, seconds. */
  seconds?: number
}

const info = z.object({ url: z.string().catch('') })

/** Polling works only while no webhook is set. */
async function dropWebhook({ client }: Listening): Promise<Answer | null> {
  const answer = await client.call('getWebhookInfo', {})
  if (answer.kind !== 'done') return answer
  const { url } = info.catch({ url: '' }).parse(answer.result)
  if (url === '') return null
  const dropped = await client.call('deleteWebhook', {})
  return dropped.kind === 'done' ? null : dropped
}

/**
 * Hears by long polling, for development. What a poll returns is gone on Zalo's side, and what is said while none waits
 * is lost: so the next poll begins before the last event is written down, and events are written in their order.
 */
export async function pollEvents(polling: Polling): Promise<void> {
  const { client, stopped, elapsed, seconds = pollSeconds } = polling
  let writing = Promise.resolve()
  let isFree = false

  async function round(): Promise<Answer | null> {
    if (!isFree) {
      const refusal = await dropWebhook(polling)
      if (refusal) return refusal
      isFree = true
      polling.connected(true)
    }
    const began = elapsed()
    const how = { timeoutMs: seconds * 1_000 + roomMs, signal: stopped }
    const answer = await client.call('getUpdates', { timeout: String(seconds) }, how)
    if (answer.kind === 'done') {
      writing = writing.then(() => polling.heard(answer.result))
      return null
    }
    // The usual end of a poll to which nobody said anything.
    if (answer.kind === 'refused' && answer.code === 408) {
      if (elapsed() - began < soonestEmptyMs) await rest(soonestEmptyMs, stopped)
      return null
    }
    // Perhaps somebody has set a webhook meanwhile.
    if (codeOf(answer) === 400) isFree = false
    return answer
  }

  await keepOn(polling, longPauses, round)
  await writing
}
