/** What somebody's words name: a day of a month ('last': its last day), with or without the year. It may not exist. */
export type DayParts = { day: number | 'last'; month: number; year: number | null }

const isMonth = (month: number): boolean => month >= 1 && month <= 12
const isDayNumber = (day: number | 'last'): boolean => day === 'last' || (day >= 1 && day <= 31)

/** Parts as numbers, or null where no calendar has such a day or month (day 45, month 13, year 3024). */
export function partsOf(day: number | 'last', month: number, year: number | null): DayParts | null {
  const likely = year === null || (year >= 1900 && year <= 2099)
  return likely && isMonth(month) && isDayNumber(day) ? { day, month, year } : null
}

/** "24" → 2024, "2024" → 2024, nothing → null. */
export const yearFrom = (digits: string | undefined): number | null =>
  digits === undefined ? null : digits.length === 2 ? 2000 + Number(digits) : Number(digits)
