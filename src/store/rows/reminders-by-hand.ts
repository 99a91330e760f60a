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
  by: string
  at: Instant
}
