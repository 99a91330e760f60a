import type { Calendar } from '../domain/calendar.ts'
import { type Day, instantOf } from '../domain/day.ts'
import type { Reminded } from '../domain/due-reminders.ts'
import type { Store } from '../store/store.ts'

type Asking = { store: Store; calendar: Calendar; today: Day; zone: string }

/**
 * Who was reminded of these deadlines on an earlier morning and has not reacted: nothing has come from any of their
 * accounts since that morning's first reminder, no word, no button, no file. Whoever writes at all is reachable, and
 * nobody is asked on their behalf; whoever has no account cannot have heard.
 */
export async function readSilent({ store, calendar, today, zone }: Asking, deadlineIds: string[]): Promise<Reminded[]> {
  const reactions = await store.reminders.reactions(deadlineIds, today)
  const opening = new Map<Day, number>()
  for (const { since } of reactions)
    if (!opening.has(since)) opening.set(since, instantOf(since, calendar.hours.opens, zone))
  return reactions.filter(({ since, seenAt }) => seenAt === null || seenAt < (opening.get(since) ?? 0))
}

/** The same of many people, kept small. */
export async function readSilence(asking: Asking, deadlineIds: Iterable<string>): Promise<(one: Reminded) => boolean> {
  const silent = new Map<string, Set<string>>()
  const concernOf = ({ deadlineId, round, revision }: Reminded) => `${deadlineId} ${round ?? ''} ${revision}`
  for (const deadlineId of deadlineIds)
    for (const one of await readSilent(asking, [deadlineId])) {
      const people = silent.get(concernOf(one)) ?? new Set()
      silent.set(concernOf(one), people.add(one.personId))
    }
  return (one) => silent.size > 0 && (silent.get(concernOf(one))?.has(one.personId) ?? false)
}
