import { awayOn } from '../domain/absence.ts'
import { instantOf } from '../domain/day.ts'
import { isQuietPlace, placePauses, placePausesKey } from '../domain/place-pause.ts'
import type { Job } from './job.ts'

/** Queues this day's digest for heads and admins who are not away; it is composed when sent, and dropped where it would say nothing. */
export const queueDigests: Job = async ({ store, now, today, zone, calendar }) => {
  const memberships = await store.people.memberships()
  const readers = memberships.filter(({ role }) => role === 'head' || role === 'admin')
  const away = awayOn(await store.absences.notOver(today), today).map(({ personId }) => personId)
  const units = await store.units.all()
  const quiet = (await store.settings.get(placePausesKey, placePauses)) ?? []
  const heard = readers.filter(({ unitId }) => !isQuietPlace(quiet, unitId, units, today))
  const hearers = new Set(heard.map((one) => one.personId).filter((personId) => !away.includes(personId)))
  for (const personId of hearers)
    await store.outbox.add({
      key: `digest:${today}:${personId}`,
      person_id: personId,
      kind: 'digest',
      body: JSON.stringify({ type: 'compose', composer: 'digest', args: {} }),
      due_at: now,
      expires_at: instantOf(today, calendar.hours.closes, zone),
      created_at: now,
    })
}
