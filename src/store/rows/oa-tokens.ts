import type { Instant } from '../../domain/day.ts'

/** The tokens of a Zalo Official Account that began with one configured refresh token. Real time. */
export type OaTokenRow = {
  /** SHA-256 of the configured refresh token: another one begins a row of its own. */
  source: string
  refresh_token: string
  access_token: string | null
  access_until: Instant | null
  /** When the refresh token was sent to Zalo whose answer has not been kept: it may be used up. */
  tried_at: Instant | null
  refused_at: Instant | null
  /** Who is refreshing just now, and until when they may take. */
  lease_by: string | null
  lease_until: Instant | null
}
