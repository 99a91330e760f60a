import { type Day, dayFrom } from '../domain/day.ts'

/** `07/4/2026`, `7-4-2026`, `07 tháng 4 năm 2026`: day, month and year of a full date, as groups `1`–`3` or `4`–`6`. */
export const fullDate = String.raw`(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)|(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s*năm\s+(\d{4}))`

/** The day of such a match whose first date group is at `from`; null for a day that does not exist. */
export function printedDay(found: readonly (string | undefined)[], from = 1): Day | null {
  const [day, month, year] = [0, 1, 2].map((step) => Number(found[from + step] ?? found[from + step + 3]))
  return day && month && year ? dayFrom(year, month, day) : null
}
