import type { Calendar } from './calendar.ts'
import { type Day, daysBetween } from './day.ts'
import { dayOfRung, headRung, newestRung, overdue, type Rung } from './ladder.ts'
import { headsOf, isOpen, type Obligation, remindedOf } from './obligation.ts'
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
  return remindedOf(obligation, morning.memberships).flatMap((personId) => {
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

/** The heads of people who are bound hear once, before it is late, how many are missing. */
function ofHeads({ personId, unitId, deadlineId, revision, lastDay }: Dated, morning: Morning): DueReminder[] {
  const { calendar, since, today, units, memberships } = morning
  const day = dayOfRung(calendar, lastDay, headRung)
  if (personId === null || day <= since || day > today || today > lastDay) return []
  const heads = headsOf(unitId, units, memberships).filter((head) => head !== personId)
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
    (one) => one.deadlineId === deadlineId && one.personId !== null && one.personId !== head && isOpen(one),
  )
  return missing.filter(({ unitId }) => headsOf(unitId, units, memberships).includes(head)).length
}
