import { z } from 'zod'
import { mayManage } from './chat/manage-plan.ts'
import { boundOfPlans, type RehearsedMorning, rehearseDeadlines } from './chat/rehearsed-mornings.ts'
import { plansInCharge } from './chat/year-rehearsal.ts'
import { agencyKey, agencySchema } from './domain/agency.ts'
import type { Calendar } from './domain/calendar.ts'
import { addDays, type Clock, dayOf, type Instant, instantOf, timeOf } from './domain/day.ts'
import { nextOccasion } from './domain/occasions.ts'
import type { Member } from './domain/person.ts'
import { treeOrder } from './domain/unit-tree.ts'
import { digestsOf } from './jobs/digest-times.ts'
import type { Work } from './jobs/work.ts'
import { aggregateFileName } from './papers/aggregate-file-name.ts'
import { digestSheet, type RehearsedRow, rehearsalSheet } from './papers/rehearsal-sheet.ts'
import { writeWorkbook } from './papers/workbook.ts'
import type { FileStore } from './store/file-store.ts'
import type { Plan } from './store/plan-rows.ts'
import type { Store } from './store/store.ts'
import { formatMoment } from './texts/days.ts'
import type { Texts } from './texts/texts.ts'

const payload = z.object({ planId: z.string().nullable() })
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Given = {
  database: { store: Store }
  files: Pick<FileStore, 'keep'>
  clock: Clock
  calendar: Calendar
  zone: string
  /** The words of papers: Vietnamese. */
  texts: Texts
}

/** A year of digests, each with its day and hour. */
function digestDays(occasions: Awaited<ReturnType<typeof digestsOf>>, now: Instant, { calendar, zone }: Given) {
  const end = instantOf(addDays(dayOf(now, zone), 366), '00:00', zone)
  const all = occasions.flatMap((occasion) => {
    const times: Instant[] = []
    for (let at = nextOccasion(occasion, now, { calendar, zone }); at !== null && at < end; )
      at = times.push(at) && nextOccasion(occasion, at, { calendar, zone })
    return times
  })
  return [...new Set(all)].sort((a, b) => a - b).map((at) => ({ day: dayOf(at, zone), time: timeOf(at, zone) }))
}

/** `names`: of units, in the order in which people list them. */
function rowsOf(mornings: RehearsedMorning[], names: Map<string, string>): RehearsedRow[] {
  return mornings.map(({ day, tentative, plan, deadline, round, rungs, personIds, unitIds }) => ({
    ...{ day, tentative, plan, deadline, round, rungs, people: personIds.length },
    units: [...names].flatMap(([id, name]) => (unitIds.includes(id) ? [name] : [])),
  }))
}

/** The plans asked for, or why there are none. */
async function plansFor(store: Store, member: Member, planId: string | null): Promise<Plan[] | 'refused' | 'gone'> {
  if (!member.memberships.some(({ role }) => role === 'admin')) return 'refused'
  if (planId === null) return plansInCharge({ store, person: member })
  const plan = await store.plans.byId(planId)
  if (plan?.status !== 'in_force') return 'gone'
  return (await mayManage({ store, person: member }, plan)) ? [plan] : 'refused'
}

async function workbookOf(given: Given, mornings: RehearsedMorning[], about: string): Promise<Uint8Array> {
  const { database, texts, clock, calendar, zone } = given
  const { store } = database
  const now = clock.now()
  const agency = (await store.settings.get(agencyKey, agencySchema))?.name ?? ''
  const names = new Map(treeOrder(await store.units.all()).map(({ unit: { id, name } }) => [id, name]))
  const frame = { agency, about, moment: formatMoment(texts, now, zone) }
  const sheets = [
    rehearsalSheet(texts, frame, rowsOf(mornings, names), calendar.hours),
    digestSheet(texts, frame, digestDays(await digestsOf(store), now, given)),
  ]
  return writeWorkbook({ title: texts.t('agenda.rehearsal.sheet'), author: agency, sheets })
}

/**
 * The slow work 'rehearse': the coming year of a plan, or of all plans in the charge of whoever asked → an XLSX file that is
 * kept. Rights are those of the moment the work is done.
 */
export function rehearseWork(given: Given): Work {
  const { database, files, clock, calendar, zone, texts } = given
  return async (asked, account) => {
    const { planId } = payload.parse(asked)
    const { store } = database
    const member = account.person_id ? await store.members.byId(account.person_id) : null
    const plans = member ? await plansFor(store, member, planId) : 'refused'
    if (typeof plans === 'string') return { ok: false, reason: plans }
    const today = dayOf(clock.now(), zone)
    const mornings = await rehearseDeadlines(store, await boundOfPlans(store, plans), { calendar, today })
    const about = (planId === null ? null : plans[0]?.shortName) ?? texts.t('agenda.rehearsal.all')
    const hash = await files.keep(await workbookOf(given, mornings, about))
    const name = aggregateFileName('xlsx', 'dien tap', planId === null ? '' : about, today)
    const days = new Set(mornings.map(({ day }) => day)).size
    return { ok: true, file: { hash, name, mime }, rows: mornings.length, days }
  }
}
