import { awayOn } from '../domain/absence.ts'
import { workdayAfter } from '../domain/calendar.ts'
import { addDays, type Day, dayOf, type Instant, instantOf } from '../domain/day.ts'
import { type DueReminder, dueReminders } from '../domain/due-reminders.ts'
import { ladderReach, overdue } from '../domain/ladder.ts'
import { adminsOf, type Bound, subjectIdOf } from '../domain/obligation.ts'
import type { Reckoning } from '../domain/occasions.ts'
import { isQuietPlace, placePauses, placePausesKey } from '../domain/place-pause.ts'
import type { Store } from '../store/store.ts'
import type { Job, Run } from './job.ts'

/** Writes this morning's reminders down: one message a person, composed when it is sent. Run again it adds nothing. */
export const queueReminders: Job = async (run) => {
  const { store, calendar, since, today } = run
  const lastDay = { from: addDays(since, -ladderReach.behind), to: addDays(today, ladderReach.ahead) }
  const [obligations, memberships, units, pauses, lost, away] = [
    await store.obligations.find({ lastDay }),
    await store.people.memberships(),
    await store.units.all(),
    await store.reminders.pausesAfter(since),
    await store.reminders.takeLost(),
    awayOn(await store.absences.notOver(today), today),
  ]
  const quiet = (await store.settings.get(placePausesKey, placePauses)) ?? []
  const heard = obligations.filter(({ unitId }) => !isQuietPlace(quiet, unitId, units, today))
  const due = dueReminders({ calendar, since, today, obligations: heard, memberships, units, pauses, lost, away })
  for (const [personId, reminders] of Map.groupBy(due, (one) => one.personId)) await queueOne(run, personId, reminders)
}

async function queueOne({ store, now, today, zone, calendar }: Run, personId: string, due: DueReminder[]): Promise<void> {
  const key = await freeKey(store, `reminder:${today}:${personId}`)
  const fresh: DueReminder[] = []
  for (const one of due) if (await store.reminders.add(one, today, key)) fresh.push(one)
  if (fresh.length === 0) return
  await store.outbox.add({
    key,
    person_id: personId,
    kind: fresh.every(({ rung }) => rung === overdue) ? 'overdue' : 'reminder',
    body: JSON.stringify({ type: 'compose', composer: 'reminder', args: { key } }),
    due_at: now,
    expires_at: instantOf(today, calendar.hours.closes, zone),
    created_at: now,
  })
}

/** The key of a morning's message; numbered where a movable clock that began anew comes to a morning a second time. */
async function freeKey({ outbox }: Store, key: string): Promise<string> {
  let free = key
  for (let count = 2; await outbox.byKey(free); count++) free = `${key}:${count}`
  return free
}

/** The morning on which the admins are asked about what was reported sent: two working days later. */
export const askedOn = (reportedAt: Instant, { calendar, zone }: Reckoning): Day =>
  workdayAfter(calendar, workdayAfter(calendar, dayOf(reportedAt, zone)))

const isBetween = (day: Day, { since, today }: { since: Day; today: Day }) => day > since && day <= today

/** Asks the admins about what was reported sent two working days ago and has not been seen to arrive. */
export const askAboutReported: Job = async (run) => {
  const { store, since, today } = run
  const reported = await store.reminders.reported()
  const due = reported.filter(({ at }) => isBetween(askedOn(at, run), { since, today }))
  if (due.length === 0) return
  const obligations = await store.obligations.find({ deadlineIds: due.map(({ deadlineId }) => deadlineId) })
  const office = { units: await store.units.all(), memberships: await store.people.memberships() }
  for (const { at, by: _by, ...bound } of due) {
    const about = obligations.find((one) => one.deadlineId === bound.deadlineId && subjectIdOf(one) === bound.subjectId)
    if (about?.state !== 'reported') continue
    for (const admin of adminsOf(about.unitId, office.units, office.memberships))
      await queueQuestion(run, admin, at, bound)
  }
}

async function queueQuestion({ store, now }: Run, admin: string, at: Instant, bound: Bound): Promise<void> {
  await store.outbox.add({
    key: `reported:${bound.deadlineId}:${bound.subject}:${bound.subjectId}:${at}:${admin}`,
    person_id: admin,
    kind: 'question',
    body: JSON.stringify({ type: 'compose', composer: 'reported', args: bound }),
    due_at: now,
    created_at: now,
  })
}
