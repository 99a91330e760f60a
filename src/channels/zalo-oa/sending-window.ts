import type { Instant } from '../../domain/day.ts'
import { messageTerms } from './terms.ts'

/** free: a consultation message costs nothing; paid: it costs; closed: none is taken; unknown: Zalo decides. */
export type SendingWindow = 'free' | 'paid' | 'closed' | 'unknown'

/** The window in which a chat stands, from when its person was last heard from; null: nobody knows. */
export function windowAt(lastHeardAt: Instant | null, now: Instant): SendingWindow {
  if (lastHeardAt === null) return 'unknown'
  const silentMs = now - Number(lastHeardAt)
  if (silentMs <= messageTerms.freeMs) return 'free'
  return silentMs <= messageTerms.openMs ? 'paid' : 'closed'
}
