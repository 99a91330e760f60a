import type { Calendar } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { reminderDays } from '../domain/ladder.ts'
import { type Ladders, ladderOf } from '../domain/ladders.ts'
import { formatShort } from '../texts/days.ts'
import { formatDeed } from '../texts/deadlines.ts'
import type { Turn } from './turn.ts'

/** By what mornings are reckoned. */
export type Ways = { calendar: Calendar; ladders: Ladders }

/** Deadlines named one by one; of more only the count is told. */
const mostNamed = 5

const missing = (days: Day[], others: Day[]) => days.filter((day) => !others.includes(day))

/** Which deadlines in force would remind on other mornings from tomorrow on, a line each after one that counts them. */
export async function movedReminders(turn: Turn, before: Ways, after: Ways): Promise<string[]> {
  const { store, texts, today } = turn
  const plans = await store.plans.list('in_force')
  const all = await Promise.all(
    plans.map(async ({ id, shortName }) =>
      (await store.plans.deadlinesOf(id)).map(({ deadline }) => ({ deadline, plan: shortName })),
    ),
  )
  const lines = all.flat().flatMap(({ deadline: { kind, lastDay }, plan }) => {
    if (lastDay === null || lastDay < today) return []
    const [old, fresh] = [before, after].map(({ calendar, ladders }) =>
      reminderDays(calendar, lastDay, ladderOf(ladders, kind)).flatMap(({ day }) => (day > today ? [day] : [])),
    ) as [Day[], Day[]]
    const [gone, come] = [missing(old, fresh), missing(fresh, old)]
    if (gone.length + come.length === 0) return []
    const words = { deed: formatDeed(texts, kind, plan), gone: written(gone), come: written(come) }
    const change = gone.length === 0 ? 'more' : come.length === 0 ? 'less' : 'moved'
    return [texts.t(`settings.moved.${change}`, words)]
  })
  if (lines.length === 0) return [texts.t('settings.moved.none')]
  const named = lines.slice(0, mostNamed)
  const rest = lines.length - named.length
  const more = rest > 0 ? [texts.t('settings.moved.others', { count: rest })] : []
  return [texts.t('settings.moved.some', { count: lines.length }), ...named, ...more]
}

const written = (days: Day[]) => days.map(formatShort).join(', ')
