import type { OfficeHours } from './calendar.ts'
import { unmarked } from './fold.ts'

// "7h30", "7:30", "07.30", "16 giờ", "7g30"
export const wallTime = /(\d{1,2})(?: ?(?:gio|h|g) ?|[:.])(\d{2})?(?: ?phut)?(?!\d)/u

/** A matched wall time as `HH:MM`; null where no clock shows it. */
export function timeFrom([, hour = '', minute = '00']: RegExpMatchArray): string | null {
  return Number(hour) > 23 || Number(minute) > 59 ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** Typed words without marks, in lower case, single spaces. */
export const bareWords = (text: string) => unmarked(text.normalize('NFC')).toLowerCase().replace(/\s+/gu, ' ').trim()

/** "7:00 - 16:30", "từ 7h đến 16h30" → when the office opens and closes; null: not two times, the second later. */
export function readHours(text: string): OfficeHours | null {
  const found = [...bareWords(text).matchAll(new RegExp(wallTime, 'gu'))].map(timeFrom)
  const [opens, closes] = found
  return found.length === 2 && opens && closes && opens < closes ? { opens, closes } : null
}
