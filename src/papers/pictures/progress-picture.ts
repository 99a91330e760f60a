import { z } from 'zod'
import { themes } from './palette.ts'

const share = z.object({ done: z.int(), total: z.int() })

/** A deadline of the picture. `name` in words; `day` as `dd/mm`; `at`: its place on the axis in days from the first one. */
const column = share.extend({
  number: z.int(),
  name: z.string(),
  day: z.string(),
  at: z.int(),
  isPast: z.boolean(),
  /** `5/8 người; đã qua`, beside its mark. */
  label: z.string(),
})

const row = z.object({
  name: z.string(),
  /** Coordinating and superior bodies are never shown as late. */
  isCourteous: z.boolean(),
  /** One for each deadline; null: not bound. */
  cells: z.array(share.nullable()),
})

/** How far things are, to be drawn: the deadlines on the axis of days, and the units under them. All in words already. */
export const progressPicture = z.object({
  theme: z.enum(themes),
  title: z.string(),
  asOf: z.string(),
  headings: z.object({ timeline: z.string(), coverage: z.string(), today: z.string(), past: z.string() }),
  /** The days of the axis, from a Monday on: `offDays` and `today` count from the first. */
  axis: z.object({
    days: z.int(),
    today: z.int(),
    offDays: z.array(z.int()),
    mondays: z.array(z.object({ at: z.int(), day: z.string() })),
  }),
  columns: z.array(column).max(7),
  rows: z.array(row),
  /** What stands below: the page, and what else there is. */
  notes: z.array(z.string()),
})
export type ProgressPicture = z.infer<typeof progressPicture>
