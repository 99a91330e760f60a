import type { Texts } from '../../texts/texts.ts'
import { campaignOf } from '../campaign.ts'
import { citePlan } from '../cite-plan.ts'
import { blanks } from '../nd30/blanks.ts'
import type { Paper } from '../nd30/blocks.ts'
import { clause, ending, prose } from '../nd30/body.ts'
import { head } from '../nd30/head.ts'
import type { Layout } from '../nd30/layout.ts'
import { foot } from '../nd30/signature.ts'
import { addressees, title } from '../nd30/title.ts'
import type { PaperUnit } from '../paper-unit.ts'
import { appendices, pointAt } from './appendices.ts'
import { countsText, honourLines, partsOf } from './contents.ts'
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
  const opening = texts.t('papers.registration.form', {
    plan: citePlan(texts, plan),
    unit,
    campaign,
    counts: countsText(texts, body),
    appendix: pointAt(texts, apart),
  })
  const recipients = [texts.t('papers.foot.asAbove'), texts.t('papers.foot.keptAt', { unit })]
  const blocks = [
    head(texts, layout, { ...issuer, year, number: null, about: null }),
    ...title(layout, texts.t('papers.registration.kind'), campaign),
    ...addressees(texts, layout, to),
    ...prose(layout, opening),
    ...inside.flatMap(({ title, table }, index) => [clause(layout, index + 1, title), table]),
    ...honourLines(texts, body).flatMap((line) => prose(layout, line)),
    ending(layout, texts.t('papers.registration.close', { unit, to: to[0] ?? '' })),
    foot(layout, issuer.signer, { label: texts.t('papers.foot.recipients'), lines: recipients }),
  ]
  const attachedTo = texts.t('papers.appendix.ofForm', { ...blanks, year, issuer: unit })
  return {
    title: texts.t('papers.registration.fileTitle', { unit, campaign }),
    code,
    author: unit,
    sections: [{ landscape: false, blocks }, ...appendices(texts, layout, apart, attachedTo)],
  }
}
