import { type Coverage, coverageOf } from '../domain/coverage.ts'
import { addDays, type Day } from '../domain/day.ts'
import { digestReach } from '../domain/digest.ts'
import type { Member } from '../domain/person.ts'
import { unitsUnder } from '../domain/rights.ts'
import type { Store } from '../store/store.ts'
import { digestTitle } from './read-digest.ts'

/** What is recorded by unit and deadline, and whose it is. */
export type ReadCoverage = Coverage & { unit: string }

/** How much is recorded under a head or an admin, by unit; `under`: of one unit below. Null for people who are neither. */
export async function readCoverage(
  store: Store,
  member: Member,
  { today, under }: { today: Day; under: string | null },
): Promise<ReadCoverage | null> {
  const units = await store.units.all()
  const unitIds = unitsUnder(member, units, 'head', 'admin')
  if (unitIds.size === 0) return null
  const lastDay = { from: addDays(today, -digestReach.behind), to: addDays(today, digestReach.ahead) }
  const obligations = await store.obligations.count({ lastDay, today, unitIds: [...unitIds] })
  const asked = under !== null && unitIds.has(under) ? units.find(({ id }) => id === under) : undefined
  const coverage = coverageOf({ obligations, units, unitIds, under: asked?.id ?? null, today })
  return { ...coverage, unit: asked?.name ?? (await digestTitle(store, member)) }
}
