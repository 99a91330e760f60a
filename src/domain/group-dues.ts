import type { Calendar } from './calendar.ts'
import type { Day } from './day.ts'
import { dayOfRung, type Rung, type Since } from './ladder.ts'
import { type Ladders, ladderOf } from './ladders.ts'
import { isCounted, isMet, isOpen, type Obligation, type SubjectKind } from './obligation.ts'
import type { Deadline, DeadlineKind } from './plan.ts'

/**
 * Days before the last safe day on which a group hears of a deadline, where the ladder has them: earlier it is the business of
 * those who are bound, each for themselves; on the day and after it a count before everybody would point at somebody.
 */
const groupRungs: readonly Rung[] = [3, 1]

/** Fewer bound, or fewer missing, and a count would say who: then the deadline alone is told. */
const fewest = { bound: 5, missing: 3 }

export type GroupCount = { subject: SubjectKind; done: number; total: number }

/** A deadline as a group may see it: how many have done it, never who. */
export type GroupDue = {
  deadlineId: string
  /** The round of what comes again. */
  round: string | null
  planId: string
  plan: string
  kind: DeadlineKind
  deadline: Deadline
  lastDay: Day
  /** Is anybody's part of it still missing? */
  isOpen: boolean
  counts: GroupCount[]
}

type Dated = Obligation & { lastDay: Day }
const isDated = (one: Obligation): one is Dated => one.lastDay !== null

/** Deadlines from a day on, of the obligations of a unit and those below it, the nearest first. */
export function groupDues(obligations: Obligation[], from: Day): GroupDue[] {
  const ahead = obligations
    .filter(isCounted)
    .filter(isDated)
    .filter(({ lastDay }) => lastDay >= from)
  const all = [...Map.groupBy(ahead, ({ deadlineId, round }) => `${deadlineId} ${round ?? ''}`).values()].flatMap(toDue)
  return all.sort((one, other) => (one.lastDay < other.lastDay ? -1 : one.lastDay > other.lastDay ? 1 : 0))
}

function toDue(bound: Dated[]): GroupDue[] {
  const [first] = bound
  if (!first) return []
  const { deadlineId, round, planId, plan, kind, deadline, lastDay } = first
  // Coordinating and superior bodies are asked courteously, and not counted before others.
  const counted = bound.filter(({ unitRelation }) => unitRelation === 'subordinate')
  const counts = (['unit', 'person'] as const).flatMap((subject) =>
    countOf(
      subject,
      counted.filter((one) => one.subject === subject),
    ),
  )
  return [{ deadlineId, round, planId, plan, kind, deadline, lastDay, isOpen: bound.some(isOpen), counts }]
}

function countOf(subject: SubjectKind, bound: Dated[]): GroupCount[] {
  const done = bound.filter((one) => isMet(one) || one.state === 'reported').length
  const tells = bound.length >= fewest.bound && bound.length - done >= fewest.missing
  return tells ? [{ subject, done, total: bound.length }] : []
}

/** Is one of the mornings after `since` up to today one on which a group hears of a deadline with this last safe day? */
export function isGroupMorning(
  { kind, lastDay }: Pick<GroupDue, 'kind' | 'lastDay'>,
  { calendar, ladders, since, today }: Since & { calendar: Calendar; ladders: Ladders },
): boolean {
  const { leads, counts } = ladderOf(ladders, kind)
  const days = groupRungs
    .filter((rung) => leads.includes(rung))
    .map((rung) => dayOfRung(calendar, lastDay, rung, counts))
  return today <= lastDay && days.some((day) => day > since && day <= today)
}
