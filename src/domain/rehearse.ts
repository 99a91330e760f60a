import type { AudienceMember } from './audience.ts'
import { addDays, type Day } from './day.ts'
import { dueReminders, type Morning } from './due-reminders.ts'
import { overdue, reminderDays } from './ladder.ts'
import type { Obligation } from './obligation.ts'
import type { Membership } from './person.ts'
import type { Deadline } from './plan.ts'
import type { Unit } from './unit.ts'

/** One morning on which some people would hear of one deadline. */
export type Rehearsed = { day: Day; deadlineId: string; late: boolean; personIds: string[] }
export type RehearsedDeadline = { id: string; deadline: Deadline; audience: AudienceMember[] }

/** The mornings from a day on on which a plan's deadlines would be heard of, as long as nothing is recorded, by the very rules that remind. */
export function rehearse(
  deadlines: RehearsedDeadline[],
  office: Pick<Morning, 'calendar' | 'units' | 'memberships'>,
  from: Day,
): Rehearsed[] {
  const ahead = deadlines.filter(({ deadline }) => deadline.lastDay !== null && deadline.lastDay >= from)
  const obligations = ahead.flatMap((one) => obligationsOf(one, office))
  const ladder = ahead.flatMap(({ deadline }) => reminderDays(office.calendar, deadline.lastDay ?? from))
  const days = [...new Set(ladder.map(({ day }) => day))].filter((day) => day >= from).sort()
  return days.flatMap((today) => {
    const due = dueReminders({ ...office, obligations, since: addDays(today, -1), today, pauses: [], lost: [] })
    return [...Map.groupBy(due, ({ deadlineId }) => deadlineId)].map(([deadlineId, some]) => ({
      ...{ day: today, deadlineId },
      late: some.every(({ rung }) => rung === overdue),
      personIds: [...new Set(some.map(({ personId }) => personId))],
    }))
  })
}

const unrecorded = {
  state: 'open',
  registrationId: null,
  reportId: null,
  round: null,
  paper: null,
  reportedAt: null,
} as const

function obligationsOf(
  { id, deadline, audience }: RehearsedDeadline,
  { units, memberships }: { units: Unit[]; memberships: Membership[] },
): Obligation[] {
  return audience.flatMap(({ unitId, subject }): Obligation[] => {
    const unit = units.find((one) => one.id === unitId)
    if (!unit) return []
    const bound = {
      ...{
        deadlineId: id,
        revision: 1,
        planId: '',
        plan: '',
        kind: deadline.kind,
        lastDay: deadline.lastDay,
        deadline,
      },
      ...{ subject, unitId, unitName: unit.name, unitRelation: unit.relation, ...unrecorded },
    }
    if (subject === 'unit') return [{ ...bound, personId: null }]
    const people = new Set(memberships.filter((one) => one.unitId === unitId).map(({ personId }) => personId))
    return [...people].map((personId) => ({ ...bound, personId }))
  })
}
