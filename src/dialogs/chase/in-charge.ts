import { z } from 'zod'
import type { Turn } from '../../chat/turn.ts'
import { addDays } from '../../domain/day.ts'
import { isCounted, isOpen, type Obligation } from '../../domain/obligation.ts'
import { unitsUnder } from '../../domain/rights.ts'
import { formatDeed } from '../../texts/deadlines.ts'
import { formatRound } from '../../texts/rounds.ts'
import type { Texts } from '../../texts/texts.ts'

/** A deadline that is followed up; of what comes again, one round of it. */
export const followed = z.object({ deadline: z.string(), round: z.string().nullish() })
export type Followed = z.infer<typeof followed>

/** How far from today a deadline lies that is followed up, in days; of one unit all that was due in a year is looked at. */
const reach = { behind: 30, behindOfUnit: 366, ahead: 45 }

/** Who is bound, in the admin's charge: under deadlines near today, under one of them, or in one unit. */
export async function boundInCharge(
  turn: Turn,
  of: Partial<Followed> & { unitId?: string } = {},
): Promise<Obligation[]> {
  const { store, person, today } = turn
  const units = await store.units.all()
  const ruled = person ? [...unitsUnder(person, units, 'admin')] : []
  const unitIds = of.unitId === undefined ? ruled : ruled.filter((id) => id === of.unitId)
  const behind = of.unitId === undefined ? reach.behind : reach.behindOfUnit
  const lastDay = { from: addDays(today, -behind), to: addDays(today, reach.ahead) }
  const which = of.deadline ? { deadlineIds: [of.deadline] } : { lastDay }
  const found = await store.obligations.find({ unitIds, today, ...which })
  return found.filter((one) => isCounted(one) && (!of.round || one.round === of.round))
}

/** Of these, for whom nothing is recorded that would answer it. */
export const openInCharge = async (turn: Turn, of: Partial<Followed> = {}): Promise<Obligation[]> =>
  (await boundInCharge(turn, of)).filter(isOpen)

export const followedOf = ({ deadlineId, round }: Pick<Obligation, 'deadlineId' | 'round'>): Followed => ({
  deadline: deadlineId,
  ...(round !== null && { round }),
})

/** "báo cáo kết quả thi đua 120 năm, quý I/2024": what is followed up, with its round where it comes again. */
export function formatFollowed(
  texts: Texts,
  { kind, plan, round }: Pick<Obligation, 'kind' | 'plan' | 'round'>,
): string {
  const deed = formatDeed(texts, kind, plan)
  return round === null ? deed : texts.t('office.chase.ofRound', { deed, round: formatRound(texts, round) })
}
