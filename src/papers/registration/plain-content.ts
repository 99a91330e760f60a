import type { Texts } from '../../texts/texts.ts'
import { campaignOf } from '../campaign.ts'
import { citePlan } from '../cite-plan.ts'
import type { Paper } from '../nd30/blocks.ts'
import { clause, prose } from '../nd30/body.ts'
import type { Layout } from '../nd30/layout.ts'
import { title } from '../nd30/title.ts'
import { countsText, honourLines, partsOf } from './contents.ts'
import type { UnitRegistration } from './registration.ts'

/**
 * The content alone, for the Party and mass organisations: their own rules say what stands above and below it, so there
 * is no national name, no number and nobody who signs.
 */
export function plainContent(texts: Texts, layout: Layout, registration: UnitRegistration): Paper {
  const { body, plan, unit, code } = registration
  const campaign = campaignOf(texts, plan)
  const parts = partsOf(texts, unit, body)
  const opening = texts.t('papers.registration.form', {
    plan: citePlan(texts, plan),
    unit,
    campaign,
    counts: countsText(texts, body),
    appendix: '',
  })
  const top = [
    ...title(layout, texts.t('papers.registration.plainKind'), campaign),
    ...prose(layout, opening),
    ...honourLines(texts, body).flatMap((line) => prose(layout, line)),
  ]
  const landscape = parts.some(({ isWide }) => isWide)
  const tables = parts.flatMap(({ title, table }, index) => [clause(layout, index + 1, title), table])
  return {
    title: texts.t('papers.registration.fileTitle', { unit, campaign }),
    code,
    author: unit,
    sections: [{ landscape, blocks: [...top, ...tables] }],
  }
}
