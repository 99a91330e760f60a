/** Days as the oracle counts them: by itself, from a table typed by hand. */
export type Day = string

// Announced for 2024 to 2026; for 2027 and 2028 what the law comes to, written out.
const off = new Set(
  `2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01
   2024-09-02 2024-09-03
   2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-05-02
   2025-09-01 2025-09-02
   2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01
   2026-08-31 2026-09-01 2026-09-02
   2027-01-01 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-02-11 2027-04-16 2027-04-30 2027-05-03 2027-09-02
   2027-09-03
   2028-01-03 2028-01-25 2028-01-26 2028-01-27 2028-01-28 2028-01-31 2028-04-04 2028-05-01 2028-05-02 2028-09-01
   2028-09-04`.split(/\s+/),
)
const madeUp = new Set(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])

const dayMs = 86_400_000
const numberOf = (day: Day) => Date.parse(`${day}T00:00:00Z`) / dayMs
const dayOf = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10)

export const plus = (day: Day, days: number): Day => dayOf(numberOf(day) + days)
/** 0 Sunday … 6 Saturday. */
const weekday = (day: Day): number => new Date(numberOf(day) * dayMs).getUTCDay()

export const isWorked = (day: Day): boolean =>
  madeUp.has(day) || (weekday(day) > 0 && weekday(day) < 6 && !off.has(day))
export const back = (day: Day): Day => (isWorked(day) ? day : back(plus(day, -1)))
export const forth = (day: Day): Day => (isWorked(day) ? day : forth(plus(day, 1)))
export const nextWorked = (day: Day): Day => forth(plus(day, 1))

/** An instant of the office's wall clock. */
export const at = (day: Day, time: string): number => Date.parse(`${day}T${time}:00+07:00`)

/** The last day of a month, counted from year and month (1 … 12, more or less run over). */
export const endOfMonth = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
export const dayIn = (year: number, month: number, day: number): Day => {
  const end = endOfMonth(year, month)
  return Number(end.slice(8)) < day ? end : `${end.slice(0, 8)}${String(day).padStart(2, '0')}`
}
