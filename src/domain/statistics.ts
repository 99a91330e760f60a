import {
  type CountedHonour,
  countedHonourOf,
  countedHonours,
  type HonourLevel,
  honourFacts,
  honourLevels,
} from './aggregate-honours.ts'
import { type AggregateLine, collectiveOf, isCounted, peopleOf } from './aggregate-line.ts'

/** How many are registered for an honour, and of these in how many the registration was taken in; collectives and individuals apart. */
export type Tally = {
  collectives: number
  individuals: number
  receivedCollectives: number
  receivedIndividuals: number
}
/** `name` where it is none of the known kinds. */
export type StatisticsRow = { kind: CountedHonour | null; name: string; tally: Tally }
export type StatisticsBlock = { level: HonourLevel | 'other'; rows: StatisticsRow[]; sum: Tally }
export type Statistics = { registrations: number; blocks: StatisticsBlock[]; total: Tally }

const noTally = (): Tally => ({ collectives: 0, individuals: 0, receivedCollectives: 0, receivedIndividuals: 0 })

function sumOf(rows: { tally: Tally }[]): Tally {
  const sum = noTally()
  for (const { tally } of rows) for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name]
  return sum
}

/** Counts registrations as they come; `counted` sums up what has come so far. */
export type StatisticsCount = { add(line: AggregateLine): void; counted(): Statistics }

/** The year's registrations by level, title and form of commendation. Withdrawn ones never count. */
export function createStatistics(): StatisticsCount {
  const known = new Map<CountedHonour, Tally>(countedHonours.map((kind) => [kind, noTally()]))
  const others = new Map<string, Tally>()
  let registrations = 0
  const tallyOf = (name: string): Tally => {
    const kind = countedHonourOf(name)
    const tally = (kind ? known.get(kind) : others.get(name)) ?? noTally()
    if (!kind) others.set(name, tally)
    return tally
  }
  const count = (names: (string | null)[], holder: 'collectives' | 'individuals', received: boolean) => {
    for (const name of names.filter((one) => one !== null && one !== '')) {
      const tally = tallyOf(name as string)
      tally[holder] += 1
      if (received) tally[holder === 'collectives' ? 'receivedCollectives' : 'receivedIndividuals'] += 1
    }
  }
  function add(line: AggregateLine): void {
    if (!isCounted(line)) return
    registrations += 1
    const received = line.state === 'received' || line.state === 'aggregated'
    const collective = collectiveOf(line)
    if (collective) count([collective.title, collective.commendation], 'collectives', received)
    for (const { title, commendation } of peopleOf(line)) count([title, commendation], 'individuals', received)
  }
  return { add, counted: () => sumUp({ registrations, known, others }) }
}

/** The same over registrations that are all there. */
export function statisticsOf(lines: Iterable<AggregateLine>): Statistics {
  const statistics = createStatistics()
  for (const line of lines) statistics.add(line)
  return statistics.counted()
}

type Counted = { registrations: number; known: Map<CountedHonour, Tally>; others: Map<string, Tally> }

function sumUp({ registrations, known, others }: Counted): Statistics {
  const blockOf = (level: StatisticsBlock['level'], rows: StatisticsRow[]) => ({ level, rows, sum: sumOf(rows) })
  const blocks: StatisticsBlock[] = honourLevels.map((level) =>
    blockOf(
      level,
      [...known].flatMap(([kind, tally]) => (honourFacts[kind].level === level ? [{ kind, name: '', tally }] : [])),
    ),
  )
  const rest = [...others].map(([name, tally]) => ({ kind: null, name, tally }))
  if (rest.length > 0) blocks.push(blockOf('other', rest))
  return { registrations, blocks, total: sumOf(blocks.map(({ sum }) => ({ tally: sum }))) }
}
