import { addDays, type Day, daysBetween, weekdayOf } from './day.ts'
import { digestReach } from './digest.ts'
import { type Countable, isCounted, isMet, numberOf } from './obligation.ts'
import type { Unit } from './unit.ts'
import { childrenOf, subtreeOf } from './unit-tree.ts'

/** Deadlines side by side at most; more are not told apart. */
const mostDeadlines = 7

type Dated = Countable & { lastDay: Day }
export type Share = { done: number; total: number }

/** One deadline near today, or one round of it, for people or for units, with how much of it is recorded under the reader. */
export type CoveredDeadline = Share &
  Pick<Dated, 'deadlineId' | 'round' | 'plan' | 'kind' | 'deadline' | 'lastDay' | 'subject'> & { isPast: boolean }

/** One unit with everything under it; null where nobody there is bound. */
export type CoverageRow = {
  unitId: string
  name: string
  isCourteous: boolean
  /** Has it units below that can be looked at one by one? */
  opens: boolean
  cells: (Share | null)[]
}

export type Coverage = {
  deadlines: CoveredDeadline[]
  /** Deadlines near today that have no place beside the others. */
  more: number
  rows: CoverageRow[]
}

type Given = {
  /** Those of the reader's units. */
  obligations: Countable[]
  units: Unit[]
  /** The units that the reader oversees, and of them the one whose parts are wanted; null: all, from the top. */
  unitIds: Set<string>
  under: string | null
  today: Day
}

const isDone = (one: Countable) => isMet(one) || one.state === 'reported'
const shareOf = (group: Countable[]): Share => ({ done: numberOf(group.filter(isDone)), total: numberOf(group) })
const keyOf = ({ deadlineId, round, subject }: Pick<Countable, 'deadlineId' | 'round' | 'subject'>) =>
  `${deadlineId} ${round ?? ''} ${subject}`

/**
 * How much is recorded by unit and deadline, rolled up: a row for each part right below, with the sums of all that is under
 * it, and before them what the unit itself owes. In the admin's order, so nobody is ranked; who is away for long is not counted.
 */
export function coverageOf({ obligations, units, unitIds, under, today }: Given): Coverage {
  const parts = partsOf(units, unitIds, under)
  const within = new Set(parts.flatMap(({ unitIds: ids }) => [...ids]))
  const [from, to] = [addDays(today, -digestReach.behind), addDays(today, digestReach.ahead)]
  const near = obligations
    .filter((one): one is Dated => one.lastDay !== null && one.lastDay >= from && one.lastDay <= to)
    .filter((one) => isCounted(one) && within.has(one.unitId))
  const all = [...Map.groupBy(near, keyOf).values()].flatMap((group) =>
    group[0] ? [covered(group[0], group, today)] : [],
  )
  const wanted = all.filter(({ isPast, done, total }) => !isPast || done < total).sort(aheadFirst)
  const deadlines = wanted.slice(0, mostDeadlines)
  const rows = parts
    .map((part) => rowOf(part, near, deadlines))
    .filter(({ cells }) => cells.some((cell) => cell !== null))
  return { deadlines, more: wanted.length - deadlines.length, rows }
}

/** The nearest day first, what is past last. */
const aheadFirst = (one: CoveredDeadline, other: CoveredDeadline) =>
  Number(one.isPast) - Number(other.isPast) || one.lastDay.localeCompare(other.lastDay)

function covered(first: Dated, group: Dated[], today: Day): CoveredDeadline {
  const { deadlineId, round, plan, kind, deadline, lastDay, subject } = first
  return { deadlineId, round, plan, kind, deadline, lastDay, subject, isPast: lastDay < today, ...shareOf(group) }
}

type Part = { unit: Unit; unitIds: Set<string>; opens: boolean }

/** The unit itself and the parts right below it; of several units at the top each as a whole. */
function partsOf(units: Unit[], unitIds: Set<string>, under: string | null): Part[] {
  const tops = units.filter(({ id, parentId }) => unitIds.has(id) && !unitIds.has(parentId ?? ''))
  const asked = under !== null && unitIds.has(under) ? units.find(({ id }) => id === under) : undefined
  const one = asked ?? (tops.length === 1 ? tops[0] : undefined)
  const whole = (unit: Unit): Part => ({
    unit,
    unitIds: subtreeOf(units, unit.id),
    opens: childrenOf(units, unit.id).length > 0,
  })
  if (!one) return tops.map(whole)
  return [{ unit: one, unitIds: new Set([one.id]), opens: false }, ...childrenOf(units, one.id).map(whole)]
}

function rowOf({ unit, unitIds, opens }: Part, near: Dated[], deadlines: CoveredDeadline[]): CoverageRow {
  const under = near.filter((one) => unitIds.has(one.unitId))
  const groups = Map.groupBy(under, keyOf)
  const cells = deadlines.map((one) => groups.get(keyOf(one))).map((group) => (group ? shareOf(group) : null))
  return { unitId: unit.id, name: unit.name, isCourteous: unit.relation !== 'subordinate', opens, cells }
}

/** Of several parts, in how many everything near is recorded; null where there is but one to tell of. */
export function wholeParts({ rows }: Coverage): { whole: number; all: number } | null {
  const isWhole = ({ cells }: CoverageRow) => cells.every((cell) => cell === null || cell.done === cell.total)
  return rows.length < 2 ? null : { whole: rows.filter(isWhole).length, all: rows.length }
}

/** The weeks around today that hold these days: from a Monday to a Sunday. */
export function weeksAround(today: Day, days: Day[]): { from: Day; days: number } {
  const all = [...days, addDays(today, digestReach.ahead)].sort()
  const first = [today, ...days].sort()[0] ?? today
  const from = addDays(first, 1 - weekdayOf(first))
  const last = all.at(-1) ?? today
  return { from, days: daysBetween(from, addDays(last, 7 - weekdayOf(last))) + 1 }
}
