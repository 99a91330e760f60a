import { awayOn } from '../domain/absence.ts'
import { type Calendar, workdayOnOrBefore } from '../domain/calendar.ts'
import { type Day, type Instant, timeOf } from '../domain/day.ts'
import { type LocalDay, localDaysOf } from '../domain/due.ts'
import { deputyRung, headRung, overdue } from '../domain/ladder.ts'
import { isCourteous, isOpen, type Obligation } from '../domain/obligation.ts'
import type { Member } from '../domain/person.ts'
import type { Store } from '../store/store.ts'
import type { Texts } from '../texts/texts.ts'
import { type Charge, namesOf, readCharge } from './reminder-charge.ts'

/** Who is written to, and when. */
export type Reader = {
  member: Member
  now: Instant
  today: Day
  zone: string
  texts: Texts
  calendar: Calendar
  /** How far this person has got with registering for a plan; null where nothing is begun. */
  draftOf?(planId: string): Promise<{ done: number; of: number | null } | null>
}

/** A deadline, or one round of what comes again. */
export type Task = { deadlineId: string; round: string | null }

/**
 * A deadline to be spoken of; `revisions` null: as it stands. `asHead`: with how many are missing in the reader's charge,
 * `asDeputy`: with who of the reader's unit has not reacted.
 */
export type Subject = Task & { revisions: number[] | null; asHead: boolean; asDeputy: boolean }

/** One deadline that a reminder is about, as things stand when it is read. */
export type Matter = Task &
  Pick<Obligation, 'planId' | 'plan' | 'kind' | 'deadline'> & {
    lastDay: Day
    isPast: boolean
    /** Nothing is recorded for the person, for these units whose papers the person draws up, or for these people stood in for. */
    own: boolean
    units: string[]
    standsFor: string[]
    /** It was sent, and is to be completed: something is recorded. */
    returned: boolean
    local: LocalDay[]
    /** How many others in the person's charge are missing, and when it is late or they do not react, who. */
    missing: number
    missingNames: string[]
    silentNames: string[]
    courteous: boolean
    draft: { done: number; of: number | null } | null
  }

const isOf =
  ({ deadlineId, round }: Task) =>
  (one: Task) =>
    one.deadlineId === deadlineId && one.round === round

/** Over: the day is past, or the hour of it that the plan names. */
const isOver = ({ deadline, lastDay }: Obligation & { lastDay: Day }, { today, now, zone }: Reader): boolean =>
  today > lastDay || (today === lastDay && deadline.time !== null && timeOf(now, zone) >= deadline.time)

/** What there still is to say of these deadlines: without what was met, put off or moved since. Past first, then the nearest. */
export async function readMatters(store: Store, subjects: Subject[], reader: Reader): Promise<Matter[]> {
  const { member, today, calendar } = reader
  const wanted = wantedOf(subjects, today)
  const lent = await readStoodFor(store, wanted, reader)
  const own = await store.obligations.find({ ...wanted, personId: member.id })
  const quiet = (await store.reminders.pausesAfter(today)).filter(({ personId }) => personId === member.id)
  // The last safe day is never passed over in silence.
  const isQuiet = (one: Obligation) =>
    quiet.some(isOf(one)) && one.lastDay !== null && workdayOnOrBefore(calendar, one.lastDay) !== today
  const mine = [...own, ...lent.obligations].filter((one) => isOpen(one) && !isQuiet(one))
  const charge = await readCharge(store, subjects, wanted, reader)
  const matters = subjects.map((subject) => readMatter(subject, { store, reader, mine, names: lent.names, charge }))
  const found = (await Promise.all(matters)).filter((matter) => matter !== null)
  return found.sort((one, other) => placeOf(one).localeCompare(placeOf(other)))
}

const placeOf = ({ lastDay, deadline: { time } }: Matter) => `${lastDay} ${time ?? '24:00'}`

export type Wanted = { deadlineIds: string[]; today: Day; rounds: string[] }
const wantedOf = (tasks: Task[], today: Day): Wanted => ({
  deadlineIds: [...new Set(tasks.map(({ deadlineId }) => deadlineId))],
  today,
  rounds: tasks.flatMap(({ round }) => round ?? []),
})

type Known = { store: Store; reader: Reader; mine: Obligation[]; names: Map<string, string>; charge: Charge }

async function readMatter(subject: Subject, { store, reader, mine, names, charge }: Known): Promise<Matter | null> {
  const { member } = reader
  const stands = (one: Obligation) => subject.revisions?.includes(one.revision) ?? true
  const bound = mine.filter(isOf(subject)).filter(stands)
  const first = bound[0] ?? charge.obligations.filter(isOf(subject)).find(stands)
  if (!first?.lastDay) return null
  const { deadlineId, round, planId, plan, kind, deadline, lastDay } = first
  const isPast = isOver({ ...first, lastDay }, reader)
  const missing = subject.asHead ? charge.missing(subject, isPast) : []
  const silent = subject.asDeputy && !isPast ? charge.silent(subject) : []
  if (bound.length + missing.length + silent.length === 0) return null
  return {
    ...{ deadlineId, round, planId, plan, kind, deadline, lastDay, isPast },
    own: bound.some(({ personId }) => personId === member.id),
    units: bound.filter(({ personId }) => personId === null).map(({ unitName }) => unitName),
    standsFor: bound.flatMap(({ personId }) => names.get(personId ?? '') ?? []),
    returned: bound.length > 0 && bound.every(({ state }) => state === 'returned'),
    local: localDaysOf(bound),
    missing: missing.length,
    missingNames: isPast ? await namesOf(store, missing) : [],
    silentNames: await namesOf(store, silent),
    courteous: (bound.length > 0 ? bound : [first]).some((one) => isCourteous(one, member, charge.units)),
    draft: (kind === 'registration' && (await reader.draftOf?.(planId))) || null,
  }
}

/** What binds those for whom the reader stands in today, with their names. */
async function readStoodFor(store: Store, wanted: Wanted, { member, today, texts }: Reader) {
  const away = awayOn(await store.absences.notOver(today), today).filter(({ standInId }) => standInId === member.id)
  const all = away.map(async ({ personId }) => {
    const bound = await store.obligations.find({ ...wanted, personId })
    const name = (await store.people.byId(personId))?.name ?? ''
    return { personId, name, obligations: bound.filter((one) => one.personId === personId) }
  })
  const found = await Promise.all(all)
  return {
    obligations: found.flatMap(({ obligations }) => obligations),
    names: new Map(found.map(({ personId, name }) => [personId, texts.t('people.named', { name })])),
  }
}

/** The deadlines of a queued message. */
export async function subjectsOf(store: Store, outboxKey: string): Promise<Subject[]> {
  const reminders = await store.reminders.ofMessage(outboxKey)
  const byTask = Map.groupBy(reminders, ({ deadlineId, round }) => `${deadlineId} ${round ?? ''}`)
  return [...byTask.values()].flatMap((rows): Subject[] => {
    const [first] = rows
    if (!first) return []
    return [
      {
        ...{ deadlineId: first.deadlineId, round: first.round },
        revisions: rows.map(({ revision }) => revision),
        asHead: rows.some(({ rung }) => rung === headRung || rung === overdue),
        asDeputy: rows.some(({ rung }) => rung === deputyRung),
      },
    ]
  })
}
