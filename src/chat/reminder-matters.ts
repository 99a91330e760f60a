import { awayOn } from '../domain/absence.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { type LocalDay, localDaysOf } from '../domain/due.ts'
import { missingUnder } from '../domain/due-reminders.ts'
import { headRung } from '../domain/ladder.ts'
import { isCourteous, isOpen, type Obligation } from '../domain/obligation.ts'
import type { Member } from '../domain/person.ts'
import { unitsUnder } from '../domain/rights.ts'
import type { Unit } from '../domain/unit.ts'
import type { Store } from '../store/store.ts'
import type { Texts } from '../texts/texts.ts'

/** Who is written to, and when. */
export type Reader = {
  member: Member
  today: Day
  texts: Texts
  calendar: Calendar
  /** How far this person has got with registering for a plan; null where nothing is begun. */
  draftOf?(planId: string): Promise<{ done: number; of: number | null } | null>
}

/** A deadline to be spoken of; `revision` null: as it stands. `asHead`: with how many are missing in the reader's charge. */
export type Subject = { deadlineId: string; revision: number | null; asHead: boolean }

/** One deadline that a reminder is about, as things stand when it is read. */
export type Matter = Pick<Obligation, 'deadlineId' | 'planId' | 'plan' | 'kind' | 'deadline'> & {
  lastDay: Day
  isPast: boolean
  /** Nothing is recorded for the person, for these units whose papers the person draws up, or for these people stood in for. */
  own: boolean
  units: string[]
  standsFor: string[]
  local: LocalDay[]
  /** How many others in the person's charge are missing. */
  missing: number
  courteous: boolean
  draft: { done: number; of: number | null } | null
}

/** What there still is to say of these deadlines: without what was met, put off or moved since. */
export async function readMatters(store: Store, subjects: Subject[], reader: Reader): Promise<Matter[]> {
  const { member, today } = reader
  const deadlineIds = subjects.map(({ deadlineId }) => deadlineId)
  const units = await store.units.all()
  const lent = await readStoodFor(store, deadlineIds, reader)
  const own = await store.obligations.find({ deadlineIds, personId: member.id })
  const mine = [...own, ...lent.obligations].filter(isOpen)
  const quiet = (await store.reminders.pausesAfter(today)).filter(({ personId }) => personId === member.id)
  const charge = subjects.some(({ asHead }) => asHead) ? await readCharge(store, deadlineIds, member, units) : null

  const matters = subjects.map(async ({ deadlineId, revision, asHead }): Promise<Matter | null> => {
    const isAbout = (one: { deadlineId: string }) => one.deadlineId === deadlineId
    const bound = quiet.some(isAbout) ? [] : mine.filter(isAbout)
    const first = bound[0] ?? charge?.obligations.find(isAbout)
    if (!first?.lastDay || (revision !== null && revision !== first.revision)) return null
    const counts = asHead && charge && today <= first.lastDay
    const missing = counts ? missingUnder(member.id, deadlineId, charge) : 0
    if (bound.length === 0 && missing === 0) return null
    const { planId, plan, kind, deadline, lastDay } = first
    return {
      ...{ deadlineId, planId, plan, kind, deadline, lastDay, missing },
      isPast: today > lastDay,
      own: bound.some(({ personId }) => personId === member.id),
      units: bound.filter(({ personId }) => personId === null).map(({ unitName }) => unitName),
      standsFor: bound.flatMap(({ personId }) => lent.names.get(personId ?? '') ?? []),
      local: localDaysOf(bound),
      courteous: bound.some((one) => isCourteous(one, member, units)),
      draft: (kind === 'registration' && (await reader.draftOf?.(planId))) || null,
    }
  })
  const found = (await Promise.all(matters)).filter((matter) => matter !== null)
  return found.sort((one, other) => (one.lastDay < other.lastDay ? -1 : one.lastDay > other.lastDay ? 1 : 0))
}

/** What binds those for whom the reader stands in today, with their names. */
async function readStoodFor(store: Store, deadlineIds: string[], { member, today, texts }: Reader) {
  const away = awayOn(await store.absences.notOver(today), today).filter(({ standInId }) => standInId === member.id)
  const all = away.map(async ({ personId }) => {
    const bound = await store.obligations.find({ deadlineIds, personId })
    const name = (await store.people.byId(personId))?.name ?? ''
    return { personId, name, obligations: bound.filter((one) => one.personId === personId) }
  })
  const found = await Promise.all(all)
  return {
    obligations: found.flatMap(({ obligations }) => obligations),
    names: new Map(found.map(({ personId, name }) => [personId, texts.t('people.named', { name })])),
  }
}

/** What a head's counting needs: the obligations of the units below, and who leads which. */
async function readCharge(store: Store, deadlineIds: string[], member: Member, units: Unit[]) {
  const unitIds = [...unitsUnder(member, units, 'head')]
  const obligations = await store.obligations.find({ deadlineIds, unitIds })
  return { obligations, units, memberships: await store.people.memberships() }
}

/** The deadlines of a queued message. */
export async function subjectsOf(store: Store, outboxKey: string): Promise<Subject[]> {
  const reminders = await store.reminders.ofMessage(outboxKey)
  return [...Map.groupBy(reminders, ({ deadlineId }) => deadlineId)].map(([deadlineId, rows]) => ({
    deadlineId,
    revision: Math.max(...rows.map(({ revision }) => revision)),
    asHead: rows.some(({ rung }) => rung === headRung),
  }))
}
