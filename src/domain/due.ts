import { addDays, type Day } from './day.ts'
import { isMet, isOpen, type Obligation, type ObligationState } from './obligation.ts'
import type { Deadline } from './plan.ts'

/** Where a deadline stands seen from a day, in the order in which people read it. */
const dueGroups = ['overdue', 'today', 'week', 'month', 'later', 'undated', 'information'] as const
export type DueGroup = (typeof dueGroups)[number]

/** One line of what is due: a deadline with whoever of mine it binds; `information` binds nobody here. */
export type Due = {
  deadlineId: string
  planId: string
  plan: string
  deadline: Deadline
  /** The round of what comes again. */
  round: string | null
  group: DueGroup
  state: ObligationState
  /** Does it bind the person, and which of the person's units? */
  own: boolean
  units: string[]
  /** What is true of one of these units only: a leader's extension, the unit's own day. */
  local?: LocalDay[]
}

export type LocalDay = Pick<Obligation, 'unitName' | 'lastDay' | 'extension' | 'internalDay'>

/** The obligations with days of their own, one for each unit. */
export const localDaysOf = (obligations: Obligation[]): LocalDay[] => [
  ...new Map(
    obligations
      .filter(({ extension, internalDay }) => extension !== undefined || internalDay !== undefined)
      .map((one) => [one.unitId, one]),
  ).values(),
]

/** The group of a dated deadline that binds somebody. */
function groupOf(lastDay: Day | null, today: Day): DueGroup {
  if (lastDay === null) return 'undated'
  if (lastDay < today) return 'overdue'
  if (lastDay === today) return 'today'
  if (lastDay <= addDays(today, 7)) return 'week'
  return lastDay <= addDays(today, 30) ? 'month' : 'later'
}

// The state that asks most of the reader stands for all of a line.
const urgency: ObligationState[] = ['returned', 'open', 'reported', 'waiting', 'approved', 'received']

/** Obligations as one person sees them → one line a deadline and round; what is met and past is left out. */
export function duesOf(obligations: Obligation[], personId: string, today: Day): Due[] {
  const byDeadline = Map.groupBy(obligations, ({ deadlineId, round }) => `${deadlineId} ${round ?? ''}`)
  return [...byDeadline.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const state = urgency.find((one) => same.some((obligation) => obligation.state === one)) ?? first.state
    const group = groupOf(first.lastDay, today)
    if (group === 'overdue' && !isOpen({ state })) return []
    const { deadlineId, planId, plan, deadline, round } = first
    const own = same.some((obligation) => obligation.personId === personId)
    const units = [
      ...new Set(same.filter((obligation) => obligation.personId !== personId).map(({ unitName }) => unitName)),
    ]
    const local = localDaysOf(same)
    return [{ deadlineId, planId, plan, deadline, round, group, state, own, units, ...(local.length > 0 && { local }) }]
  })
}

type Published = { id: string; planId: string; plan: string; deadline: Deadline }

/** Deadlines that bind nobody of mine, for information: not those past, and undated ones only where asked for. */
export function informationOf(published: Published[], bound: Set<string>, today: Day): Due[] {
  return published
    .filter(
      ({ id, deadline: { lastDay, expired, cancelled } }) =>
        !bound.has(id) && !expired && !cancelled && (lastDay === null || lastDay >= today),
    )
    .map(({ id, planId, plan, deadline }) => ({
      ...{ deadlineId: id, planId, plan, deadline, own: false, units: [], round: null },
      group: 'information' as const,
      state: 'open' as const,
    }))
}

/** In reading order: by group, then by last day; without a day at the end of its group. */
export function sortDues(dues: Due[]): Due[] {
  const place = ({ group, deadline: { lastDay } }: Due) => `${dueGroups.indexOf(group)} ${lastDay ?? '9999'}`
  return [...dues].sort((a, b) => place(a).localeCompare(place(b)))
}

/** Does the reader still have to do something about it? */
export const isMine = ({ group, state }: Due): boolean => group !== 'information' && !isMet({ state })
