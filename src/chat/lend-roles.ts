import { type LentRole, lentRoles } from '../domain/absence.ts'
import type { Day, Instant } from '../domain/day.ts'
import type { Store } from '../store/store.ts'

const keyOf = ({ absenceId, personId, unitId, role }: LentRole) => `${absenceId} ${personId} ${unitId} ${role}`
const holdingOf = ({ personId, unitId, role }: Omit<LentRole, 'absenceId'>) => `${personId} ${unitId} ${role}`

/** Gives stand-ins what they hold on a day and takes back what they held before; run again it changes nothing. */
export async function lendRoles(store: Store, { today, now }: { today: Day; now: Instant }): Promise<void> {
  const held = await store.absences.lent()
  const lentHoldings = new Set(held.map(holdingOf))
  const memberships = await store.people.memberships()
  // A role that is itself lent is not lent on.
  const own = memberships.filter(
    (one) =>
      one.role === 'official' || one.role === 'admin' || !lentHoldings.has(holdingOf({ ...one, role: one.role })),
  )
  const wanted = lentRoles(await store.absences.notOver(today), own, today)
  const wantedKeys = new Set(wanted.map(keyOf))
  const heldKeys = new Set(held.map(keyOf))
  const write = (action: string, { personId, ...detail }: LentRole) =>
    store.audit.write({ at: now, by: null, action, subject: personId, detail })
  for (const role of held.filter((one) => !wantedKeys.has(keyOf(one)))) {
    await store.absences.takeBack(role)
    await write('role.lent_back', role)
  }
  for (const role of wanted.filter((one) => !heldKeys.has(keyOf(one))))
    if (await store.absences.lend(role, now)) await write('role.lent', role)
}

/** Those of these people who are not away today; where all are, all of them: somebody must hear. */
export async function presentOf(store: Store, personIds: string[], today: Day): Promise<string[]> {
  const away = new Set(
    (await store.absences.notOver(today)).filter(({ from }) => from <= today).map((one) => one.personId),
  )
  const present = personIds.filter((id) => !away.has(id))
  return present.length > 0 ? present : personIds
}
