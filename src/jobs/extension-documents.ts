import { workdaysBetween } from '../domain/calendar.ts'
import { dayOf } from '../domain/day.ts'
import { adminsOf } from '../domain/obligation.ts'
import type { Job } from './job.ts'

/** After how many working days the letter that confirms a spoken extension is asked for. */
const askedAfter = 5

/** Asks the admins once for the letter behind a spoken extension. */
export const askForDocuments: Job = async ({ store, now, today, zone, calendar }) => {
  const open = await store.extensions.undocumented()
  const due = open.filter(({ at }) => workdaysBetween(calendar, dayOf(at, zone), today) >= askedAfter)
  if (due.length === 0) return
  const office = { units: await store.units.all(), memberships: await store.people.memberships() }
  for (const { id, unitId, by } of due) {
    const admins = adminsOf(unitId, office.units, office.memberships)
    const asked = by !== null && admins.includes(by) ? [by] : admins
    for (const personId of asked)
      await store.outbox.add({
        key: `extension:${id}:document:${personId}`,
        person_id: personId,
        kind: 'question',
        body: JSON.stringify({ type: 'compose', composer: 'extensionDocument', args: { id } }),
        due_at: now,
        created_at: now,
      })
  }
}
