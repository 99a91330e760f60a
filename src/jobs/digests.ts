import { awayOn } from '../domain/absence.ts'
import { type Instant, instantOf } from '../domain/day.ts'
import { isQuietPlace, placePauses, placePausesKey } from '../domain/place-pause.ts'
import type { ReminderChoices } from '../domain/reminder-choices.ts'
import type { Job, Run } from './job.ts'

/** Queues this day's digest for heads and admins who are not away; it is composed when sent, and dropped where it would say nothing. */
export const queueDigests: Job = async (run) => {
  const { store, now, today, zone, calendar } = run
  const memberships = await store.people.memberships()
  const readers = memberships.filter(({ role }) => role === 'head' || role === 'admin')
  const away = awayOn(await store.absences.notOver(today), today).map(({ personId }) => personId)
  const units = await store.units.all()
  const quiet = (await store.settings.get(placePausesKey, placePauses)) ?? []
  const heard = readers.filter(({ unitId }) => !isQuietPlace(quiet, unitId, units, today))
  const hearers = new Set(heard.map((one) => one.personId).filter((personId) => !away.includes(personId)))
  const choices = await store.reminders.choices()
  for (const personId of hearers)
    await store.outbox.add({
      key: `digest:${today}:${personId}`,
      person_id: personId,
      kind: 'digest',
      body: JSON.stringify({ type: 'compose', composer: 'digest', args: {} }),
      due_at: dueAt(run, choices.get(personId)),
      expires_at: instantOf(today, calendar.hours.closes, zone),
      created_at: now,
    })
}

/** At the hour that the reader chose (the flag is raised at 07:30 of some Mondays), where it is still to come and the office is open. */
function dueAt({ now, today, zone, calendar }: Run, choice: ReminderChoices | undefined): Instant {
  const { opens, closes } = calendar.hours
  const hour = choice?.hour ?? null
  return hour === null || hour < opens || hour >= closes ? now : Math.max(now, instantOf(today, hour, zone))
}
