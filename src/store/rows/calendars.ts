import type { Day, Instant } from '../../domain/day.ts'

/** An address at which somebody reads their calendar, or that of a unit (`unit_id`); only a hash of its secret is kept. */
export type CalendarAddressRow = {
  secret_hash: string
  person_id: string
  unit_id: string | null
  made_at: Instant
  ended_at: Instant | null
}

/** What a calendar was last given under a name; `body`: the entry as JSON. */
export type CalendarEntryRow = {
  calendar: string
  uid: string
  day: Day
  sequence: number
  modified_at: Instant
  cancelled: 0 | 1
  body: string
}

export type CalendarTables = { calendar_address: CalendarAddressRow; calendar_entry: CalendarEntryRow }
