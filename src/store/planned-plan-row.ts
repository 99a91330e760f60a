import type { Instant } from '../domain/day.ts'

/** A reviewed plan that waits for its publication. */
export type PlannedPlanRow = {
  id: string
  short_name: string
  body: string
  publish_at: Instant
  planned_at: Instant
  planned_by: string | null
}
