import type { Texts } from '../texts/texts.ts'
import { movementOf } from './campaign.ts'
import { citePlan, type PaperPlan } from './cite-plan.ts'
import { blanks } from './nd30/blanks.ts'
import type { Section } from './nd30/blocks.ts'
import { bases, dashes, ending, listed, prose } from './nd30/body.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { namedDocument, symbolOf } from './nd30/letter.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { PaperUnit } from './paper-unit.ts'
import { commendationList } from './submission/commendation-list.ts'
import { byCommendation, type Proposed } from './submission/proposed.ts'

export type { Proposed } from './submission/proposed.ts'

/** A submission for commendation. `bases`: documents that the agency has loaded, cited in full, without "Căn cứ"; the plan comes last by itself. */
export type Submission = {
  year: number
  plan: PaperPlan
  bases: string[]
  to: string[]
  /** Who submits, inside a sentence. */
  unit: string
  proposed: Proposed[]
  /** What goes with it, as its names stand on the papers. */
  enclosures: string[]
}

const two = (count: number) => String(count).padStart(2, '0')

/** "Giấy khen của Chủ tịch UBND xã: 02 tập thể, 05 cá nhân", a line for each form. */
function countLines(texts: Texts, proposed: Proposed[]): string[] {
  return byCommendation(proposed).map(({ commendation, collectives, people }) => {
    const parts = [
      collectives.length > 0 ? texts.t('papers.submission.collectives', { written: two(collectives.length) }) : '',
      people.length > 0 ? texts.t('papers.submission.people', { written: two(people.length) }) : '',
    ]
    return texts.t('papers.submission.line', { commendation, counts: parts.filter(Boolean).join(', ') })
  })
}

function sectionsOf(texts: Texts, layout: Layout, issuer: PaperUnit | null, submission: Submission): Section[] {
  const { year, plan, to, unit, proposed, enclosures } = submission
  const campaign = movementOf(texts, plan)
  const based = [...submission.bases, citePlan(texts, plan)].map((basis) =>
    texts.t('papers.submission.basis', { basis }),
  )
  const sent = enclosures.length === 0 ? [] : prose(layout, texts.t('papers.submission.enclosed'))
  const blocks = [
    ...bases(layout, based),
    ...prose(layout, texts.t('papers.submission.ask', { unit, campaign, to: to.join(', ') })),
    ...dashes(layout, countLines(texts, proposed)),
    ...sent,
    ...dashes(layout, listed(enclosures)),
    ending(layout, texts.t('papers.submission.close', { unit, to: to.join(', ') })),
  ]
  const kind = { short: 'TTr', name: texts.t('papers.submission.kind') }
  const about = texts.t('papers.submission.about', { campaign })
  const attachedTo = texts.t('papers.appendix.ofSubmission', {
    ...blanks,
    symbol: symbolOf(issuer, 'TTr'),
    year,
    issuer: unit,
  })
  return [
    namedDocument(texts, layout, { issuer, unit, year, to, blocks, kind, about }),
    commendationList(texts, layout, proposed, attachedTo),
  ]
}

/** A draft submission (tờ trình) for commendation, the list of who is proposed as its appendix; a DOCX file. `issuer` null: the content alone. */
export function submissionPaper(
  texts: Texts,
  submission: Submission,
  issuer: PaperUnit | null,
  layout: Layout = defaultLayout,
): Promise<Uint8Array> {
  const title = texts.t('papers.submission.fileTitle', { campaign: movementOf(texts, submission.plan) })
  const sections = sectionsOf(texts, layout, issuer, submission)
  return writePaper({ title, code: null, author: submission.unit, sections }, layout)
}
