import { z } from 'zod'
import type { Instant } from '../../domain/day.ts'
import { post, type Reply } from './client.ts'
import { codes, paths, tokenTerms } from './terms.ts'

export type Pair = { refreshToken: string; accessToken: string; accessUntil: Instant }
export type Refreshed =
  | { kind: 'pair'; pair: Pair }
  | { kind: 'refused'; code: number }
  /** `sent`: the token may have been used up although no new one came. */
  | { kind: 'trouble'; reason: string; sent: boolean }

type Asking = { authRoot: string; appId: string; appSecret: string; now(): Instant }

const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
})

/** Trades a refresh token, which is used up by it, for a new pair. */
export async function refresh({ authRoot, appId, appSecret, now }: Asking, refreshToken: string): Promise<Refreshed> {
  const began = now()
  const reply = await post({
    url: authRoot + paths.token,
    headers: { secret_key: appSecret },
    body: new URLSearchParams({ app_id: appId, grant_type: 'refresh_token', refresh_token: refreshToken }),
  })
  if (reply.kind !== 'done') return failed(reply)
  const read = granted.safeParse(reply.data)
  if (!read.success) return { kind: 'trouble', reason: 'an answer without tokens', sent: true }
  const { access_token: accessToken, refresh_token, expires_in: seconds } = read.data
  const accessUntil = began + (seconds ? seconds * 1000 : tokenTerms.usualLifeMs)
  return { kind: 'pair', pair: { accessToken, refreshToken: refresh_token, accessUntil } }
}

function failed(reply: Exclude<Reply, { kind: 'done' }>): Refreshed {
  const isRate = reply.kind === 'refused' && (codes.rate as readonly number[]).includes(reply.code)
  if (reply.kind === 'refused' && !isRate) return { kind: 'refused', code: reply.code }
  if (reply.kind === 'network') return { kind: 'trouble', reason: reply.reason, sent: reply.sent }
  const reason = reply.kind === 'gateway' ? `status ${reply.status}` : 'too many calls'
  return { kind: 'trouble', reason, sent: reply.kind === 'gateway' && reply.status >= 500 }
}
