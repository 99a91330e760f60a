import { z } from 'zod'
import { type Calendar, workdayOnOrBefore } from './calendar.ts'
import type { Day } from './day.ts'
import { type Countable, isCounted, isMet, numberOf, type Obligation, subjectIdOf } from './obligation.ts'
import { deadline } from './plan.ts'

/** What a calendar shows of one deadline or round and one whom it binds, or of the day that a unit set for itself. Nobody is named. */
export const calendarEntry = z.object({
  /** Its name for ever: deadline, round and subject. */
  uid: z.string(),
  revision: z.int(),
  plan: z.string(),
  deadline,
  round: z.string().nullable(),
  /** The working day that people are told; for a unit's own day that one. */
  day: z.iso.date(),
  /** The wall time, where one is named and falls on that day. */
  time: z.string().nullable(),
  /** `own`: the reader's; `unit`: of the unit named; `internal`: the day that this unit set for itself. */
  whose: z.enum(['own', 'unit', 'internal']),
  unit: z.string(),
  /** How many of those bound are recorded. */
  done: z.int(),
  of: z.int(),
  /** A leader gave this unit more time. */
  extended: z.boolean(),
})
export type CalendarEntry = z.infer<typeof calendarEntry>

type Dated = Countable & { lastDay: Day }
const isShown = <One extends Countable>(one: One): one is One & { lastDay: Day } =>
  one.lastDay !== null && !one.deadline.expired && !one.deadline.cancelled

/** Is everything recorded that an entry asks for? */
export const isRecorded = ({ done, of }: Pick<CalendarEntry, 'done' | 'of'>): boolean => of > 0 && done === of

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join('.')

/** Where many are counted, what was reported sent counts, as on the dashboard; one’s own is recorded only when it is. */
const isDoneInUnit = (one: Countable) => isMet(one) || one.state === 'reported'

function countsOf(obligations: Countable[], isDone: (one: Countable) => boolean): { done: number; of: number } {
  const counted = obligations.filter(isCounted)
  return { done: numberOf(counted.filter(isDone)), of: numberOf(counted) }
}

type Shape = Pick<CalendarEntry, 'uid' | 'whose' | 'unit'> & { some: Dated[]; isDone: (one: Countable) => boolean }

/** The entry of obligations that share their last day. */
function entryOf(calendar: Calendar, first: Dated, { uid, whose, unit, some, isDone }: Shape): CalendarEntry {
  const { revision, plan, deadline: asked, round, lastDay, extension } = first
  const day = workdayOnOrBefore(calendar, lastDay)
  return {
    ...{ uid, revision, plan, deadline: asked, round, whose, unit },
    ...{ day, time: day === asked.on ? asked.time : null },
    ...countsOf(some, isDone),
    extended: extension !== undefined,
  }
}

/** Of what comes again, the round to which the unit's own day belongs. */
function ofItsRound(some: Dated[]): Dated[] {
  const [next] = some.filter(({ lastDay, internalDay = '' }) => lastDay >= internalDay).sort(byLastDay)
  return next ? some.filter(({ lastDay }) => lastDay === next.lastDay) : some
}
const byLastDay = (one: Dated, other: Dated) => (one.lastDay < other.lastDay ? -1 : 1)

/** A unit's own day stands once, however many of its people are bound. */
function internalEntries(calendar: Calendar, obligations: Dated[]): CalendarEntry[] {
  const own = Map.groupBy(
    obligations.filter(({ internalDay }) => internalDay !== undefined),
    ({ deadlineId, unitId }) => joined(deadlineId, 'internal', unitId),
  )
  return [...own].flatMap(([uid, all]) => {
    const some = ofItsRound(all)
    const [first] = some
    if (!first?.internalDay) return []
    const entry = entryOf(calendar, first, { uid, whose: 'internal', unit: first.unitName, some, isDone: isMet })
    return [{ ...entry, day: first.internalDay, time: null }]
  })
}

/** The same, the nearest first. */
const inOrder = (entries: CalendarEntry[]) =>
  entries.sort((a, b) => (`${a.day} ${a.uid}` < `${b.day} ${b.uid}` ? -1 : 1))

/** What a person's calendar holds: their own, and what the units whose papers they draw up owe. */
export function entriesOfPerson(calendar: Calendar, obligations: Obligation[]): CalendarEntry[] {
  const dated = obligations.filter(isShown)
  const entries = dated.map((one) =>
    entryOf(calendar, one, {
      uid: joined(one.deadlineId, one.round, subjectIdOf(one)),
      whose: one.personId === null ? 'unit' : 'own',
      unit: one.unitName,
      // Their own stands in it though they be away.
      some: [{ ...one, away: false }],
      isDone: isMet,
    }),
  )
  return inOrder([...entries, ...internalEntries(calendar, dated)])
}

/** What the calendar of a unit and those below it holds: one entry a deadline and round, counted; a unit with more time has its own. */
export function entriesOfUnit(
  calendar: Calendar,
  obligations: Countable[],
  unit: { id: string; name: string },
): CalendarEntry[] {
  const dated = obligations.filter(isShown)
  const groups = Map.groupBy(dated, ({ deadlineId, round, extension, unitId }) =>
    joined(deadlineId, round, 'all', unit.id, extension ? unitId : null),
  )
  const entries = [...groups].flatMap(([uid, some]) => {
    const [first] = some
    const name = first?.extension ? first.unitName : unit.name
    return first ? [entryOf(calendar, first, { uid, whose: 'unit', unit: name, some, isDone: isDoneInUnit })] : []
  })
  return inOrder([...entries, ...internalEntries(calendar, dated)])
}
