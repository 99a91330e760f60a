import { workdayAfter } from '../domain/calendar.ts'
import { type Day, dayOf, type Instant } from '../domain/day.ts'
import { adminsOf, type Bound, subjectIdOf } from '../domain/obligation.ts'
import type { Reckoning } from '../domain/occasions.ts'
import type { Job, Run } from './job.ts'

/** The morning on which the admins are asked about what was reported sent: two working days later. */
export const askedOn = (reportedAt: Instant, { calendar, zone }: Reckoning): Day =>
  workdayAfter(calendar, workdayAfter(calendar, dayOf(reportedAt, zone)))

const isBetween = (day: Day, { since, today }: { since: Day; today: Day }) => day > since && day <= today

/** Asks the admins about what was reported sent two working days ago and has not been seen to arrive. */
export const askAboutReported: Job = async (run) => {
  const { store, today } = run
  const reported = await store.reminders.reported()
  const due = reported.filter(({ at }) => isBetween(askedOn(at, run), run))
  if (due.length === 0) return
  const deadlineIds = [...new Set(due.map(({ deadlineId }) => deadlineId))]
  const rounds = due.flatMap(({ round }) => round ?? [])
  const obligations = await store.obligations.find({ deadlineIds, today, rounds })
  const office = { units: await store.units.all(), memberships: await store.people.memberships() }
  for (const { at, by: _by, ...bound } of due) {
    const about = obligations.find(
      (one) =>
        one.deadlineId === bound.deadlineId &&
        one.round === (bound.round ?? null) &&
        one.subject === bound.subject &&
        subjectIdOf(one) === bound.subjectId,
    )
    if (about?.state !== 'reported') continue
    for (const admin of adminsOf(about.unitId, office.units, office.memberships))
      await queueQuestion(run, admin, at, bound)
  }
}

async function queueQuestion({ store, now }: Run, admin: string, at: Instant, bound: Bound): Promise<void> {
  const what = [bound.deadlineId, ...(bound.round ? [bound.round] : []), bound.subject, bound.subjectId].join(':')
  await store.outbox.add({
    key: `reported:${what}:${at}:${admin}`,
    person_id: admin,
    kind: 'question',
    body: JSON.stringify({ type: 'compose', composer: 'reported', args: bound }),
    due_at: now,
    created_at: now,
  })
}
