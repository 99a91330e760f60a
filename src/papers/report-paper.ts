import type { ReportPaper } from '../domain/report.ts'
import { capitalise } from '../texts/capitalise.ts'
import type { Texts } from '../texts/texts.ts'
import { movementOf } from './campaign.ts'
import { citePlan, type PaperPlan } from './cite-plan.ts'
import type { Block, Paper, Section } from './nd30/blocks.ts'
import { ending, heading, prose } from './nd30/body.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { namedDocument } from './nd30/letter.ts'
import { ownHand, type Writer } from './nd30/own-hand.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { PaperUnit } from './paper-unit.ts'
import { assessmentPart, resultsPart, workText } from './report/parts.ts'

/** A report with what its paper needs beside: the plan, to whom, the year of signing; of a person also the place and who confirms. */
export type ReportToSign = ReportPaper &
  Pick<Writer, 'place' | 'confirmer'> & { plan: PaperPlan; to: string[]; year: number }

function bodyOf(texts: Texts, layout: Layout, report: ReportToSign, campaign: string): Block[] {
  const { plan, totals, subject, unit, to } = report
  const who = subject === 'person' ? texts.t('papers.report.me') : unit
  const opening = texts.t('papers.report.opening', { plan: citePlan(texts, plan), who, campaign })
  const address = to.length > 0 ? 'papers.report.closeTo' : 'papers.report.close'
  return [
    ...prose(layout, opening),
    heading(layout, 1, texts.t('papers.report.part.work')),
    ...prose(layout, workText(texts, capitalise(who), totals)),
    ...resultsPart(texts, layout, report),
    ...assessmentPart(texts, layout, report),
    ending(layout, texts.t(address, { campaign, who, to: to.join(', ') })),
  ]
}

function sectionOf(texts: Texts, layout: Layout, report: ReportToSign, issuer: PaperUnit | null): Section {
  const campaign = movementOf(texts, report.plan)
  const blocks = bodyOf(texts, layout, report, campaign)
  const round = report.round === null ? '' : ` ${report.round}`
  const about = texts.t('papers.report.about', { campaign, round })
  const name = texts.t('papers.report.kind')
  if (report.subject === 'person') {
    const { person, position, unit } = report
    const role = texts.t('papers.report.role')
    return ownHand(texts, layout, {
      ...report,
      person: { name: person, position, unit },
      kind: name,
      about,
      role,
      blocks,
    })
  }
  return namedDocument(texts, layout, { ...report, issuer, kind: { short: 'BC', name }, about, blocks })
}

/**
 * A report as the paper to sign: how it was gone about, what came of it with the table registered – achieved –
 * evidence, what hindered and who is proposed. `issuer` null: the content alone, since how the unit's papers look is unknown.
 */
export function layReport(
  texts: Texts,
  report: ReportToSign,
  issuer: PaperUnit | null,
  layout: Layout = defaultLayout,
): Paper {
  const who = report.subject === 'person' ? report.person : report.unit
  const title = texts.t('papers.report.fileTitle', { campaign: movementOf(texts, report.plan), who })
  const sections = [sectionOf(texts, layout, report, issuer)]
  return { title, code: report.code, author: report.unit, sections }
}

/** The same as a DOCX file. */
export const reportPaper = (...of: Parameters<typeof layReport>): Promise<Uint8Array> =>
  writePaper(layReport(...of), of[3])
