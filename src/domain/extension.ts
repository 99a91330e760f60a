import type { Day } from './day.ts'

export const extensionWays = ['phone', 'in_person', 'meeting', 'message'] as const
/** How a leader said yes. */
export type ExtensionWay = (typeof extensionWays)[number]

/** More time for one unit, as a leader agreed to it; the plan's own day stays. */
export type Extension = {
  id: string
  deadlineId: string
  unitId: string
  /** 1, 2, …: rises with each further extension of the unit. */
  revision: number
  lastDay: Day
  agreedBy: string
  agreedOn: Day
  via: ExtensionWay
  /** The letter that confirms it; null until it has come. */
  document: string | null
}

/** By this much the revision of an extended obligation lies above the plan's: its reminders begin anew. */
export const extendedRevision = 1000
