import type { Day, Instant } from '../../domain/day.ts'
import type { RegistrationRow } from '../schema.ts'

/** A paper that came by hand or by post: the number and day the clerk gave it, and its scan (JSON). */
export type ArrivalColumns = { arrival_number: string | null; arrival_day: Day | null; arrival_scan: string | null }

/** A report lives as a registration does. `round`: '' where its deadline comes once. */
export type ReportRow = RegistrationRow & {
  round: string
  /** One report for each deadline, round and subject; null once it is withdrawn. */
  live_key: string | null
}

export type ReportVersionRow = {
  report_id: string
  version: number
  body: string
  at: Instant
  by: string
  /** Who typed it, where several people share the account of `by`. */
  operator: string | null
}
