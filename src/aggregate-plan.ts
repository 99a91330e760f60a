import { covers, uncountedReasons } from './domain/absence.ts'
import { type Aggregate, type AggregateCount, createAggregate } from './domain/aggregate.ts'
import { createContents } from './domain/aggregate-contents.ts'
import type { AggregateLine } from './domain/aggregate-line.ts'
import { countStaff } from './domain/aggregate-people.ts'
import { type Clock, dayOf, type Instant, yearOf } from './domain/day.ts'
import type { Unit } from './domain/unit.ts'
import type { UnitGroup } from './domain/unit-group.ts'
import { treeOrder } from './domain/unit-tree.ts'
import { aggregateAppendix } from './papers/aggregate-appendix.ts'
import { aggregateFileName } from './papers/aggregate-file-name.ts'
import { streamedSheet, type TableFrame } from './papers/aggregate-frame.ts'
import { contentTable, createPeopleRows, peopleTable } from './papers/aggregate-lists.ts'
import { unitTable } from './papers/aggregate-units.ts'
import { docxMime } from './papers/draft-file-name.ts'
import { writeWorkbook } from './papers/workbook.ts'
import type { Row } from './papers/workbook-sheet.ts'
import type { AggregateFilter } from './store/aggregates.ts'
import type { FileStore } from './store/file-store.ts'
import type { Plan } from './store/plan-rows.ts'
import type { Store } from './store/store.ts'
import { formatMoment } from './texts/days.ts'
import { formatExtension } from './texts/local-days.ts'
import type { Texts } from './texts/texts.ts'

export type AggregateGiven = {
  database: { store: Store }
  files: Pick<FileStore, 'keep'>
  clock: Clock
  zone: string
  /** The words of papers: Vietnamese. */
  texts: Texts
}

/** What is added up for whom: of the `mine` among the units; of a khối only what its members themselves send. */
export type AggregateUnits = {
  units: Unit[]
  groups: UnitGroup[]
  mine: ReadonlySet<string>
  unitsOnly: boolean
  agency: string
  now: Instant
}

export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostPrinted = 500

/** Registrations of the units in question, in the admin's order of units, within one by code. */
export function linesOf({ database, zone }: AggregateGiven, of: AggregateUnits, filter: AggregateFilter) {
  const listed = treeOrder(of.units).map(({ unit }) => unit.id)
  const unitIds = [...new Set([...listed, ...of.mine])].filter((id) => of.mine.has(id))
  return database.store.aggregates.lines(filter, { unitIds, unitsOnly: of.unitsOnly }, zone)
}

export const frameOf = (
  { zone, texts }: AggregateGiven,
  { agency, now }: AggregateUnits,
  about: string,
): TableFrame => ({
  ...{ agency, about },
  moment: formatMoment(texts, now, zone),
})

/** A plan's registrations as a workbook and an appendix, both kept, with the totals they hold; 'gone' where the plan is no more. */
export async function aggregatePlan(given: AggregateGiven, of: AggregateUnits, planId: string) {
  const plan = await given.database.store.plans.byId(planId)
  if (!plan) return { ok: false, reason: 'gone' }
  const { texts, files, zone } = given
  const { sheets, read } = await streamPlan(given, of, plan)
  const title = texts.t('papers.aggregate.property', { plan: plan.shortName })
  const bytes = await writeWorkbook({ title, author: of.agency, sheets })
  const { counted, tables } = await read()
  const name = (ending: string) => aggregateFileName(ending, 'tong hop', plan.shortName, dayOf(of.now, zone))
  const file = { hash: await files.keep(bytes), name: name('xlsx'), mime: xlsxMime }
  const issued = { issuer: of.agency, year: yearOf(dayOf(of.now, zone)), title }
  const paper = await files.keep(await aggregateAppendix(texts, tables, issued))
  const appendix = { hash: paper, name: name('docx'), mime: docxMime }
  return { ok: true, file, appendix, total: counted.total, units: counted.units }
}

/**
 * A plan's sheets. Its registrations are read once, as the sheet of people is written, and go by: the others follow when
 * the last has come. `read`: what was counted then, and the tables to be printed.
 */
async function streamPlan(given: AggregateGiven, of: AggregateUnits, plan: Plan) {
  const { texts } = given
  const names = new Map(of.units.map(({ id, name }) => [id, name]))
  const named = { unitName: (id: string) => names.get(id) ?? '' }
  const wanted = await wantedDeadlines(given, plan)
  const count = await startCount(given, of, wanted)
  const contents = createContents(plan.draft.contents.map(({ text }) => text))
  const first: AggregateLine[] = []
  const { promise: counted, resolve, reject } = Promise.withResolvers<Aggregate>()

  async function* people(): AsyncGenerator<Row[]> {
    const rowsOf = createPeopleRows(texts, named)
    try {
      for await (const line of linesOf(given, of, { planId: plan.id })) {
        count.add(line)
        contents.add(line)
        if (first.length <= mostPrinted) first.push(line)
        yield rowsOf(line)
      }
      resolve(await remark(given, count.counted(), wanted))
    } catch (error) {
      reject(error)
      throw error
    }
  }
  async function* later(rows: (all: Aggregate) => Iterable<Row>) {
    yield rows(await counted)
  }
  const frame = frameOf(given, of, texts.t('papers.plan.short', { plan: plan.shortName }))
  const contentsTable = () => contentTable(texts, contents.blocks(), named)
  const listed = (lines: AggregateLine[]) => peopleTable(texts, { lines, ...named })
  return {
    sheets: [
      streamedSheet(
        texts,
        unitTable(texts, count.counted()),
        frame,
        later((all) => unitTable(texts, all).rows()),
      ),
      streamedSheet(texts, listed([]), frame, people()),
      streamedSheet(
        texts,
        contentsTable(),
        frame,
        later(() => contentsTable().rows()),
      ),
    ],
    // Nobody prints thousands of promises: then the appendix is the table by unit.
    read: async () => {
      const all = await counted
      const rest = first.length <= mostPrinted ? [listed(first), contentsTable()] : []
      return { counted: all, tables: [unitTable(texts, all), ...rest] }
    },
  }
}

async function wantedDeadlines({ database }: AggregateGiven, { id }: Plan): Promise<string[]> {
  const live = await database.store.plans.deadlinesOf(id)
  return live.flatMap((one) => (one.deadline.kind === 'registration' ? [one.id] : []))
}

/** The one count of a plan's registrations, for the units in somebody's charge, with nothing counted yet. */
async function startCount(
  { database, zone }: AggregateGiven,
  { units, mine, groups, now }: AggregateUnits,
  wanted: string[],
): Promise<AggregateCount> {
  const { store } = database
  const audience = await store.plans.audienceOf(wanted)
  const today = dayOf(now, zone)
  const away = new Set(
    (await store.absences.notOver(today))
      .filter((one) => covers(one, today) && uncountedReasons.includes(one.reason))
      .map(({ personId }) => personId),
  )
  return createAggregate({
    units,
    bound: new Set(audience.map(({ unitId }) => unitId).filter((id) => mine.has(id))),
    groupOf: ({ id }) => groups.find(({ unitIds }) => unitIds.includes(id))?.name ?? null,
    staff: countStaff(await store.aggregates.ownRoles(), (personId) => !away.has(personId)),
  })
}

/** The same with more time that a leader agreed to for one unit, in words. */
async function remark({ database, texts }: AggregateGiven, counted: Aggregate, wanted: string[]): Promise<Aggregate> {
  for (const row of counted.groups.flatMap(({ rows }) => rows)) {
    const found = await Promise.all(wanted.map((id) => database.store.extensions.current(id, row.unit.id)))
    const remarks = found.flatMap((extension) =>
      extension ? [formatExtension(texts, { unitName: row.unit.name, lastDay: extension.lastDay, extension })] : [],
    )
    if (remarks.length > 0) row.remarks = remarks
  }
  return counted
}
