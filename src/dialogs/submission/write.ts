import type { GatheredProposal } from '../../domain/commendation-proposals.ts'
import { draftFileName } from '../../papers/draft-file-name.ts'
import { type Proposed, submissionPaper } from '../../papers/submission-paper.ts'
import { paperTexts } from '../../texts/texts.ts'
import type { Asked } from '../engine/dialog.ts'
import { issuerOf, sendDraft } from '../letters/draft.ts'
import { signedBy } from '../letters/signer-steps.ts'
import { paperFacts } from '../papers/paper-facts.ts'
import type { Answers } from './answers.ts'
import { readProposals } from './begin.ts'
import { kept } from './steps.ts'

/** More reports than these are not named one by one among what is enclosed. */
const mostEnclosed = 8

/** The achievement in the numbers of the report, where it is about the very one who is proposed; else it is left to who signs. */
function achievementOf({ totals }: GatheredProposal): string {
  const targets = totals ? totals.exceeded + totals.reached + totals.below : 0
  if (!totals || targets === 0) return ''
  const reached = totals.exceeded + totals.reached
  const key = totals.exceeded > 0 ? 'letters.submission.achievementOver' : 'letters.submission.achievement'
  return paperTexts().t(key, { reached, count: targets, exceeded: totals.exceeded })
}

const toProposed = (one: GatheredProposal): Proposed => {
  const { subject, name, position, commendation, unit } = one
  const achievement = achievementOf(one)
  return { subject, name, position, commendation, unit: subject === 'person' ? unit : '', achievement }
}

function enclosuresOf(proposals: GatheredProposal[]): string[] {
  const texts = paperTexts()
  const units = [...new Set(proposals.map(({ unit }) => unit))]
  if (units.length > mostEnclosed) return [texts.t('letters.submission.enclosedMany', { count: units.length })]
  return units.map((unit) => texts.t('letters.submission.enclosed', { unit }))
}

/** Writes the draft from what is proposed now, without what was left out; the audit says that it was made. */
export async function writeSubmission({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { texts, store, now, person } = turn
  const { planId, issuerId, to } = answers
  const found = await readProposals(turn, answers)
  const proposals = kept(found?.proposals ?? [], answers)
  if (!found || found.scoped.unitId !== issuerId || proposals.length === 0) {
    if (found) turn.say('letters.submission.none', { count: found.waiting })
    else turn.say('papers.aggregate.chat.refused')
    return 'done'
  }
  const { plan, year, unit } = await paperFacts(turn, { planId, unitId: issuerId, deadlineId: null })
  const issuer = signedBy(await issuerOf(turn, issuerId), answers)
  const proposed = proposals.map(toProposed)
  const enclosures = enclosuresOf(proposals)
  const bytes = await submissionPaper(
    paperTexts(),
    { year, plan, bases: [], to: [to], unit, proposed, enclosures },
    issuer,
  )
  const name = draftFileName(texts.t('letters.submission.file'), plan.shortName)
  const words = texts.t('letters.submission.sent', { plan: plan.shortName, count: proposals.length, to })
  await sendDraft(turn, { bytes, name, words, issuerId })
  const detail = { unitId: issuerId, proposals: proposals.length }
  const subject = `plan:${planId}`
  await store.audit.write({ at: now, by: person?.id ?? null, action: 'plan.submission_drafted', subject, detail })
  return 'done'
}
