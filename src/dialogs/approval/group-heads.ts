import type { Turn } from '../../chat/turn.ts'
import { groupsInTerm } from '../../domain/unit-group.ts'
import { officeOf } from './standing.ts'

type Whose = { subject: 'unit' | 'person'; unitId: string }

/** The heads who receive a unit's paper for its khối or cụm, where another unit leads that now. */
export async function groupHeads(turn: Turn, { subject, unitId }: Whose): Promise<string[]> {
  if (subject === 'person') return []
  const groups = groupsInTerm(await turn.store.unitGroups.all(), turn.today)
  const leading = groups.filter((one) => one.leadingId !== unitId && one.unitIds.includes(unitId))
  if (leading.length === 0) return []
  const { memberships } = await officeOf(turn)
  const heads = memberships.filter(
    ({ role, unitId: led }) => role === 'head' && leading.some((one) => one.leadingId === led),
  )
  return heads.map(({ personId }) => personId)
}
