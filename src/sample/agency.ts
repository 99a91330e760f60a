import { agencyKey } from '../domain/agency.ts'
import type { Instant } from '../domain/day.ts'
import type { Store } from '../store/store.ts'
import { sampleAgency, samplePeople, sampleUnits } from './agency-data.ts'

/** Fills an empty store with the sample agency: six units and their people in all four roles, under readable ids. */
export async function loadSampleAgency(store: Store, now: Instant): Promise<void> {
  await store.settings.set(agencyKey, sampleAgency)
  for (const unit of sampleUnits) await store.units.add(unit)
  for (const { id, name, position, roles } of samplePeople) {
    await store.people.add({ id, name, position, language: 'vi' })
    for (const [unitId, role] of roles) await store.people.addRole({ personId: id, unitId, role }, now)
  }
  await store.audit.write({ at: now, by: null, action: 'sample.loaded', subject: agencyKey })
}
