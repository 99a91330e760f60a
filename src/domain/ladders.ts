import { z } from 'zod'
import { type DeadlineKind, deadlineKinds } from './plan.ts'

/** No lead is longer than this, in days: a message half a year ahead is no reminder. */
const longestLead = 180
const mostLeads = 12

const lead = z.int().min(0).max(longestLead)

/**
 * When a deadline reminds. `leads`: days before the last safe day, 0 that day; `counts`: whether they are calendar days,
 * each moved back to a working day, or working days; `afterwards`: once on the working day after it as well.
 */
const ladder = z.object({
  // The last safe day is never left out: nobody is to hear of a deadline only when it is over.
  leads: z
    .array(lead)
    .min(1)
    .max(mostLeads)
    .refine((leads) => leads.includes(0)),
  counts: z.enum(['calendar', 'working']),
  afterwards: z.boolean(),
})
export type Ladder = z.infer<typeof ladder>

/** The ladder of every kind of deadline, and of the kinds that have one of their own. */
export const laddersSchema = z.object({ usual: ladder, kinds: z.partialRecord(z.enum(deadlineKinds), ladder) })
export type Ladders = z.infer<typeof laddersSchema>

/** The key among the settings. */
export const laddersKey = 'ladders'

/** As it is where the agency has set nothing. */
export const usualLadders: Ladders = {
  usual: { leads: [14, 7, 3, 1, 0], counts: 'calendar', afterwards: true },
  kinds: {},
}

/** The ladder of a kind of deadline. */
export const ladderOf = (ladders: Ladders, kind: DeadlineKind): Ladder => ladders.kinds[kind] ?? ladders.usual
