import { capitalise } from '../../texts/capitalise.ts'
import type { Texts } from '../../texts/texts.ts'
import { campaignOf } from '../campaign.ts'
import { citePlan } from '../cite-plan.ts'
import { gap, type Paper } from '../nd30/blocks.ts'
import { clause, prose } from '../nd30/body.ts'
import type { Layout } from '../nd30/layout.ts'
import { plainDocument } from '../nd30/plain.ts'
import { countsText, honourLines, partsOf } from './contents.ts'
import type { UnitRegistration } from './registration.ts'

/** What a unit registers, the content alone; in landscape where a table is wide. */
export function plainContent(texts: Texts, layout: Layout, registration: UnitRegistration): Paper {
  const { body, plan, unit, code } = registration
  const campaign = campaignOf(texts, plan)
  const parts = partsOf(texts, unit, body)
  const opening = texts.t('papers.registration.opening', {
    plan: citePlan(texts, plan),
    unit,
    campaign,
    counts: countsText(texts, body),
    appendix: '',
  })
  const top = [...prose(layout, opening), ...honourLines(texts, body).flatMap((line) => prose(layout, line))]
  const words = { kind: texts.t('papers.registration.plainKind'), about: capitalise(campaign) }
  const landscape = parts.some(({ isWide }) => isWide)
  const tables = parts.flatMap(({ title, table }, index) => [clause(layout, index + 1, title), table, gap])
  return {
    title: texts.t('papers.registration.fileTitle', { unit, campaign }),
    code,
    author: unit,
    sections: [plainDocument(layout, { ...words, blocks: [...top, ...tables] }, landscape)],
  }
}
