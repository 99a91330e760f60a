import type { Day, Instant } from '../../domain/day.ts'
import type { Role } from '../../domain/person.ts'

/** Somebody is away; the reason is theirs and is shown to nobody else. */
export type AbsenceRow = {
  id: string
  person_id: string
  from_day: Day
  to_day: Day
  reason: 'trip' | 'leave' | 'sick' | 'maternity' | 'study' | 'secondment'
  stand_in_id: string | null
  state: 'asked' | 'agreed' | 'declined' | 'alone'
  by: string
  at: Instant
}

/** A role passes from one person to another on a day; `to_id` null: nobody follows yet. */
export type HandoverRow = {
  id: string
  from_id: string
  to_id: string | null
  unit_id: string
  role: Role
  reason: 'retirement' | 'transfer' | 'other'
  on_day: Day
  by: string
  at: Instant
  done_at: Instant | null
}

export type AbsenceTables = { absence: AbsenceRow; handover: HandoverRow }
