import type { Turn } from '../../chat/turn.ts'
import type { AggregateScope, Scoped } from '../../domain/aggregate-scope.ts'
import { scopedBy } from '../../domain/aggregate-scope.ts'
import {
  type GatheredProposal,
  gatherProposals,
  type ProposingReport,
  waitingProposals,
} from '../../domain/commendation-proposals.ts'
import { hasSigner, issuerOf } from '../letters/draft.ts'
import { myScopes } from '../tonghop/scope-step.ts'

type Asked = { planId: string; scope: AggregateScope }
type Proposals = { scoped: Scoped; proposals: GatheredProposal[]; waiting: number }

/** What reports propose, of the units that whoever speaks may add up as they asked; null where that right is gone. */
export async function readProposals(turn: Turn, { planId, scope }: Asked): Promise<Proposals | null> {
  const scoped = scopedBy(await myScopes(turn), scope)
  if (!scoped) return null
  const names = new Map((await turn.store.units.all()).map(({ id, name }) => [id, name]))
  const reports = (await turn.store.reports.ofPlan(planId))
    .filter(({ unitId, subject }) => scoped.unitIds.has(unitId) && (!scoped.unitsOnly || subject === 'unit'))
    .map((report): ProposingReport => ({ ...report, unit: names.get(report.unitId) ?? '' }))
  return { scoped, proposals: gatherProposals(reports), waiting: waitingProposals(reports) }
}

/** [Soạn tờ trình]: a draft submission for commendation from what reports propose. */
export async function beginSubmission(turn: Turn, asked: Asked): Promise<void> {
  const found = await readProposals(turn, asked)
  if (!found) return turn.say('papers.aggregate.chat.refused')
  const { scoped, proposals, waiting } = found
  if (proposals.length === 0) return turn.say('letters.submission.none', { count: waiting })
  const issuerId = scoped.unitId
  await turn.begin('totrinh', { ...asked, issuerId, isSigned: hasSigner(await issuerOf(turn, issuerId)) })
}
