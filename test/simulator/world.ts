import { type Day, dayIn, endOfMonth, plus } from './own-calendar.ts'

// What the oracle knows of the world: kept beside the store by whoever acts, never read from it.

export type Unit = { id: string; parentId: string | null; relation: 'subordinate' | 'coordinating' | 'superior' }
export type Role = { unitId: string; role: 'official' | 'clerk' | 'head' | 'admin' }
/** `isKnown`: the program has met the block, and does not try again. */
export type Account = { channel: string; chat: string; blocked: boolean; isKnown: boolean }
export type Person = {
  id: string
  roles: Role[]
  left: boolean
  accounts: Account[]
  quiet: boolean
  hour: string | null
  seenAt: number
}
export type Every = 'month' | 'quarter' | 'half_year' | 'year'
export type Recurring = { every: Every; day: number; ofLastMonth: boolean; before: boolean }
/** A deadline of a plan. `token`: what only this plan's name holds. */
export type Work = {
  id: string
  planId: string
  token: string
  kind: 'registration' | 'report' | 'final_review' | 'other'
  lastDay: Day | null
  recurring: Recurring | null
  runs: { start: Day; end: Day }
  revision: number
  live: boolean
  audience: { unitId: string; subject: 'unit' | 'person' }[]
  extensions: Map<string, { lastDay: Day; count: number }>
}
export type Round = { key: string | null; lastDay: Day; opens: Day | null }
/** Whom a deadline binds: a unit (`personId` null), or a person of it. */
export type Bound = {
  work: Work
  round: Round
  unitId: string
  personId: string | null
  lastDay: Day
  revision: number
}
export type State = 'open' | 'returned' | 'waiting' | 'approved' | 'received' | 'reported'
export type Recorded = { state: State; paperId: string | null; reportedAt: number | null; bound: Bound }
export type Absence = { personId: string; from: Day; to: Day; isLong: boolean; standInId: string | null }

/** When a kind of deadline reminds: so many calendar days, or working days, before; and once after. */
export type Ladder = { leads: number[]; counts: 'calendar' | 'working'; afterwards: boolean }
export const usualLadder: Ladder = { leads: [14, 7, 3, 1, 0], counts: 'calendar', afterwards: true }

export type World = {
  /** Of the kinds that have one of their own. */
  ladders: Partial<Record<Work['kind'], Ladder>>
  units: Map<string, Unit>
  people: Map<string, Person>
  /** Who belongs to a unit, in any role of their own. */
  members: Map<string, Set<string>>
  works: Work[]
  absences: Absence[]
  places: { unitId: string; until: Day }[]
  /** Until when somebody wants quiet about something. */
  snoozed: Map<string, Day>
  recorded: Map<string, Recorded>
  /** The mornings on which somebody was reminded of something as it stands, the first first. */
  reminded: Map<string, Day[]>
  /** The rungs of which somebody was told: each speaks once, also where the ladder is set anew. */
  told: Set<string>
  /** The rungs of which somebody could not be told: still owed. */
  owed: Map<string, Set<number>>
}

export const blankWorld = (): World => ({
  ...{ ladders: {}, units: new Map(), people: new Map(), members: new Map(), works: [], absences: [], places: [] },
  ...{ snoozed: new Map(), recorded: new Map(), reminded: new Map(), told: new Set(), owed: new Map() },
})

const lengths: Record<Every, number> = { month: 1, quarter: 3, half_year: 6, year: 12 }
const namesOf: Record<Every, (year: number, index: number) => string> = {
  month: (year, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
  quarter: (year, index) => `${year}-Q${index + 1}`,
  half_year: (year, index) => `${year}-H${index + 1}`,
  year: (year) => `${year}`,
}

const known = new WeakMap<Work, Round[]>()

/** All rounds of what comes again while its plan runs, the first first. */
function roundsOf(work: Work): Round[] {
  const rounds = known.get(work) ?? reckonRounds(work)
  known.set(work, rounds)
  return rounds
}

function reckonRounds({ recurring, runs }: Work): Round[] {
  if (!recurring) return []
  const { every, day, ofLastMonth, before } = recurring
  const length = lengths[every]
  const rounds: Round[] = []
  for (let year = Number(runs.start.slice(0, 4)) - 1; year <= Number(runs.end.slice(0, 4)); year += 1)
    for (let index = 0; index < 12 / length; index += 1) {
      const first = dayIn(year, index * length + 1, 1)
      const last = endOfMonth(year, (index + 1) * length)
      // A day of each month is one of that month; of longer rounds it is one of the month after, or of the last.
      const named = dayIn(year, (index + 1) * length + (ofLastMonth || every === 'month' ? 0 : 1), day)
      const lastDay = before ? plus(named, -1) : named
      if (last >= runs.start && first <= runs.end && lastDay >= runs.start)
        rounds.push({ key: namesOf[every](year, index), lastDay, opens: rounds.at(-1)?.lastDay ?? null })
    }
  return rounds
}

export const concernOf = ({ work, round }: Pick<Bound, 'work' | 'round'>): string => `${work.id} ${round.key ?? ''}`
export const recordKey = (bound: Pick<Bound, 'work' | 'round' | 'unitId' | 'personId'>): string =>
  `${concernOf(bound)} ${bound.personId ?? bound.unitId}`
export const recordOf = (world: World, bound: Bound): Recorded =>
  world.recorded.get(recordKey(bound)) ?? { state: 'open', paperId: null, reportedAt: null, bound }
export const isOpen = (world: World, bound: Bound): boolean =>
  ['open', 'returned'].includes(recordOf(world, bound).state)

/** Everybody whom a deadline binds, for the rounds whose last safe day lies in a stretch of time. */
export function boundBy(world: World, work: Work, within: { from: Day; to: Day }): Bound[] {
  if (!work.live) return []
  const own: Round[] = work.lastDay === null ? [] : [{ key: null, lastDay: work.lastDay, opens: null }]
  const rounds = work.recurring ? roundsOf(work) : own
  return rounds.flatMap((round) =>
    work.audience.flatMap(({ unitId, subject }): Bound[] => {
      const extension = round.key === null ? work.extensions.get(unitId) : undefined
      const lastDay = extension?.lastDay ?? round.lastDay
      if (lastDay < within.from || lastDay > within.to) return []
      const revision = work.revision + 1000 * (extension?.count ?? 0)
      const bound = { work, round, unitId, lastDay, revision }
      if (subject === 'unit') return [{ ...bound, personId: null }]
      return [...(world.members.get(unitId) ?? [])].map((personId) => ({ ...bound, personId }))
    }),
  )
}
