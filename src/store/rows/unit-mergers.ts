import type { Day, Instant } from '../../domain/day.ts'

/** One unit went into another. */
export type UnitMergerRow = { from_id: string; into_id: string; on_day: Day; by: string; at: Instant }
