import { addDays, instantOf } from '../domain/day.ts'
import { type DueReminder, dueReminders } from '../domain/due-reminders.ts'
import { ladderReach, overdue } from '../domain/ladder.ts'
import { adminsOf } from '../domain/obligation.ts'
import { officeHours } from '../domain/occasions.ts'
import type { Job, Run } from './job.ts'

/** Writes this morning's reminders down: one message a person, composed when it is sent. Run again it adds nothing. */
export const queueReminders: Job = async (run) => {
  const { store, calendar, since, today } = run
  const lastDay = { from: addDays(since, -ladderReach.behind), to: addDays(today, ladderReach.ahead) }
  const [obligations, memberships, units, pauses, lost] = [
    await store.obligations.find({ lastDay }),
    await store.people.memberships(),
    await store.units.all(),
    await store.reminders.pausesAfter(since),
    await store.reminders.takeLost(),
  ]
  const due = dueReminders({ calendar, since, today, obligations, memberships, units, pauses, lost })
  for (const [personId, reminders] of Map.groupBy(due, (one) => one.personId)) await queueOne(run, personId, reminders)
}

async function queueOne({ store, now, today, zone }: Run, personId: string, due: DueReminder[]): Promise<void> {
  const key = `reminder:${today}:${personId}`
  const fresh: DueReminder[] = []
  for (const one of due) if (await store.reminders.add(one, today, key)) fresh.push(one)
  if (fresh.length === 0) return
  await store.outbox.add({
    key,
    person_id: personId,
    kind: fresh.every(({ rung }) => rung === overdue) ? 'overdue' : 'reminder',
    body: JSON.stringify({ type: 'compose', composer: 'reminder', args: { key } }),
    due_at: now,
    expires_at: instantOf(today, officeHours.closes, zone),
    created_at: now,
  })
}

/** Asks the admins about what was reported sent two working days ago and has not been seen to arrive. */
export const askAboutReported: Job = async ({ store, now, today, since }) => {
  const ended = await store.reminders.pausesAfter(since)
  const [memberships, units] = [await store.people.memberships(), await store.units.all()]
  for (const { personId, deadlineId, untilDay, reason } of ended) {
    if (reason !== 'reported' || untilDay > today) continue
    const reported = await store.obligations.find({ personId, deadlineIds: [deadlineId] })
    for (const { state, subject, unitId, ...one } of reported) {
      if (state !== 'reported') continue
      const args = { deadlineId, subject, subjectId: one.personId ?? unitId }
      for (const admin of adminsOf(unitId, units, memberships))
        await store.outbox.add({
          key: `reported:${deadlineId}:${args.subjectId}:${one.reportedAt}:${admin}`,
          person_id: admin,
          kind: 'question',
          body: JSON.stringify({ type: 'compose', composer: 'reported', args }),
          due_at: now,
          created_at: now,
        })
    }
  }
}
