import { z } from 'zod'

/**
 * How a person wants to be reminded. `quiet`: only three days before and on the last safe day; `hour`: the wall time
 * `HH:MM` in office hours at which the morning's message comes, null: when the office opens.
 */
export const reminderChoices = z.object({
  quiet: z.boolean(),
  hour: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
})
export type ReminderChoices = z.infer<typeof reminderChoices>

/** Of who has chosen nothing. */
export const usualChoices: ReminderChoices = { quiet: false, hour: null }
