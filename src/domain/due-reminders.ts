import type { Away } from './absence.ts'
import { type Calendar, workdayOnOrBefore, workdaysBetween } from './calendar.ts'
import { type Day, daysBetween } from './day.ts'
import { type Hearers, indexHearers } from './hearers.ts'
import { deputyRung, headRung, overdue, type Rung } from './ladder.ts'
import { type Ladders, ladderOf } from './ladders.ts'
import { indexLost, type LostReminders } from './lost-reminders.ts'
import { createMornings, type MorningOf } from './mornings.ts'
import { isCounted, isOpen, type Obligation } from './obligation.ts'

import type { Membership } from './person.ts'
import type { Unit } from './unit.ts'

/**
 * That one person is reminded of one deadline, or of one round of it. The rung is nominal: a head hears about others on
 * `headRung` and once overdue, a deputy on `deputyRung`.
 */
export type DueReminder = {
  personId: string
  deadlineId: string
  round: string | null
  revision: number
  rung: Rung
}

/** What a morning needs to know of an obligation. */
export type Owed = Pick<
  Obligation,
  'deadlineId' | 'revision' | 'kind' | 'lastDay' | 'round' | 'unitId' | 'unitRelation' | 'personId' | 'state' | 'away'
> & { opens?: Day | undefined }

/** A person and what they were reminded of. */
export type Reminded = Omit<DueReminder, 'rung'>
type Quiet = { personId: string; deadlineId: string; round: string | null; untilDay: Day }

/** A morning: the obligations around it, and what happened since the last morning that was done. */
export type Morning = {
  calendar: Calendar
  ladders: Ladders
  since: Day
  today: Day
  obligations: Iterable<Owed>
  memberships: Membership[]
  units: Unit[]
  /** Quiet that was asked for ("nhắc lại sau") and ends after `since`: that morning reminds again. */
  pauses: Quiet[]
  /** Reminders that could not be sent in the office hours of their day. */
  lost: DueReminder[]
  /** Who is away today, and who stands in. */
  away?: Away[]
  /** Who wants fewer reminders. */
  quiet?: Iterable<string>
  /** Has somebody not reacted: reminded on an earlier morning, and not heard from on any channel since? */
  isSilent?: (one: Reminded) => boolean
}

type Known = Omit<Morning, 'obligations'>
type Dated = Owed & { lastDay: Day }
const isDated = (one: Owed): one is Dated => one.lastDay !== null

type Concern = { personId: string; deadlineId: string; round: string | null }
const concernKey = ({ personId, deadlineId, round }: Concern) => `${personId} ${deadlineId} ${round ?? ''}`
export const remindedKey = (one: Reminded) => `${concernKey(one)} ${one.revision}`

const byKey = <One>(ones: Iterable<One>, keyOf: (one: One) => string) =>
  new Map(Array.from(ones, (one) => [keyOf(one), one]))

type Facts = Pick<Morning, 'calendar' | 'ladders' | 'today'> & {
  hearers: Hearers
  standIns: Map<string, string | null>
  pauses: Map<string, Quiet>
  lost: LostReminders
  quiet: Set<string>
  isSilent: (one: Reminded) => boolean
}

function factsOf(morning: Known): Facts {
  const { memberships, units, away = [], pauses, lost, quiet = [], isSilent = () => false, ...rest } = morning
  return {
    ...{ calendar: rest.calendar, ladders: rest.ladders, today: rest.today },
    hearers: indexHearers(units, memberships),
    standIns: new Map(away.map(({ personId, standInId }) => [personId, standInId])),
    pauses: byKey(pauses, concernKey),
    lost: indexLost(lost),
    quiet: new Set(quiet),
    isSilent,
  }
}

/** Who is reminded of what this morning: of open obligations only, each person and deadline once a rung. */
export const dueReminders = ({ obligations, ...morning }: Morning): DueReminder[] =>
  createReminding(morning)(obligations)

/** The same for obligations that come in parts. */
export function createReminding(morning: Known): (obligations: Iterable<Owed>) => DueReminder[] {
  const facts = factsOf(morning)
  const morningOf = createMornings(morning)
  const severally = hearsSeverally(morning)
  const told = new Set<string>()
  return (obligations) => {
    const due: DueReminder[] = []
    for (const obligation of obligations) {
      if (!isOpen(obligation) || !isDated(obligation)) continue
      for (const one of ofObligation(obligation, morningOf(obligation), facts)) {
        const key = severally.has(one.personId) ? `${one.rung} ${concernKey(one)}` : null
        if (key !== null && told.has(key)) continue
        if (key !== null) told.add(key)
        due.push(one)
      }
    }
    return due
  }
}

/** Who may hear of one deadline more than once, by several roles or for others: of them it is kept what they were told. */
function hearsSeverally({ memberships, away = [] }: Known): Set<string> {
  const known = new Set<string>()
  const severally = new Set(away.flatMap(({ standInId }) => standInId ?? []))
  for (const { personId, role } of memberships) {
    if (role !== 'official' || known.has(personId)) severally.add(personId)
    known.add(personId)
  }
  return severally
}

function ofObligation(obligation: Dated, morning: MorningOf, facts: Facts): DueReminder[] {
  const { deadlineId, revision, round } = obligation
  const remind = (personId: string, rung: Rung | null): DueReminder[] =>
    rung === null ? [] : [{ personId, deadlineId, round, revision, rung }]
  const bound = hearersOf(obligation, morning, facts).flatMap((personId) =>
    remind(personId, rungFor(personId, obligation, morning, facts)),
  )
  const deputies = deputiesOf(obligation, morning, facts).flatMap((one) => remind(one, deputyRung))
  const headsRung = facts.today > obligation.lastDay ? overdue : headRung
  const heads = headsToTell(obligation, morning, facts).flatMap((one) => remind(one, headsRung))
  return [...bound, ...deputies, ...heads]
}

/** The rung on which somebody hears this morning: of the ladder, of quiet that ends, or of a message that was lost. */
function rungFor(personId: string, obligation: Dated, morning: MorningOf, facts: Facts): Rung | null {
  const { deadlineId, round } = obligation
  const concern = { personId, deadlineId, round }
  const rung = facts.quiet.has(personId) ? morning.quietRung : morning.rung
  const pause = facts.pauses.size > 0 ? facts.pauses.get(concernKey(concern)) : undefined
  // The last safe day is never passed over in silence, not even where the deadline has come nearer since.
  if (pause && pause.untilDay > facts.today && !morning.isLast) return null
  if (rung !== null) return rung
  if (pause && pause.untilDay <= facts.today) return rungOfDay(obligation, facts)
  const lost = facts.lost.isEmpty ? [] : facts.lost.rungs(personId, obligation)
  return lost.length > 0 ? Math.min(...lost) : null
}

/** Was a message of one of these rungs lost to somebody? It is still owed to them. */
const isOwed = (personId: string, obligation: Dated, rungs: Rung[], { lost }: Facts): boolean =>
  lost.rungs(personId, obligation).some((rung) => rungs.includes(rung))

/** How many days today lies before the last safe day, counted as the ladder counts. */
function rungOfDay({ kind, lastDay }: Dated, { calendar, ladders, today }: Facts): Rung {
  if (today > lastDay) return overdue
  return ladderOf(ladders, kind).counts === 'calendar'
    ? daysBetween(today, lastDay)
    : workdaysBetween(calendar, today, workdayOnOrBefore(calendar, lastDay))
}

/** Who hears this morning: whoever is away only once before it is late; whoever stands in for a person bound always. */
function hearersOf(obligation: Dated, { isHeads }: MorningOf, { hearers, standIns }: Facts): string[] {
  const told = hearers.ofObligation(obligation)
  if (standIns.size === 0 || !told.some((personId) => standIns.has(personId))) return told
  const there = told.filter((personId) => isHeads || !standIns.has(personId))
  const instead = obligation.personId === null ? [] : told.flatMap((personId) => standIns.get(personId) ?? [])
  return [...new Set([...there, ...instead])]
}

const isChased = (obligation: Owed) => obligation.personId !== null && isCounted(obligation)

/**
 * Who hears in place of a person who has not reacted: the focal points of the unit. Somebody who stands in for the person
 * has heard all along; a unit's own papers are reminded of at its focal points anyway.
 */
function deputiesOf(obligation: Dated, { isDeputies }: MorningOf, facts: Facts): string[] {
  const { hearers, standIns, isSilent, lost, today } = facts
  const { personId, unitId, unitRelation, lastDay, deadlineId, round, revision } = obligation
  if (!isDeputies && (lost.isEmpty || today > lastDay)) return []
  if (personId === null || unitRelation !== 'subordinate' || !isChased(obligation)) return []
  if (!isSilent({ personId, deadlineId, round, revision }) || standIns.get(personId)) return []
  const isTold = (clerk: string) => isDeputies || isOwed(clerk, obligation, [deputyRung], facts)
  return hearers.clerksIn(unitId).filter((clerk) => clerk !== personId && !standIns.has(clerk) && isTold(clerk))
}

/** The heads of people who are bound hear once before it is late how many are missing, and once when it is late of whom. */
function headsToTell(obligation: Dated, { isHeads, isOverdue }: MorningOf, facts: Facts): string[] {
  const { hearers, standIns, lost, today } = facts
  const { personId, unitId, unitRelation, lastDay } = obligation
  if (!(isHeads || isOverdue || !lost.isEmpty) || !isChased(obligation)) return []
  if (today > lastDay && unitRelation !== 'subordinate') return []
  const isTold = (head: string) => isHeads || isOverdue || isOwed(head, obligation, [headRung, overdue], facts)
  return hearers.headsOver(unitId).filter((head) => head !== personId && !standIns.has(head) && isTold(head))
}

type Office = { obligations: Obligation[] } & Pick<Morning, 'units' | 'memberships'>

/**
 * The other people that this head answers for of whom nothing is recorded under a deadline or a round of it; when it is
 * late, only those of subordinate units.
 */
export function missingUnder(
  head: string,
  { deadlineId, round, late }: { deadlineId: string; round: string | null; late: boolean },
  { obligations, units, memberships }: Office,
): string[] {
  const hearers = indexHearers(units, memberships)
  const missing = obligations.filter(
    (one) =>
      one.deadlineId === deadlineId &&
      one.round === round &&
      one.personId !== head &&
      isOpen(one) &&
      isChased(one) &&
      (!late || one.unitRelation === 'subordinate'),
  )
  return missing
    .filter(({ unitId }) => hearers.headsOver(unitId).includes(head))
    .flatMap(({ personId }) => personId ?? [])
}
