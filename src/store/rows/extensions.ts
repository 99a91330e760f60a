import type { Day, Instant } from '../../domain/day.ts'

/** A leader's spoken extension for one unit; the newest revision counts. `document`: the letter that followed. */
export type ExtensionRow = {
  id: string
  deadline_id: string
  unit_id: string
  revision: number
  last_day: Day
  agreed_by: string
  agreed_on: Day
  via: 'phone' | 'in_person' | 'meeting' | 'message'
  document: string | null
  by: string | null
  at: Instant
}

/** The day by which a unit wants its own papers. */
export type InternalDeadlineRow = { deadline_id: string; unit_id: string; day: Day; by: string; at: Instant }

export type ExtensionTables = { extension: ExtensionRow; internal_deadline: InternalDeadlineRow }
