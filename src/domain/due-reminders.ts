import type { Away } from './absence.ts'
import type { Calendar } from './calendar.ts'
import { type Day, daysBetween } from './day.ts'
import { dayOfRung, headRung, newestRung, overdue, type Rung } from './ladder.ts'
import { headsOf, isCounted, isOpen, type Obligation, remindedOf } from './obligation.ts'
import type { Membership } from './person.ts'
import type { Unit } from './unit.ts'

/** That one person is reminded of one deadline. The rung is nominal; a head hears about others on `headRung`. */
export type DueReminder = { personId: string; deadlineId: string; revision: number; rung: Rung }

type Quiet = { personId: string; deadlineId: string; untilDay: Day }

/** A morning: the obligations around it, and what happened since the last morning that was done. */
export type Morning = {
  calendar: Calendar
  since: Day
  today: Day
  obligations: Obligation[]
  memberships: Membership[]
  units: Unit[]
  /** Quiet that was asked for ("nhắc lại sau") and ends after `since`: that morning reminds again. */
  pauses: Quiet[]
  /** Reminders that could not be sent in the office hours of their day. */
  lost: DueReminder[]
  /** Who is away today, and who stands in. */
  away?: Away[]
}

type Dated = Obligation & { lastDay: Day }
const isDated = (obligation: Obligation): obligation is Dated => obligation.lastDay !== null

/** Who is reminded of what this morning: of open obligations only, each person and deadline once. */
export function dueReminders(morning: Morning): DueReminder[] {
  const open = morning.obligations.filter(isOpen).filter(isDated)
  const due = [...open.flatMap((one) => ofBound(one, morning)), ...open.flatMap((one) => ofHeads(one, morning))]
  const keyOf = ({ personId, deadlineId, rung }: DueReminder) => `${personId} ${deadlineId} ${rung}`
  return [...new Map(due.map((one) => [keyOf(one), one])).values()]
}

function ofBound(obligation: Dated, morning: Morning): DueReminder[] {
  const { deadlineId, revision, lastDay } = obligation
  const ladder = newestRung(morning.calendar, lastDay, morning)
  return hearers(obligation, morning).flatMap((personId) => {
    const concerns = (one: { personId: string; deadlineId: string }) =>
      one.personId === personId && one.deadlineId === deadlineId
    const pause = morning.pauses.find(concerns)
    if (pause && pause.untilDay > morning.today) return []
    const woken = pause ? Math.max(daysBetween(morning.today, lastDay), overdue) : null
    const lost = morning.lost.find((one) => concerns(one) && one.revision === revision)?.rung ?? null
    const rung = ladder ?? woken ?? lost
    return rung === null ? [] : [{ personId, deadlineId, revision, rung }]
  })
}

/** Who hears this morning: whoever is away only once before it is late; whoever stands in for a person bound always. */
function hearers(obligation: Dated, morning: Morning): string[] {
  const { away = [], memberships } = morning
  const told = remindedOf(obligation, memberships)
  const gone = away.filter(({ personId }) => told.includes(personId))
  const silent = isHeadMorning(obligation, morning) ? [] : gone.map(({ personId }) => personId)
  const standIns = obligation.personId === null ? [] : gone.flatMap(({ standInId }) => standInId ?? [])
  return [...new Set([...told.filter((personId) => !silent.includes(personId)), ...standIns])]
}

/** Is this the morning of the working day before the last safe day? */
function isHeadMorning({ lastDay }: Dated, { calendar, since, today }: Morning): boolean {
  const day = dayOfRung(calendar, lastDay, headRung)
  return day > since && day <= today && today <= lastDay
}

/** The heads of people who are bound hear once, before it is late, how many are missing. */
function ofHeads(obligation: Dated, morning: Morning): DueReminder[] {
  const { personId, unitId, deadlineId, revision } = obligation
  if (personId === null || !isCounted(obligation) || !isHeadMorning(obligation, morning)) return []
  const { units, memberships, away = [] } = morning
  const isThere = (head: string) => !away.some((one) => one.personId === head)
  const heads = headsOf(unitId, units, memberships).filter((head) => head !== personId && isThere(head))
  return heads.map((head) => ({ personId: head, deadlineId, revision, rung: headRung }))
}

/** For how many other people that this head answers for nothing is recorded under a deadline. */
export function missingUnder(
  head: string,
  deadlineId: string,
  office: Pick<Morning, 'obligations' | 'units' | 'memberships'>,
): number {
  const { obligations, units, memberships } = office
  const missing = obligations.filter(
    (one) =>
      one.deadlineId === deadlineId && one.personId !== null && one.personId !== head && isOpen(one) && isCounted(one),
  )
  return missing.filter(({ unitId }) => headsOf(unitId, units, memberships).includes(head)).length
}
