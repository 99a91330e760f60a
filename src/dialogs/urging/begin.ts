import type { Turn } from '../../chat/turn.ts'
import { pathUp } from '../../domain/unit-tree.ts'
import { isUrgedKind, type ToUrge, unitsToUrge } from '../../domain/urging.ts'
import { boundInCharge, type Followed } from '../chase/in-charge.ts'
import { hasSigner, issuerOf } from '../letters/draft.ts'
import { ruledUnits } from '../units/choose-unit.ts'

/** Whom a letter about a deadline may urge now, as whoever speaks has them in charge; `issuerId` signs: their topmost unit. */
export async function readToUrge(
  turn: Turn,
  of: Followed,
): Promise<{ issuerId: string; toUrge: ToUrge[]; bound: Awaited<ReturnType<typeof boundInCharge>> }> {
  const issuerId = (await ruledUnits(turn))[0]?.id ?? ''
  const path = pathUp(await turn.store.units.all(), issuerId).map(({ id }) => id)
  const bound = (await boundInCharge(turn, of)).filter(({ kind }) => isUrgedKind(kind))
  return { issuerId, bound, toUrge: unitsToUrge(bound, new Set(path)) }
}

/** [Soạn công văn]: a draft letter to the units for which nothing is recorded; those with more time are left out at first. */
export async function beginLetter(turn: Turn, { deadline, round }: Followed): Promise<void> {
  const { issuerId, toUrge } = await readToUrge(turn, { deadline, round })
  if (toUrge.length === 0) return turn.say('letters.urging.nobody')
  const isLater = ({ extendedTo }: ToUrge) => extendedTo !== null && extendedTo >= turn.today
  await turn.begin('congvan', {
    ...{ deadline, ...(round && { round }), issuerId },
    isSigned: hasSigner(await issuerOf(turn, issuerId)),
    unitIds: toUrge.map(({ unitId }) => unitId),
    leftOut: toUrge.filter(isLater).map(({ unitId }) => unitId),
  })
}
