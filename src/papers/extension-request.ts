import type { Day } from '../domain/day.ts'
import type { Texts } from '../texts/texts.ts'
import { campaignOf } from './campaign.ts'
import { citePlan, decreeDay, type PaperPlan } from './cite-plan.ts'
import { blanks } from './nd30/blanks.ts'
import { ending, prose, withoutEnd } from './nd30/body.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { letter } from './nd30/letter.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { PaperUnit } from './paper-unit.ts'

/** A letter to the plan's issuer. Days that are not known or not decided (null) are left to who signs. */
export type ExtensionRequest = {
  year: number
  plan: PaperPlan
  kind: 'registration' | 'report'
  /** The plan's deadline in words: "trước ngày 10/04/2024". */
  deadline: string
  arrivedOn: Day | null
  /** Working days between its arrival and the last safe day; null where either is unknown. */
  workdaysLeft: number | null
  proposed: Day | null
  /** Why, in the words of who asks; null: the paragraph is left to who signs. */
  reason: string | null
  to: string[]
  /** Who asks, inside a sentence. */
  unit: string
}

/** What is told of the plan's arrival: nothing that is not known. */
function arrivalText(texts: Texts, { unit, arrivedOn, workdaysLeft }: ExtensionRequest): string {
  if (arrivedOn === null) return ''
  const values = { unit, day: decreeDay(texts, arrivedOn), count: workdaysLeft ?? 0 }
  return texts.t(workdaysLeft === null ? 'papers.extension.arrived' : 'papers.extension.arrivedLate', values)
}

/** A draft letter that asks for more time, a DOCX file. It finds no fault with the plan. `issuer` null: the content alone. */
export function extensionRequest(
  texts: Texts,
  request: ExtensionRequest,
  issuer: PaperUnit | null,
  layout: Layout = defaultLayout,
): Promise<Uint8Array> {
  const { plan, kind, deadline, proposed, reason, to, unit, year } = request
  const campaign = campaignOf(texts, plan)
  const work = texts.t(`papers.extension.work.${kind}`, { campaign })
  const day = proposed === null ? texts.t('papers.blankDay', { ...blanks, year }) : decreeDay(texts, proposed)
  const why = reason === null ? texts.t('papers.extension.reasonBlank') : withoutEnd(reason)
  const about = texts.t('papers.extension.about', { work })
  const blocks = [
    ...prose(layout, texts.t('papers.extension.deadline', { plan: citePlan(texts, plan), work, deadline })),
    ...prose(layout, arrivalText(texts, request)),
    ...prose(layout, texts.t('papers.extension.reason', { reason: why })),
    ending(layout, texts.t('papers.extension.ask', { unit, to: to.join(', '), work, day })),
  ]
  const title = texts.t('papers.extension.fileTitle', { work })
  const sections = [letter(texts, layout, { issuer, unit, year, about, to, blocks })]
  return writePaper({ title, code: null, author: unit, sections }, layout)
}
