import { addDays, type Day } from './day.ts'
import { isCounted, isMet, isOpen, type Obligation } from './obligation.ts'
import type { Deadline, DeadlineKind } from './plan.ts'
import { isUrgedKind } from './urging.ts'

/** How far a deadline's last safe day may lie from today to be spoken of, in days. */
export const digestReach = { behind: 14, ahead: 14 }

/** `round`: which one of what comes again. */
type Deed = {
  deadlineId: string
  round: string | null
  plan: string
  kind: DeadlineKind
  deadline: Deadline
  lastDay: Day
}

/** How many of those bound by one deadline have nothing left to send. */
export type Progress = Deed & {
  subject: 'person' | 'unit'
  done: number
  total: number
  isPast: boolean
  /** How many of the missing the reader may remind. */
  nudges: number
  /** May the reader have a letter drawn up to the units that are missing? */
  urges: boolean
}

/** The paper of a unit that the reader is head of. */
export type OwnPaper = Deed & Pick<Obligation, 'state' | 'paper'> & { unitName: string }

/** What a head or an admin is told, in the order in which it is told. */
export type Digest = {
  waiting: number
  toReceive: number
  /** The same of reports. */
  waitingReports: number
  toReceiveReports: number
  /** How many different people and units have nothing recorded; is the reader one of the people? */
  missing: { people: number; units: number; reader: boolean }
  /** Of the parts under the reader, how many have everything recorded; null where there is but one. */
  parts: { whole: number; all: number } | null
  progress: Progress[]
  own: OwnPaper[]
  ahead: Deed[]
  returned: number
  undelivered: number
  unreachable: number
}

type Counts = 'waiting' | 'toReceive' | 'waitingReports' | 'toReceiveReports' | 'undelivered' | 'unreachable' | 'parts'
type Facts = Pick<Digest, Counts> & {
  today: Day
  /** Units of the reader's subtree, and those the reader is head of. */
  unitIds: Set<string>
  ownUnitIds: Set<string>
  personId: string
  obligations: Obligation[]
  /** How many people the reader may remind of a deadline, or of one round of it, in their own name. */
  canNudge: (deadlineId: string, round: string | null) => number
  /** Letters of urging are the admins'. */
  canUrge: boolean
}

const isDated = (one: Obligation): one is Obligation & { lastDay: Day } => one.lastDay !== null

/** The digest of one reader from the obligations around today; who has nothing open is counted, not named. */
export function digestOf({
  today,
  unitIds,
  ownUnitIds,
  personId,
  obligations,
  canNudge,
  canUrge,
  ...counts
}: Facts): Digest {
  const near = obligations
    .filter(isCounted)
    .filter(isDated)
    .filter(({ lastDay }) => lastDay <= addDays(today, digestReach.ahead))
  const under = near.filter(({ unitId }) => unitIds.has(unitId))
  const isOwn = (one: Obligation) => one.subject === 'unit' && ownUnitIds.has(one.unitId)
  const others = under.filter((one) => !isOwn(one))
  const progress = progressOf(others, today).map((one) => ({
    ...one,
    nudges: one.subject === 'person' ? canNudge(one.deadlineId, one.round) : 0,
    urges: canUrge && one.subject === 'unit' && isUrgedKind(one.kind),
  }))
  const own = under.filter(isOwn).map(toOwnPaper)
  const told = new Set([...progress, ...own].map(keyOf))
  const mine = near.filter((one) => one.personId === personId || isOwn(one))
  const ahead = mine.filter((one) => one.lastDay >= today && isOpen(one) && !told.has(keyOf(one)))
  const returned = under.filter(({ state }) => state === 'returned').length
  return { ...counts, missing: missingOf(others, personId), progress, own, ahead: ahead.map(toDeed), returned }
}

const keyOf = ({ deadlineId, round }: Pick<Obligation, 'deadlineId' | 'round'>) => `${deadlineId} ${round ?? ''}`

const toDeed = ({ deadlineId, round, plan, kind, deadline, lastDay }: Obligation & { lastDay: Day }): Deed => ({
  ...{ deadlineId, round, plan, kind, deadline, lastDay },
})

const toOwnPaper = (one: Obligation & { lastDay: Day }): OwnPaper => ({
  ...toDeed(one),
  ...{ state: one.state, paper: one.paper, unitName: one.unitName },
})

/** Deadlines (and rounds) under which something is missing still, each for people and for units. */
function progressOf(obligations: (Obligation & { lastDay: Day })[], today: Day): Omit<Progress, 'nudges' | 'urges'>[] {
  const groups = Map.groupBy(obligations, (one) => `${keyOf(one)} ${one.subject}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const done = group.filter(isDone).length
    if (!first || done === group.length) return []
    return [{ ...toDeed(first), subject: first.subject, done, total: group.length, isPast: first.lastDay < today }]
  })
}

const isDone = (one: Obligation) => isMet(one) || one.state === 'reported'

function missingOf(obligations: Obligation[], reader: string): Digest['missing'] {
  const missing = obligations.filter((one) => !isDone(one))
  const people = new Set(missing.flatMap(({ personId }) => personId ?? []))
  const units = new Set(missing.filter(({ personId }) => personId === null).map(({ unitId }) => unitId))
  return { people: people.size, units: units.size, reader: people.has(reader) }
}

/** Is there anything worth a message? A digest that says nothing is not sent; who cannot be reached is said beside other news. */
export function hasSomethingToSay(digest: Digest): boolean {
  const { waiting, toReceive, progress, own, ahead, returned, undelivered } = digest
  const counts = waiting + toReceive + digest.waitingReports + digest.toReceiveReports + returned + undelivered
  return counts + progress.length + ahead.length > 0 || own.some(({ state }) => state !== 'received')
}
