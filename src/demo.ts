import type { Instant } from './domain/day.ts'
import type { Role } from './domain/person.ts'
import { readPlan } from './reading/read-plan.ts'
import { loadSampleAgency } from './sample/agency.ts'
import { demoPeople } from './sample/agency-data.ts'
import { loadSamplePlans } from './sample/plans.ts'
import type { Database } from './store/database.ts'
import type { Store } from './store/store.ts'
import type { DemoPerson } from './web/room.ts'

/** Fills an empty store with sample data (once), and links the three chats of the demo page to their people. */
export async function openDemo(
  database: Database,
  { now, sample, keepFile }: { now: Instant; sample: boolean; keepFile: (bytes: Uint8Array) => Promise<string> },
): Promise<DemoPerson[]> {
  return database.transaction(async (store) => {
    const empty = (await store.units.all()).length === 0
    if (empty && sample) {
      await loadSampleAgency(store, now)
      await loadSamplePlans(store, readPlan, now, keepFile)
    }
    const people = await Promise.all(
      Object.entries(demoPeople).map(([role, personId]) => seat(store, role as Role, personId, now)),
    )
    return people.filter((person) => person !== null)
  })
}

/** A chat on the page for a person; null where an operator's own data do not have that person. */
async function seat(store: Store, role: Role, personId: string, now: Instant): Promise<DemoPerson | null> {
  const member = await store.members.byId(personId)
  if (!member) return null
  const sender = `demo-${role}`
  const account = await store.accounts.seen({ channel: 'web', chat: sender, sender, language: null, at: now })
  if (account.person_id === null) await store.accounts.link(account.id, personId, now)
  return { sender, personId, name: member.name, role, position: member.position }
}
