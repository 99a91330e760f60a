import type { Day, Instant } from '../domain/day.ts'
import { deputiesOf } from '../domain/handover.ts'
import type { Handover } from '../store/handovers.ts'
import type { Store } from '../store/store.ts'
import { lendRoles } from './lend-roles.ts'

type When = { today: Day; now: Instant }

/** Who follows: whoever is named and still there, for a head else the one deputy of the unit; null: nobody yet. */
async function successorOf(store: Store, { fromId, toId, unitId, role }: Handover): Promise<string | null> {
  if (toId !== null && (await store.members.byId(toId))) return toId
  if (role !== 'head') return null
  const people = (await store.people.ofUnits([unitId])).filter(({ id }) => id !== fromId)
  const [only, ...more] = deputiesOf(people)
  return only && more.length === 0 ? only.id : null
}

/** Passes the roles whose day has come; whoever retires leaves with the last of them. Run again it changes nothing. */
export async function passRoles(store: Store, when: When): Promise<void> {
  const due = await store.handovers.due(when.today)
  for (const handover of due) await passOne(store, handover, when)
  const retired = due.filter(({ reason }) => reason === 'retirement').map(({ fromId }) => fromId)
  for (const personId of new Set(retired)) await leaveIfDone(store, personId, when)
  if (due.length > 0) await lendRoles(store, when)
}

async function passOne(store: Store, handover: Handover, { now }: When): Promise<void> {
  const { id, fromId, unitId, role, by, reason } = handover
  const toId = await successorOf(store, handover)
  const held = await store.people.endRole({ personId: fromId, unitId, role })
  if (held && toId !== null) await store.people.addRole({ personId: toId, unitId, role }, now)
  await store.handovers.done(id, toId, now)
  const detail = { fromId, toId, unitId, role, reason }
  await store.audit.write({ at: now, by, action: 'role.handed_over', subject: fromId, detail })
  for (const personId of held && toId !== null ? [toId] : [])
    await store.outbox.add({
      key: `handover:${id}:${personId}`,
      person_id: personId,
      kind: 'role',
      body: JSON.stringify({ type: 'compose', composer: 'handover', args: { id } }),
      due_at: now,
      created_at: now,
    })
}

/** Somebody who retires and holds nothing more leaves: no channel, no reminder; what they sent stays under their name. */
async function leaveIfDone(store: Store, personId: string, { now }: When): Promise<void> {
  const member = await store.members.byId(personId)
  if (!member || member.memberships.length > 0) return
  await store.people.leave(personId, now)
  await store.audit.write({ at: now, by: null, action: 'person.left', subject: personId, detail: { handedOver: true } })
}
