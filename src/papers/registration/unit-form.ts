import { capitalise } from '../../texts/capitalise.ts'
import type { Texts } from '../../texts/texts.ts'
import { campaignOf } from '../campaign.ts'
import { citePlan } from '../cite-plan.ts'
import { blanks } from '../nd30/blanks.ts'
import { gap, type Paper } from '../nd30/blocks.ts'
import { clause, ending, prose } from '../nd30/body.ts'
import type { Layout } from '../nd30/layout.ts'
import { namedDocument } from '../nd30/letter.ts'
import type { PaperUnit } from '../paper-unit.ts'
import { appendices, pointAt } from './appendices.ts'
import { countsText, honourLines, partsOf, whoDecides } from './contents.ts'
import type { UnitRegistration } from './registration.ts'

/** The form of a unit without a seal: no number, signed by its head; what is too wide for the page is an appendix. */
export function registrationForm(
  texts: Texts,
  layout: Layout,
  issuer: PaperUnit,
  registration: UnitRegistration,
): Paper {
  const { body, plan, unit, year, to, code } = registration
  const campaign = campaignOf(texts, plan)
  const parts = partsOf(texts, unit, body)
  const inside = parts.filter(({ isWide }) => !isWide)
  const apart = parts.filter(({ isWide }) => isWide)
  const opening = texts.t('papers.registration.opening', {
    plan: citePlan(texts, plan),
    unit,
    campaign,
    counts: countsText(texts, body),
    appendix: pointAt(texts, apart),
  })
  const blocks = [
    ...prose(layout, opening),
    ...inside.flatMap(({ title, table }, index) => [clause(layout, index + 1, title), table, gap]),
    ...honourLines(texts, body).flatMap((line) => prose(layout, line)),
    ending(layout, texts.t('papers.registration.close', { unit, to: whoDecides(texts, to) })),
  ]
  const words = { kind: { short: '', name: texts.t('papers.registration.kind') }, about: capitalise(campaign) }
  const attachedTo = texts.t('papers.appendix.ofForm', { ...blanks, year, issuer: unit })
  return {
    title: texts.t('papers.registration.fileTitle', { unit, campaign }),
    code,
    author: unit,
    sections: [
      namedDocument(texts, layout, { issuer, unit, year, to, blocks, ...words }),
      ...appendices(texts, layout, apart, attachedTo),
    ],
  }
}
