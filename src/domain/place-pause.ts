import { z } from 'zod'
import type { Day } from './day.ts'
import type { Unit } from './unit.ts'
import { pathUp } from './unit-tree.ts'

/** Quiet for a place (storm, mourning): a unit and all below it hear nothing up to a day, that day included. */
export const placePauses = z.array(z.object({ unitId: z.string(), until: z.iso.date() }))
export type PlacePause = z.infer<typeof placePauses>[number]

/** The key among the settings. */
export const placePausesKey = 'placePauses'

/** Is a unit, or one above it, quiet on a day? */
export const isQuietPlace = (pauses: PlacePause[], unitId: string, units: Unit[], day: Day): boolean =>
  pauses.some((pause) => day <= pause.until && pathUp(units, unitId).some(({ id }) => id === pause.unitId))
