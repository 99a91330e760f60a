import { back, type Day, forth, isWorked, plus } from './own-calendar.ts'
import type { Ladder } from './world.ts'

// 14, 7, 3 and 1 days before the last safe day (or as the agency set it for a kind of deadline), on that day, once after it;
// each moved back to a working day.

/** Working days of a ladder, the newest last; with the nominal number of days of each. */
type Step = { day: Day; rung: number }
const reckoned = new Map<string, Step[]>()

/** The morning that lies so many days before the last safe day, counted as the ladder counts. */
export function dayBefore(lastDay: Day, days: number, { counts }: Ladder): Day {
  if (counts === 'calendar') return back(plus(lastDay, -days))
  let day = back(lastDay)
  for (let left = days; left > 0; left -= 1) day = back(plus(day, -1))
  return day
}

export function stepsOf(lastDay: Day, ladder: Ladder): Step[] {
  const key = `${lastDay} ${ladder.leads} ${ladder.counts} ${ladder.afterwards}`
  const known = reckoned.get(key)
  if (known) return known
  const steps: Step[] = []
  for (const rung of [...ladder.leads].sort((one, other) => other - one)) {
    const day = dayBefore(lastDay, rung, ladder)
    if (steps.at(-1)?.day === day) steps.pop()
    steps.push({ day, rung })
  }
  if (ladder.afterwards) steps.push({ day: forth(plus(lastDay, 1)), rung: -1 })
  reckoned.set(key, steps)
  return steps
}

/** Who wants fewer: three days before and the last safe day only, where the ladder has them. */
export const quieter = ({ leads, counts }: Ladder): Ladder => ({
  leads: leads.filter((lead) => lead === 3 || lead === 0),
  counts,
  afterwards: false,
})

/** How many days are left, counted as the ladder counts. */
export function daysLeft(lastDay: Day, today: Day, { counts }: Ladder): number {
  let left = 0
  for (let day = today; day < (counts === 'calendar' ? lastDay : back(lastDay)); day = plus(day, 1))
    if (counts === 'calendar' || isWorked(plus(day, 1))) left += 1
  return left
}
