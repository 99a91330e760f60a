import type { Day } from '../../domain/day.ts'

/** A person asked for quiet about a deadline until a day. `round`: '' where it comes once. */
export type PauseRow = {
  person_id: string
  deadline_id: string
  round: string
  until_day: Day
  reason: 'snoozed' | 'reported'
}

export type ReminderRow = {
  deadline_id: string
  /** '' where it comes once. */
  round: string
  revision: number
  rung: number
  person_id: string
  day: Day
  outbox_key: string
}

/** How a person wants to be reminded: fewer times; at another hour than the opening of the office. */
export type ReminderChoiceRow = { person_id: string; quiet: 0 | 1; hour: string | null }
