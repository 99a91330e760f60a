import type { Turn } from '../../chat/turn.ts'
import { type AudienceProposal, proposeAudience } from '../../domain/audience.ts'
import { actorToday } from '../../domain/former-names.ts'
import { diffAmendment, diffDeadlines, type RevisionDiff } from '../../domain/plan-revision.ts'
import { unitsUnder } from '../../domain/rights.ts'
import type { Unit } from '../../domain/unit.ts'
import type { NewDeadline } from '../../store/plan-rows.ts'
import { type Answers, isKept, isRevision, type Reviewed } from './answers.ts'

/** The units that this admin may bind: their own and all below. */
export async function unitsOf({ store, person }: Pick<Turn, 'store' | 'person'>): Promise<Unit[]> {
  const all = await store.units.all()
  const mine = person ? unitsUnder(person, all, 'admin') : new Set<string>()
  return all.filter(({ id }) => mine.has(id))
}

/** Deadlines that stay, in the order of the text; those added come last. */
export const keptInOrder = ({ deadlines }: Answers): Reviewed[] =>
  deadlines.filter(isKept).sort((one, other) => one.place - other.place)

/** How the reviewed deadlines stand to those of the plan that they change; null for a new plan. */
export async function revisionOf({ store }: Pick<Turn, 'store'>, answers: Answers): Promise<RevisionDiff | null> {
  if (!isRevision(answers) || !answers.known) return null
  const kept = await store.plans.deadlinesOf(answers.known.planId)
  const next = keptInOrder(answers).map(({ deadline }) => deadline)
  return answers.decision === 'amended' ? diffAmendment(kept, next) : diffDeadlines(kept, next)
}

/** Whom a deadline is to bind: as chosen, else as it did in the plan that is changed, else as its sentence says. */
export async function bindingOf(
  turn: Pick<Turn, 'store'>,
  answers: Answers,
  item: Reviewed,
  units: Unit[],
): Promise<AudienceProposal> {
  if (item.audience) return { rows: item.audience, unmatched: [] }
  const diff = await revisionOf(turn, answers)
  const same = diff?.same.find(({ deadline }) => deadline === item.deadline)
  if (!same) return proposeAudience(actorToday(item.deadline), units)
  const rows = await turn.store.plans.audienceOf([same.id])
  return { rows: rows.map(({ unitId, subject }) => ({ unitId, subject })), unmatched: [] }
}

/** All deadlines that stay, each with whom it binds. */
export async function boundDeadlines(turn: Turn, answers: Answers): Promise<NewDeadline[]> {
  const units = await unitsOf(turn)
  const bound: NewDeadline[] = []
  for (const item of keptInOrder(answers)) {
    const { rows } = await bindingOf(turn, answers, item, units)
    bound.push({ deadline: item.deadline, audience: rows })
  }
  return bound
}
