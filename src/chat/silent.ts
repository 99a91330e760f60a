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
  const silent = new Map<string, Concern[]>()
  for (const deadlineId of deadlineIds) {
    const concerns: Concern[] = []
    for (const { round, revision, personId } of await readSilent(asking, [deadlineId])) {
      const known = concerns.find((one) => one.round === round && one.revision === revision)
      if (known) known.people.add(personId)
      else concerns.push({ round, revision, people: new Set([personId]) })
    }
    silent.set(deadlineId, concerns)
  }
  return ({ deadlineId, round, revision, personId }) =>
    silent
      .get(deadlineId)
      ?.some((one) => one.round === round && one.revision === revision && one.people.has(personId)) ?? false
}

type Concern = { round: string | null; revision: number; people: Set<string> }
