import type { Instant } from '../../domain/day.ts'

/** Somebody who is an office: several people use the account. */
export type SharedAccountRow = { person_id: string; at: Instant }

/** Who sits at a shared account, as they said, and when they were last heard. */
export type OperatorRow = { account_id: string; name: string; at: Instant }
