import type { AudienceMember } from './audience.ts'
import { restsTentatively } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { dueReminders, type Morning } from './due-reminders.ts'
import { overdue, type Rung, reminderDays } from './ladder.ts'
import { ladderOf } from './ladders.ts'
import type { Obligation } from './obligation.ts'
import type { Deadline } from './plan.ts'
import { deadlineOfRound, type Running, roundsAround } from './recurrence.ts'

/** One morning on which some people would hear of one deadline, or of one round of it; tentative: days off move it that no notice has settled. */
export type Rehearsed = {
  day: Day
  deadlineId: string
  round: string | null
  late: boolean
  tentative: boolean
  rungs: Rung[]
  personIds: string[]
}
/** `running`: in which time rounds of what comes again are wanted. */
export type RehearsedDeadline = { id: string; deadline: Deadline; audience: AudienceMember[]; running?: Running }

type Office = Pick<Morning, 'calendar' | 'ladders' | 'units' | 'memberships'>
/** A deadline with a day, or one round of one that comes again. */
type Ahead = RehearsedDeadline & { lastDay: Day; round: string | null; opens?: Day }

/** So far ahead rounds are rehearsed: a year. */
const daysAhead = 366

/** The mornings from a day on on which a plan's deadlines would be heard of, as long as nothing is recorded, by the very rules that remind. */
export function rehearse(deadlines: RehearsedDeadline[], office: Office, from: Day): Rehearsed[] {
  const ahead = deadlines.flatMap((one) => aheadOf(one, from))
  const obligations = ahead.flatMap((one) => obligationsOf(one, office))
  const { calendar, ladders } = office
  const mornings = ahead.flatMap(({ lastDay, deadline }) =>
    reminderDays(calendar, lastDay, ladderOf(ladders, deadline.kind)),
  )
  const days = [...new Set(mornings.map(({ day }) => day))].filter((day) => day >= from).sort()
  return days.flatMap((today) => {
    const due = dueReminders({ ...office, obligations, since: addDays(today, -1), today, pauses: [], lost: [] })
    const groups = Map.groupBy(due, ({ deadlineId, round }) => `${deadlineId} ${round ?? ''}`)
    return [...groups.values()].flatMap((some) => {
      const [first] = some
      if (!first) return []
      const personIds = [...new Set(some.map(({ personId }) => personId))]
      const late = some.every(({ rung }) => rung === overdue)
      const about = ahead.find(({ id, round }) => id === first.deadlineId && round === first.round)
      const tentative = about !== undefined && some.some(({ rung }) => isTentative(about, office, rung, today))
      const rungs = [...new Set(some.map(({ rung }) => rung))].sort((a, b) => b - a)
      return [{ day: today, deadlineId: first.deadlineId, round: first.round, late, tentative, rungs, personIds }]
    })
  })
}

/** A rung of calendar days stands on its own day before it is moved; one of working days is counted from the last safe day. */
function isTentative({ deadline, lastDay }: Ahead, { calendar, ladders }: Office, rung: Rung, day: Day): boolean {
  const isCounted = rung < 0 || ladderOf(ladders, deadline.kind).counts === 'calendar'
  return restsTentatively(calendar, isCounted ? addDays(lastDay, -rung) : lastDay, day)
}

function aheadOf(one: RehearsedDeadline, from: Day): Ahead[] {
  const { deadline, running = { start: null, end: null } } = one
  if (deadline.recurrence === null)
    return deadline.lastDay !== null && deadline.lastDay >= from
      ? [{ ...one, lastDay: deadline.lastDay, round: null }]
      : []
  const rounds = roundsAround(deadline, from, running, addDays(from, daysAhead))
  return rounds.flatMap((round, index): Ahead[] => {
    const opens = rounds[index - 1]?.lastDay
    if (round.lastDay === null || round.lastDay < from) return []
    const ofRound = { ...one, deadline: deadlineOfRound(deadline, round), lastDay: round.lastDay, round: round.key }
    return [opens ? { ...ofRound, opens } : ofRound]
  })
}

const unrecorded = { state: 'open', registrationId: null, reportId: null, paper: null, reportedAt: null } as const

function obligationsOf({ id, deadline, audience, lastDay, round, opens }: Ahead, office: Office): Obligation[] {
  return audience.flatMap(({ unitId, subject }): Obligation[] => {
    const unit = office.units.find((one) => one.id === unitId)
    if (!unit) return []
    const bound = {
      ...{ deadlineId: id, revision: 1, planId: '', plan: '', kind: deadline.kind, lastDay, deadline, round },
      ...{ subject, unitId, unitName: unit.name, unitRelation: unit.relation, ...unrecorded },
      ...(opens !== undefined && { opens }),
    }
    if (subject === 'unit') return [{ ...bound, personId: null }]
    const people = new Set(office.memberships.filter((one) => one.unitId === unitId).map(({ personId }) => personId))
    return [...people].map((personId) => ({ ...bound, personId }))
  })
}
