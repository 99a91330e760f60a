import type { DueReminder } from './due-reminders.ts'
import type { Rung } from './ladder.ts'

type About = Pick<DueReminder, 'deadlineId' | 'round' | 'revision'>

/** What could not be sent, looked up instead of searched for. */
export type LostReminders = {
  isEmpty: boolean
  /** The rungs that were lost to somebody. */
  rungs(personId: string, about: About): Rung[]
}

/** Puts what was lost in order once; a whole morning may have been, and a key for each would take more room than they do. */
export function indexLost(lost: DueReminder[]): LostReminders {
  const deadlines = new Map<string, Map<string, DueReminder[]>>()
  for (const one of lost) {
    const people = deadlines.get(one.deadlineId) ?? new Map<string, DueReminder[]>()
    deadlines.set(one.deadlineId, people)
    const ones = people.get(one.personId)
    if (ones) ones.push(one)
    else people.set(one.personId, [one])
  }
  return {
    isEmpty: deadlines.size === 0,
    rungs: (personId, { deadlineId, round, revision }) =>
      (deadlines.get(deadlineId)?.get(personId) ?? []).flatMap((one) =>
        one.round === round && one.revision === revision ? [one.rung] : [],
      ),
  }
}
