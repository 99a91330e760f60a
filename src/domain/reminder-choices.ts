import { z } from 'zod'
import type { OfficeHours } from './calendar.ts'
import { fold } from './fold.ts'

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

// "9h", "09:30", "14 giờ 15", "lúc 8g"
const hourWords = /^(?:luc |vao )*(\d{1,2})(?: ?(?:gio|h|g|:|\.) ?(\d{2})?)?(?: ?phut)?$/u

/** A typed hour → `HH:MM`; null where it is none, or the office is not open then. */
export function readReminderHour(text: string, { opens, closes }: OfficeHours): string | null {
  const match = hourWords.exec(fold(text.replaceAll(':', 'h').replaceAll('.', 'h')))
  const hour = `${(match?.[1] ?? '').padStart(2, '0')}:${match?.[2] ?? '00'}`
  return match && Number(match[2] ?? 0) < 60 && hour >= opens && hour < closes ? hour : null
}
