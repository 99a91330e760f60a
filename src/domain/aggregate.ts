import { type CountedHonour, countedHonourOf, honourFacts } from './aggregate-honours.ts'
import { type AggregateLine, collectiveOf, isCounted, peopleOf } from './aggregate-line.ts'
import { createPeopleCount } from './aggregate-people.ts'
import type { Day } from './day.ts'
import { type RegistrationState, registrationStates } from './registration.ts'
import { proposeSector, type Sector, sectors } from './sectors.ts'
import type { Unit } from './unit.ts'
import { treeOrder } from './unit-tree.ts'

/** The honours that have a column each; all others are named in the remarks. */
export const honourColumns = [
  'advancedUnit',
  'excellentUnit',
  'flag',
  'advancedWorker',
  'baseFighter',
  'provinceFighter',
  'baseCertificate',
  'provinceCertificate',
  'primeMinisterCertificate',
  'stateOrder',
] as const
export type HonourColumn = (typeof honourColumns)[number]

/** What is counted of a unit, of a group, and of all. A unit's people are counted once each, however many registrations they have. */
export const figureNames = [
  'staff',
  'registrations',
  'people',
  ...honourColumns,
  'late',
  ...registrationStates.filter((state) => state !== 'withdrawn'),
] as const
export type Figures = Record<(typeof figureNames)[number], number>

export type AggregateRow = {
  unit: Pick<Unit, 'id' | 'name' | 'relation'>
  figures: Figures
  /** Honours without a column, by name, with how many. */
  others: Map<string, number>
  /** The day on which the last of its registrations was taken in. */
  receivedOn: Day | null
  /** The numbers under which its signed papers arrived. */
  arrivalNumbers: string[]
  /** What is to be said of the unit beside its figures: more time that a leader agreed to. */
  remarks?: string[]
}
/** The units of a khối or cụm by its name, or those of a sector that are in none. */
export type AggregateGroup = { group: Sector | { name: string }; rows: AggregateRow[]; sum: Figures }
export type Aggregate = { groups: AggregateGroup[]; total: Figures; units: { all: number; registered: number } }

export type AggregateOffice = {
  /** All units in the admin's order. */
  units: Unit[]
  /** Units that have a row also where nothing is recorded: whom the plan binds. */
  bound: ReadonlySet<string>
  /** People of each unit: what the share is taken of. */
  staff: ReadonlyMap<string, number>
  /** The name of the khối or cụm that a unit is in; without one it stands in the sector that its name proposes. */
  groupOf?: (unit: Unit) => string | null
}

const noFigures = (): Figures => Object.fromEntries(figureNames.map((name) => [name, 0])) as Figures

/** The sum of figures, column by column. */
function sumOf(all: Figures[]): Figures {
  const sum = noFigures()
  for (const figures of all) for (const name of figureNames) sum[name] += figures[name]
  return sum
}

const columnOf = (kind: CountedHonour): HonourColumn | null => {
  if (kind === 'governmentFlag' || kind === 'provinceFlag') return 'flag'
  return (honourColumns as readonly string[]).includes(kind) ? (kind as HonourColumn) : null
}

function countHonour({ figures, others }: AggregateRow, holder: 'person' | 'unit', name: string | null): void {
  if (!name) return
  const kind = countedHonourOf(name)
  const fits = kind !== null && [holder, 'either'].includes(honourFacts[kind].holder)
  const column = fits ? columnOf(kind) : null
  if (column) figures[column] += 1
  else others.set(name, (others.get(name) ?? 0) + 1)
}

type Counting = { row: AggregateRow; people: ReturnType<typeof createPeopleCount> }

function countLine({ row, people }: Counting, line: AggregateLine): void {
  const { figures } = row
  figures.registrations += 1
  figures[line.state as Exclude<RegistrationState, 'withdrawn'>] += 1
  if (line.late) figures.late += 1
  if (line.receivedOn !== null && line.receivedOn > (row.receivedOn ?? '')) row.receivedOn = line.receivedOn
  if (line.arrivalNumber && !row.arrivalNumbers.includes(line.arrivalNumber))
    row.arrivalNumbers.push(line.arrivalNumber)
  const collective = collectiveOf(line)
  countHonour(row, 'unit', collective?.title ?? null)
  countHonour(row, 'unit', collective?.commendation ?? null)
  for (const person of peopleOf(line)) {
    people.add(person)
    countHonour(row, 'person', person.title)
    countHonour(row, 'person', person.commendation)
  }
}

/** Counts registrations as they come; `counted` sums up what has come so far. */
export type AggregateCount = { add(line: AggregateLine): void; counted(): Aggregate }

/**
 * The one count of registrations: what the chat says, what the tables show and what papers print come from here. Each
 * registration counts once, in its unit; withdrawn ones never. Rows stand in the admin's order within their groups, and
 * sums are sums of rows.
 */
export function createAggregate({ units, bound, staff, groupOf = () => null }: AggregateOffice): AggregateCount {
  const counted = new Map<string, Counting>()
  const countingOf = (unit: Unit): Counting => {
    const known = counted.get(unit.id)
    if (known) return known
    const figures = { ...noFigures(), staff: staff.get(unit.id) ?? 0 }
    const row = { unit, figures, others: new Map(), receivedOn: null, arrivalNumbers: [] }
    const fresh = { row, people: createPeopleCount() }
    counted.set(unit.id, fresh)
    return fresh
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of units) if (bound.has(unit.id)) countingOf(unit)
  return {
    add(line) {
      const unit = byId.get(line.unitId)
      if (unit && isCounted(line)) countLine(countingOf(unit), line)
    },
    counted() {
      for (const { row, people } of counted.values()) row.figures.people = people.count()
      const ordered = treeOrder(units).flatMap(({ unit }) => {
        const counting = counted.get(unit.id)
        return counting ? [{ unit, row: counting.row, name: groupOf(unit) }] : []
      })
      return grouped(ordered)
    },
  }
}

/** The same over registrations that are all there. */
export function aggregate(lines: Iterable<AggregateLine>, office: AggregateOffice): Aggregate {
  const count = createAggregate(office)
  for (const line of lines) count.add(line)
  return count.counted()
}

/** Rows in the admin's order, by khối or cụm and then by sector, with their sums. */
function grouped(ordered: { unit: Unit; row: AggregateRow; name: string | null }[]): Aggregate {
  const groupWith = (group: AggregateGroup['group'], some: typeof ordered): AggregateGroup[] => {
    const rows = some.map(({ row }) => row)
    return rows.length === 0 ? [] : [{ group, rows, sum: sumOf(rows.map(({ figures }) => figures)) }]
  }
  const names = [...new Set(ordered.flatMap(({ name }) => name ?? []))].sort((a, b) => a.localeCompare(b, 'vi'))
  const groups = [
    ...names.flatMap((name) =>
      groupWith(
        { name },
        ordered.filter((one) => one.name === name),
      ),
    ),
    ...sectors.flatMap((sector) =>
      groupWith(
        sector,
        ordered.filter(({ unit, name }) => name === null && proposeSector(unit) === sector),
      ),
    ),
  ]
  const registered = ordered.filter(({ row }) => row.figures.registrations > 0).length
  return { groups, total: sumOf(groups.map(({ sum }) => sum)), units: { all: ordered.length, registered } }
}

/** The share of people who registered, in percent with one decimal; null where the unit has no people on record. */
export const shareOf = ({ people, staff }: Pick<Figures, 'people' | 'staff'>): number | null =>
  staff === 0 ? null : Math.round((people / staff) * 1000) / 10
