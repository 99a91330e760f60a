import type { Day, Instant } from '../../domain/day.ts'

/** One reminder by telephone, in person or at a meeting; who heard it and what came of it, in words (perhaps empty). */
export type ReminderByHandRow = {
  id: string
  deadline_id: string
  subject: 'unit' | 'person'
  subject_id: string
  way: 'phone' | 'in_person' | 'meeting'
  day: Day
  heard_by: string
  outcome: string
  /** The round that it was about; '' where the deadline comes once. */
  round: string
  by: string
  at: Instant
}

/** A letter of urging that was drafted: to which units (JSON), asked by which day; null: left to who signs. */
export type UrgingDraftRow = {
  id: string
  deadline_id: string
  round: string
  unit_ids: string
  until_day: Day | null
  by: string
  at: Instant
}
