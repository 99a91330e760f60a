import { z } from 'zod'
import { covers, uncountedReasons } from './domain/absence.ts'
import { agencyKey, agencySchema } from './domain/agency.ts'
import { type Aggregate, aggregate } from './domain/aggregate.ts'
import { byContent } from './domain/aggregate-contents.ts'
import type { AggregateLine } from './domain/aggregate-line.ts'
import { countStaff } from './domain/aggregate-people.ts'
import { type AggregateScope, aggregateScope, scopedBy, scopesOf } from './domain/aggregate-scope.ts'
import { type Clock, dayOf, type Instant, instantOf, yearOf } from './domain/day.ts'
import type { Member } from './domain/person.ts'
import { statisticsOf } from './domain/statistics.ts'
import type { Unit } from './domain/unit.ts'
import { groupsInTerm, type UnitGroup } from './domain/unit-group.ts'
import { treeOrder } from './domain/unit-tree.ts'
import type { Work } from './jobs/work.ts'
import { aggregateAppendix } from './papers/aggregate-appendix.ts'
import { aggregateFileName } from './papers/aggregate-file-name.ts'
import { sheetOf, type TableFrame } from './papers/aggregate-frame.ts'
import { contentTable, peopleTable } from './papers/aggregate-lists.ts'
import { statisticsTable } from './papers/aggregate-statistics.ts'
import { unitTable } from './papers/aggregate-units.ts'
import { writeWorkbook } from './papers/workbook.ts'
import type { AggregateFilter } from './store/aggregates.ts'
import type { FileStore } from './store/file-store.ts'
import type { Plan } from './store/plan-rows.ts'
import type { Store } from './store/store.ts'
import { formatMoment } from './texts/days.ts'
import { formatExtension } from './texts/local-days.ts'
import type { Texts } from './texts/texts.ts'

const scoped = { scope: aggregateScope.default({ as: 'admin' }) }
const payload = z.union([z.object({ planId: z.string(), ...scoped }), z.object({ year: z.int(), ...scoped })])

type Given = {
  database: { store: Store }
  files: Pick<FileStore, 'keep'>
  clock: Clock
  zone: string
  /** The words of papers: Vietnamese. */
  texts: Texts
}
type Scope = {
  units: Unit[]
  groups: UnitGroup[]
  mine: ReadonlySet<string>
  unitsOnly: boolean
  agency: string
  now: Instant
}

const office = 'application/vnd.openxmlformats-officedocument'
const mime = `${office}.spreadsheetml.sheet`
const docxMime = `${office}.wordprocessingml.document`
const mostPrinted = 500

/**
 * The slow work 'aggregate': a plan's registrations, or a year's, of the units in the charge of whoever asked → an XLSX
 * file that is kept, and the totals it holds. Rights are those of the moment the work is done; refuses with 'refused' where
 * nothing is in their charge (any more), with 'gone' where the plan is no more.
 */
export function aggregateWork(given: Given): Work {
  const { database, clock } = given
  return async (asked, account) => {
    const what = payload.parse(asked)
    const member = account.person_id ? await database.store.members.byId(account.person_id) : null
    const scope = member && (await scopeOf(given, member, what.scope, clock.now()))
    if (!scope) return { ok: false, reason: 'refused' }
    return 'year' in what ? ofYear(given, scope, what.year) : ofPlan(given, scope, what.planId)
  }
}

async function scopeOf(given: Given, member: Member, asked: AggregateScope, now: Instant): Promise<Scope | null> {
  const { store } = given.database
  const units = await store.units.all()
  const today = dayOf(now, given.zone)
  const groups = groupsInTerm(await store.unitGroups.all(), today)
  const scoped = scopedBy(scopesOf(member, { units, groups, today }), asked)
  if (!scoped) return null
  const agency = asked.as === 'admin' ? await store.settings.get(agencyKey, agencySchema) : { name: scoped.name }
  return { units, groups, mine: scoped.unitIds, unitsOnly: scoped.unitsOnly, agency: agency?.name ?? '', now }
}

/** Registrations of the units in question; of a khối only what its members themselves send. */
async function readLines({ database, zone }: Given, { mine, unitsOnly }: Scope, filter: AggregateFilter) {
  const lines = await database.store.aggregates.lines(filter, mine, zone)
  return unitsOnly ? lines.filter(({ subject }) => subject === 'unit') : lines
}

const frameOf = ({ zone, texts }: Given, { agency, now }: Scope, about: string): TableFrame => ({
  ...{ agency, about },
  moment: formatMoment(texts, now, zone),
})

async function ofPlan(given: Given, scope: Scope, planId: string) {
  const { store } = given.database
  const plan = await store.plans.byId(planId)
  if (!plan) return { ok: false, reason: 'gone' }
  const lines = inUnitOrder(await readLines(given, scope, { planId }), scope.units)
  const counted = await countPlan(given, scope, plan, lines)
  const names = new Map(scope.units.map(({ id, name }) => [id, name]))
  const listed = { lines, unitName: (id: string) => names.get(id) ?? '' }
  const about = given.texts.t('papers.plan.short', { plan: plan.shortName })
  const frame = frameOf(given, scope, about)
  const contents = byContent(
    lines,
    plan.draft.contents.map(({ text }) => text),
  )
  const { texts } = given
  const tables = [unitTable(texts, counted), peopleTable(texts, listed), contentTable(texts, contents, listed)]
  const title = texts.t('papers.aggregate.property', { plan: plan.shortName })
  const sheets = tables.map((table) => sheetOf(texts, table, frame))
  const name = (ending: string) => aggregateFileName(ending, 'tong hop', plan.shortName, dayOf(scope.now, given.zone))
  const bytes = await writeWorkbook({ title, author: scope.agency, sheets })
  const file = { hash: await given.files.keep(bytes), name: name('xlsx'), mime }
  // Nobody prints thousands of promises: then the appendix is the table by unit.
  const printed = lines.length <= mostPrinted ? tables : tables.slice(0, 1)
  const of = { issuer: scope.agency, year: yearOf(dayOf(scope.now, given.zone)), title }
  const paper = await given.files.keep(await aggregateAppendix(texts, printed, of))
  const appendix = { hash: paper, name: name('docx'), mime: docxMime }
  return { ok: true, file, appendix, total: counted.total, units: counted.units }
}

/** The one count of a plan's registrations, for the units in somebody's charge. */
async function countPlan(given: Given, scope: Scope, plan: Plan, lines: AggregateLine[]): Promise<Aggregate> {
  const { store } = given.database
  const live = await store.plans.deadlinesOf(plan.id)
  const wanted = live.flatMap(({ id, deadline }) => (deadline.kind === 'registration' ? [id] : []))
  const audience = await store.plans.audienceOf(wanted)
  const today = dayOf(scope.now, given.zone)
  const away = new Set(
    (await store.absences.notOver(today))
      .filter((one) => covers(one, today) && uncountedReasons.includes(one.reason))
      .map(({ personId }) => personId),
  )
  const counted = aggregate(lines, {
    units: scope.units,
    bound: new Set(audience.map(({ unitId }) => unitId).filter((id) => scope.mine.has(id))),
    groupOf: ({ id }) => scope.groups.find(({ unitIds }) => unitIds.includes(id))?.name ?? null,
    staff: countStaff(await store.aggregates.ownRoles(), (personId) => !away.has(personId)),
  })
  for (const row of counted.groups.flatMap(({ rows }) => rows)) {
    const remarks = await extensionsOf(given, row.unit, wanted)
    if (remarks.length > 0) row.remarks = remarks
  }
  return counted
}

/** More time that a leader agreed to for one unit, in words. */
async function extensionsOf({ database, texts }: Given, unit: { id: string; name: string }, deadlineIds: string[]) {
  const found = await Promise.all(deadlineIds.map((id) => database.store.extensions.current(id, unit.id)))
  return found.flatMap((extension) =>
    extension ? [formatExtension(texts, { unitName: unit.name, lastDay: extension.lastDay, extension })] : [],
  )
}

/** In the admin's order of units, within one by code. */
function inUnitOrder(lines: AggregateLine[], units: Unit[]): AggregateLine[] {
  const place = new Map(treeOrder(units).map(({ unit }, index) => [unit.id, index]))
  return lines.sort((one, other) => (place.get(one.unitId) ?? 0) - (place.get(other.unitId) ?? 0))
}

async function ofYear(given: Given, scope: Scope, year: number) {
  const { zone, texts } = given
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`].map((day) => instantOf(day, '00:00', zone)) as [
    number,
    number,
  ]
  const counted = statisticsOf(await readLines(given, scope, { from, to }))
  const frame = frameOf(given, scope, texts.t('papers.aggregate.yearNote'))
  const bytes = await writeWorkbook({
    title: texts.t('papers.aggregate.propertyYear', { year }),
    author: scope.agency,
    sheets: [sheetOf(texts, statisticsTable(texts, counted, year), frame)],
  })
  const name = aggregateFileName('xlsx', 'thong ke dang ky', String(year))
  const file = { hash: await given.files.keep(bytes), name, mime }
  return { ok: true, file, registrations: counted.registrations, total: counted.total }
}
