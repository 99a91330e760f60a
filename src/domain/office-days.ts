import { z } from 'zod'
import { lunarNewYear } from './am-lich.ts'
import { addDays, type Day, isDay, yearOf } from './day.ts'
import shipped from './office-days.json' with { type: 'json' }
import { isWeekend, publicHolidays } from './public-holidays.ts'

const day = z.string().refine(isDay)

/** Who announced days off, by which paper; `day`: of the paper, null where it is not known. */
const notice = z.object({ number: z.string().min(1), issuer: z.string(), day: day.nullable() })
export type Notice = z.infer<typeof notice>

/**
 * A year: days off (weekdays), and Saturdays or Sundays worked instead, with the notices that say so. Without a notice the
 * year is reckoned from the law; `byHand`: days that the agency itself has settled.
 */
const yearDays = z.object({
  off: z.array(day),
  madeUp: z.array(day),
  notices: z.array(notice),
  byHand: z.array(day).default([]),
})
export type YearDays = z.infer<typeof yearDays>

/** What an agency has settled, by year. */
export const officeDaysSchema = z.record(z.string().regex(/^\d{4}$/u), yearDays)
export type AgencyDays = z.infer<typeof officeDaysSchema>

/** The key of it among the settings. */
export const officeDaysKey = 'officeDays'

/** The years that are settled; and days on which nothing is decided yet, each with its switch. */
export type OfficeDays = { years: AgencyDays; undecided: { day: Day; off: boolean }[] }

const shippedYears: AgencyDays = z.record(z.string(), yearDays).parse(shipped.years)

/** The years as shipped, with those that the agency has settled in their place. */
export const officeDaysOf = (settled: AgencyDays = {}): OfficeDays => ({
  years: { ...shippedYears, ...settled },
  undecided: shipped.undecided.filter(({ day }) => {
    const own = settled[day.slice(0, 4)]
    return !own || ![...own.byHand, ...own.off].includes(day)
  }),
})

/** A year as it stands: as settled, else by the law. */
export function daysOfYear({ years }: OfficeDays, year: number): YearDays {
  const law = () => [...publicHolidays(year)].filter((one) => !isWeekend(one)).sort()
  return years[String(year)] ?? { off: law(), madeUp: [], notices: [], byHand: [] }
}

/** What becomes of one day: off, worked though a weekend, or as any other day. */
export type DayEdit = { day: Day; as: 'off' | 'madeUp' | 'usual' }

/** The stretches in which the Government places days anew each year: Tết, and National Day. */
function placedAnew(year: number): [from: Day, to: Day][] {
  const newYear = lunarNewYear(year)
  return [
    [addDays(newYear, -9), addDays(newYear, 9)],
    [`${year}-08-25`, `${year}-09-09`],
  ]
}

/** What the law put into a stretch that a notice speaks of gives way to what the notice says. */
function withoutReckoned(off: Day[], edits: DayEdit[], year: number): Day[] {
  const spoken = placedAnew(year).filter(([from, to]) =>
    edits.some((edit) => edit.as === 'off' && edit.day >= from && edit.day <= to),
  )
  return off.filter((one) => !spoken.some(([from, to]) => one >= from && one <= to))
}

const without = (days: Day[], taken: Set<Day>) => days.filter((one) => !taken.has(one))
const sorted = (days: Day[]) => [...new Set(days)].sort()

/** A year after edits: by a notice (the first of a year settles it), or, without one, of the agency's own. */
export function editYear(year: number, before: YearDays, edits: DayEdit[], notice: Notice | null): YearDays {
  const touched = new Set(edits.map((edit) => edit.day))
  const become = (as: DayEdit['as']) => edits.filter((edit) => edit.as === as).map((edit) => edit.day)
  const isFirst = notice !== null && before.notices.length === 0
  const off = isFirst ? withoutReckoned(before.off, edits, year) : before.off
  const others = before.notices.filter(({ number }) => number !== notice?.number)
  return {
    off: sorted([...without(off, touched), ...become('off').filter((one) => !isWeekend(one))]),
    madeUp: sorted([...without(before.madeUp, touched), ...become('madeUp')]),
    notices: notice ? [...others, notice] : before.notices,
    byHand: notice ? without(before.byHand, touched) : sorted([...before.byHand, ...touched]),
  }
}

/** Is this day of its year settled by a notice or by the agency? */
export function isSettled(days: OfficeDays, day: Day): boolean {
  const year = days.years[String(yearOf(day))]
  if (!year) return false
  if (year.byHand.includes(day)) return true
  return year.notices.length > 0 && !days.undecided.some((one) => one.day === day)
}
