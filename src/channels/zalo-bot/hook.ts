import { z } from 'zod'
import type { Answer } from './client.ts'
import { keepOn, type Listening, rest } from './listen.ts'

const hour = 3_600_000
/** An address that Zalo refuses, a wrong API root; the day's calls used up (426); too many calls. */
const longPauses = { 400: hour, 404: hour, 426: 6 * hour, 429: hour / 4 }
/** Nothing tells when somebody else takes the webhook away; so often it is looked at. */
const lookEveryMs = hour

const info = z.object({ url: z.string().catch('') })
const outcome = z.object({
  verification: z.object({
    ok: z.boolean(),
    outcome: z.string().catch(''),
    hint: z.string().optional().catch(undefined),
  }),
})

type Hooking = Listening & {
  url: string
  secret: string
  notice(what: string, facts?: Record<string, string | number>): void
}

/** The address is saved even where Zalo could not reach it, and that is said nowhere else. */
function tellVerification({ notice }: Hooking, result: unknown): void {
  const read = outcome.safeParse(result)
  if (read.success && !read.data.verification.ok)
    notice('Zalo cannot reach the webhook: see PUBLIC_URL and what stands before it', {
      outcome: read.data.verification.outcome.slice(0, 40),
    })
}

/** Sets the webhook where it is another one: calls to set it are counted by the day. */
async function setWhereOther(hooking: Hooking): Promise<Answer | null> {
  const { client, url, secret } = hooking
  const known = await client.call('getWebhookInfo', {})
  if (known.kind !== 'done') return known
  if (info.catch({ url: '' }).parse(known.result).url === url) return null
  const set = await client.call('setWebhook', { url, secret_token: secret })
  if (set.kind !== 'done') return set
  tellVerification(hooking, set.result)
  return null
}

/** Keeps the webhook set; resolves when it is stopped, or when Zalo refuses the token. */
export async function keepHook(hooking: Hooking): Promise<void> {
  let isSet = false
  await keepOn(hooking, longPauses, async () => {
    if (isSet) await rest(lookEveryMs, hooking.stopped)
    if (hooking.stopped.aborted) return null
    const refusal = await setWhereOther(hooking)
    isSet = refusal === null
    return refusal
  })
}
