import { addDays, type Day } from './day.ts'
import { type Countable, isCounted, isMet, isOpen, numberOf, type Obligation } from './obligation.ts'
import type { Deadline, DeadlineKind } from './plan.ts'
import type { Unit } from './unit.ts'
import { treeOrder } from './unit-tree.ts'

/** How far back and ahead of today a dashboard looks, in days. */
export const dashboardReach = { behind: 30, ahead: 60 }

/** A plan in the coverage table at most; the nearest deadlines first. */
const mostColumns = 7

type Dated = Countable & { lastDay: Day }
type Share = { done: number; total: number }

/** One deadline, or one round of it, on its last safe day. */
export type DashboardDay = Share & {
  deadlineId: string
  round: string | null
  plan: string
  kind: DeadlineKind
  deadline: Deadline
  lastDay: Day
}

/** Somebody (or a unit) for whom nothing is recorded after the last safe day. Only subordinate units. */
export type Late = {
  planName: string
  round: string | null
  kind: DeadlineKind
  lastDay: Day
  unitName: string
  personId: string | null
}

export type Dashboard = {
  days: DashboardDay[]
  /** Deadlines as columns, units as rows in the admin's order; null where a unit is not bound. */
  coverage: { columns: DashboardDay[]; rows: { unitName: string; depth: number; cells: (Share | null)[] }[] }
  late: Late[]
}

const keyOf = ({ deadlineId, round }: Pick<Countable, 'deadlineId' | 'round'>) => `${deadlineId} ${round ?? ''}`
const isDone = (one: Countable) => isMet(one) || one.state === 'reported'
const share = (group: Countable[]): Share => ({ done: numberOf(group.filter(isDone)), total: numberOf(group) })

/**
 * What a head or an admin oversees: the days ahead, who has registered by unit and plan, and who is late. `past`: what was
 * due before today, each of those bound for itself; all the rest is only counted.
 */
export function dashboardOf(
  { counted, past: gone }: { counted: Countable[]; past: Obligation[] },
  units: Unit[],
  today: Day,
): Dashboard {
  const dated = counted.filter(isCounted).filter((one): one is Dated => one.lastDay !== null)
  const groups = [...Map.groupBy(dated, keyOf).values()]
  const all = groups.flatMap((group) => (group[0] ? [dayOf(group[0], group)] : [])).sort(byDay)
  const days = all.filter(({ lastDay }) => lastDay >= today && lastDay <= addDays(today, dashboardReach.ahead))
  const past = all.filter(({ lastDay, done, total }) => lastDay < today && done < total)
  const columns = [...days, ...past].slice(0, mostColumns)
  return { days, coverage: { columns, rows: rowsOf(dated, units, columns) }, late: lateOf(gone, today) }
}

const dayOf = (first: Dated, group: Dated[]): DashboardDay => ({
  ...{ deadlineId: first.deadlineId, round: first.round, plan: first.plan, kind: first.kind },
  ...{ deadline: first.deadline, lastDay: first.lastDay },
  ...share(group),
})
const byDay = (one: DashboardDay, other: DashboardDay) => (one.lastDay < other.lastDay ? -1 : 1)

function rowsOf(dated: Dated[], units: Unit[], columns: DashboardDay[]): Dashboard['coverage']['rows'] {
  const ofUnit = Map.groupBy(dated, ({ unitId }) => unitId)
  return treeOrder(units).flatMap(({ unit, depth }) => {
    const own = ofUnit.get(unit.id) ?? []
    const cells = columns.map((column) => {
      const bound = own.filter((one) => keyOf(one) === keyOf(column))
      return bound.length > 0 ? share(bound) : null
    })
    return cells.some((cell) => cell !== null) ? [{ unitName: unit.name, depth, cells }] : []
  })
}

const lateOf = (past: Obligation[], today: Day): Late[] =>
  past
    .filter(isCounted)
    .filter((one): one is Obligation & { lastDay: Day } => one.lastDay !== null && one.lastDay < today)
    .filter((one) => isOpen(one) && one.unitRelation === 'subordinate')
    .map(({ plan, round, kind, lastDay, unitName, personId }) => ({
      ...{ planName: plan, round, kind, lastDay, unitName, personId },
    }))
