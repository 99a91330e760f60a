import { z } from 'zod'
import {
  type AggregateGiven,
  type AggregateUnits,
  aggregatePlan,
  frameOf,
  linesOf,
  xlsxMime,
} from './aggregate-plan.ts'
import { agencyKey, agencySchema } from './domain/agency.ts'
import { type AggregateScope, aggregateScope, scopedBy, scopesOf } from './domain/aggregate-scope.ts'
import { dayOf, type Instant, instantOf } from './domain/day.ts'
import type { Member } from './domain/person.ts'
import { createStatistics } from './domain/statistics.ts'
import { groupsInTerm } from './domain/unit-group.ts'
import type { Work } from './jobs/work.ts'
import { aggregateFileName } from './papers/aggregate-file-name.ts'
import { sheetOf } from './papers/aggregate-frame.ts'
import { statisticsTable } from './papers/aggregate-statistics.ts'
import { writeWorkbook } from './papers/workbook.ts'

const scoped = { scope: aggregateScope.default({ as: 'admin' }) }
const payload = z.union([z.object({ planId: z.string(), ...scoped }), z.object({ year: z.int(), ...scoped })])

/**
 * The slow work 'aggregate': a plan's registrations, or a year's, of the units in the charge of whoever asked → an XLSX
 * file that is kept, and the totals it holds. Rights are those of the moment the work is done; refuses with 'refused' where
 * nothing is in their charge (any more), with 'gone' where the plan is no more.
 */
export function aggregateWork(given: AggregateGiven): Work {
  const { database, clock } = given
  return async (asked, account) => {
    const what = payload.parse(asked)
    const member = account.person_id ? await database.store.members.byId(account.person_id) : null
    const scope = member && (await scopeOf(given, member, what.scope, clock.now()))
    if (!scope) return { ok: false, reason: 'refused' }
    return 'year' in what ? ofYear(given, scope, what.year) : aggregatePlan(given, scope, what.planId)
  }
}

async function scopeOf(
  given: AggregateGiven,
  member: Member,
  asked: AggregateScope,
  now: Instant,
): Promise<AggregateUnits | null> {
  const { store } = given.database
  const units = await store.units.all()
  const today = dayOf(now, given.zone)
  const groups = groupsInTerm(await store.unitGroups.all(), today)
  const scoped = scopedBy(scopesOf(member, { units, groups, today }), asked)
  if (!scoped) return null
  const agency = asked.as === 'admin' ? await store.settings.get(agencyKey, agencySchema) : { name: scoped.name }
  return { units, groups, mine: scoped.unitIds, unitsOnly: scoped.unitsOnly, agency: agency?.name ?? '', now }
}

async function ofYear(given: AggregateGiven, scope: AggregateUnits, year: number) {
  const { zone, texts } = given
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`].map((day) => instantOf(day, '00:00', zone)) as [
    number,
    number,
  ]
  const count = createStatistics()
  for await (const line of linesOf(given, scope, { from, to })) count.add(line)
  const counted = count.counted()
  const frame = frameOf(given, scope, texts.t('papers.aggregate.yearNote'))
  const bytes = await writeWorkbook({
    title: texts.t('papers.aggregate.propertyYear', { year }),
    author: scope.agency,
    sheets: [sheetOf(texts, statisticsTable(texts, counted, year), frame)],
  })
  const name = aggregateFileName('xlsx', 'thong ke dang ky', String(year))
  const file = { hash: await given.files.keep(bytes), name, mime: xlsxMime }
  return { ok: true, file, registrations: counted.registrations, total: counted.total }
}
