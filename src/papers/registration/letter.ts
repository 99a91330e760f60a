import type { Texts } from '../../texts/texts.ts'
import { campaignOf } from '../campaign.ts'
import { citePlan } from '../cite-plan.ts'
import { blanks } from '../nd30/blanks.ts'
import type { Paper } from '../nd30/blocks.ts'
import { ending, prose } from '../nd30/body.ts'
import type { Layout } from '../nd30/layout.ts'
import { letter, symbolOf } from '../nd30/letter.ts'
import type { PaperUnit } from '../paper-unit.ts'
import { appendices, pointAt } from './appendices.ts'
import { countsText, honourLines, partsOf, whoDecides } from './contents.ts'
import type { UnitRegistration } from './registration.ts'

/** The letter of an agency with a seal, its contents and people in appendices. */
export function registrationLetter(
  texts: Texts,
  layout: Layout,
  issuer: PaperUnit,
  registration: UnitRegistration,
): Paper {
  const { body, plan, unit, year, to, code } = registration
  const campaign = campaignOf(texts, plan)
  const parts = partsOf(texts, unit, body)
  const about = texts.t('papers.registration.about', { campaign })
  const opening = texts.t('papers.registration.opening', {
    plan: citePlan(texts, plan),
    unit,
    campaign,
    counts: countsText(texts, body),
    appendix: pointAt(texts, parts),
  })
  const blocks = [
    ...prose(layout, opening),
    ...honourLines(texts, body).flatMap((line) => prose(layout, line)),
    ending(layout, texts.t('papers.registration.close', { unit, to: whoDecides(texts, to) })),
  ]
  const attachedTo = texts.t('papers.appendix.ofLetter', {
    ...blanks,
    symbol: symbolOf(issuer, null),
    year,
    issuer: unit,
  })
  return {
    title: texts.t('papers.registration.fileTitle', { unit, campaign }),
    code,
    author: unit,
    sections: [
      letter(texts, layout, { issuer, unit, year, about, to, blocks }),
      ...appendices(texts, layout, parts, attachedTo),
    ],
  }
}
