import { z } from 'zod'
import { type Calendar, workdayAfter, workdaysBetween } from './calendar.ts'
import { addDays, type Day, dayOf, type Instant, lastDayOfMonth, monthOf, yearOf } from './day.ts'
import { firstWorkingInstant, isOfficeTime, type Reckoning } from './occasions.ts'
import platformQuotas from './platform-quotas.json' with { type: 'json' }

/** What a platform gives a bot: messages a calendar month, and people at all (null: any number). */
const quota = z.object({ messages: z.int().positive(), users: z.int().positive().nullable() })
export type Quota = z.infer<typeof quota>

/** The setting that says otherwise than the platforms' own pages, by channel. */
export const quotasKey = 'quotas'
export const quotasSchema = z.record(z.string(), quota)

/** The quota of a channel: as set, else as its platform's page says; null where nothing is known to be counted. */
export function quotaOf(channel: string, set: Record<string, Quota> | null): Quota | null {
  const published = z.record(z.string(), quota).parse(platformQuotas)
  return set?.[channel] ?? published[channel] ?? null
}

/** A calendar month, `YYYY-MM`. */
export type Month = string
export const monthKey = (day: Day): Month => day.slice(0, 7)

/** Of the quota in percent: what admins are told of. */
export const thresholds = [70, 90, 100] as const
export type Threshold = (typeof thresholds)[number]

/** The highest threshold that a count comes to by growing; null where it comes to none. */
export function thresholdReached(before: number, after: number, most: number): Threshold | null {
  const reached = thresholds.filter((percent) => before * 100 < percent * most && after * 100 >= percent * most)
  return reached.at(-1) ?? null
}

/** Fewer working days than this tell nothing of a month's pace. */
const fewestDays = 3

/** `expected`: messages of the whole month at the pace so far; `runsOutOn`: the day on which none is left, null where they last. */
export type Forecast = { expected: number; runsOutOn: Day | null }

/** Where a month's messages lead, reckoned by working days (there are few messages on others). */
export function forecastOf(sent: number, most: number, today: Day, calendar: Calendar): Forecast {
  const last = lastDayOfMonth(yearOf(today), monthOf(today))
  const elapsed = workdaysBetween(calendar, addDays(`${monthKey(today)}-01`, -1), today)
  const pace = sent / Math.max(elapsed, fewestDays)
  const expected = Math.round(sent + pace * workdaysBetween(calendar, today, last))
  if (sent >= most) return { expected, runsOutOn: today }
  if (expected < most) return { expected, runsOutOn: null }
  let runsOutOn = today
  for (let left = most - sent; left > 0 && runsOutOn < last; left -= pace) runsOutOn = workdayAfter(calendar, runsOutOn)
  return { expected, runsOutOn: runsOutOn < last ? runsOutOn : last }
}

/** free: enough for the month at this pace; tight: not enough; spent: nothing left. */
export type Level = 'free' | 'tight' | 'spent'

export function levelOf(sent: number, most: number, today: Day, calendar: Calendar): Level {
  if (sent >= most) return 'spent'
  return forecastOf(sent, most, today, calendar).expected > most ? 'tight' : 'free'
}

/** Kinds of messages that lose nothing by coming a morning later. */
const newsKinds = new Set(['announcement', 'digest', 'question', 'joined', 'role'])

/** How a message to a person goes whose first channel is metered. `wait`: till the next morning, with what else there is then. */
export type Route = 'here' | 'elsewhere' | 'wait'

export function routeOf(of: { level: Level; kind: string; hasOther: boolean; mayWait: boolean }): Route {
  const { level, kind, hasOther, mayWait } = of
  if (level === 'free') return 'here'
  const isNews = newsKinds.has(kind)
  if (hasOther && (level === 'spent' || isNews)) return 'elsewhere'
  return level === 'tight' && isNews && mayWait ? 'wait' : 'here'
}

/** The next opening of the office after an instant. */
export function nextMorning(at: Instant, reckoning: Reckoning): Instant {
  const today = dayOf(at, reckoning.zone)
  const opening = firstWorkingInstant(today, reckoning)
  return opening > at ? opening : firstWorkingInstant(addDays(today, 1), reckoning)
}

/** The instant itself in office hours, else the next opening. */
export const inOfficeHours = (at: Instant, reckoning: Reckoning): Instant =>
  isOfficeTime(at, reckoning) ? at : nextMorning(at, reckoning)
