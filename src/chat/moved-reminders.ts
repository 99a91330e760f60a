import type { Calendar } from '../domain/calendar.ts'
import { addDays, type Day } from '../domain/day.ts'
import { reminderDays } from '../domain/ladder.ts'
import { type Ladders, ladderOf } from '../domain/ladders.ts'
import type { Deadline } from '../domain/plan.ts'
import { type Running, roundsAround, runningOf } from '../domain/recurrence.ts'
import { formatShort } from '../texts/days.ts'
import { formatDeed } from '../texts/deadlines.ts'
import type { Turn } from './turn.ts'

/** By what mornings are reckoned. */
export type Ways = { calendar: Calendar; ladders: Ladders }

/** Deadlines named one by one, and days of one: of more only the count is told. */
const mostNamed = 5
const mostDays = 8
/** How far ahead rounds of what comes again are looked at. */
const daysAhead = 366

function lastDaysOf(deadline: Deadline, running: Running, today: Day): Day[] {
  const days = deadline.recurrence
    ? roundsAround(deadline, today, running, addDays(today, daysAhead)).map(({ lastDay }) => lastDay)
    : [deadline.lastDay]
  return days.flatMap((day) => (day !== null && day >= today ? [day] : []))
}

const morningsOf = (lastDays: Day[], { kind }: Deadline, { calendar, ladders }: Ways): Day[] =>
  lastDays.flatMap((lastDay) => reminderDays(calendar, lastDay, ladderOf(ladders, kind)).map(({ day }) => day))

const missing = (days: Day[], others: Day[]) => [...new Set(days)].filter((day) => !others.includes(day)).sort()

/** Which deadlines in force would remind on other mornings to come (or still this morning), a line each after one that counts them. */
export async function movedReminders(turn: Turn, before: Ways, after: Ways): Promise<string[]> {
  const { store, texts, today } = turn
  const plans = await store.plans.list('in_force')
  const lines = await Promise.all(
    plans.map(async ({ id, shortName, draft }) => {
      const running = runningOf(draft)
      return (await store.plans.deadlinesOf(id)).flatMap(({ deadline }) => {
        const lastDays = lastDaysOf(deadline, running, today)
        const [old, fresh] = [morningsOf(lastDays, deadline, before), morningsOf(lastDays, deadline, after)]
        return moveLine(turn, formatDeed(texts, deadline.kind, shortName), {
          gone: missing(old, fresh).filter((day) => day > today),
          come: missing(fresh, old).filter((day) => day >= today),
        })
      })
    }),
  )
  return summary(turn, lines.flat())
}

function moveLine({ texts }: Turn, deed: string, { gone, come }: { gone: Day[]; come: Day[] }): string[] {
  if (gone.length + come.length === 0) return []
  const change = gone.length === 0 ? 'more' : come.length === 0 ? 'less' : 'moved'
  return [texts.t(`settings.moved.${change}`, { deed, gone: written(gone), come: written(come) })]
}

const written = (days: Day[]) =>
  `${days.slice(0, mostDays).map(formatShort).join(', ')}${days.length > mostDays ? '…' : ''}`

function summary({ texts }: Turn, lines: string[]): string[] {
  if (lines.length === 0) return [texts.t('settings.moved.none')]
  const rest = lines.length - mostNamed
  const more = rest > 0 ? [texts.t('settings.moved.others', { count: rest })] : []
  return [texts.t('settings.moved.some', { count: lines.length }), ...lines.slice(0, mostNamed), ...more]
}
