import type { Turn } from '../../chat/turn.ts'
import { agencyKey, agencySchema } from '../../domain/agency.ts'
import type { Unit } from '../../domain/unit.ts'
import type { UnitLine } from '../../domain/unit-lines.ts'

/** Adds units below one, in their order, with an audit row each. */
export async function writeUnits({ store, now, person }: Turn, above: Unit, lines: UnitLine[]): Promise<void> {
  const ids: string[] = []
  for (const { name, relation, parent } of lines) {
    const parentId = (parent === null ? undefined : ids[parent]) ?? above.id
    const id = await store.units.add({ parentId, name, relation })
    ids.push(id)
    const detail = { name, relation, parentId }
    await store.audit.write({ at: now, by: person?.id ?? null, action: 'unit.added', subject: id, detail })
  }
}

/** Renames a unit; where it is the agency itself, the agency's name follows. */
export async function renameUnit({ store, now, person }: Turn, unit: Unit, name: string): Promise<void> {
  await store.units.rename(unit.id, name)
  const detail = { before: unit.name, after: name }
  await store.audit.write({ at: now, by: person?.id ?? null, action: 'unit.renamed', subject: unit.id, detail })
  const agency = unit.parentId === null ? await store.settings.get(agencyKey, agencySchema) : null
  if (agency) await store.settings.set(agencyKey, { ...agency, name })
}
