import type { Day } from '../domain/day.ts'
import type { UnitRelation } from '../domain/unit.ts'
import type { Texts } from '../texts/texts.ts'
import { campaignOf } from './campaign.ts'
import { citePlan, decreeDay, type PaperPlan } from './cite-plan.ts'
import { blanks } from './nd30/blanks.ts'
import type { Paper, Section } from './nd30/blocks.ts'
import { ending, prose } from './nd30/body.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { letter } from './nd30/letter.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { PaperUnit } from './paper-unit.ts'
import { bodiesList } from './urging/bodies-list.ts'

/** Bodies above are not urged: they cannot be named here. */
export type UrgedUnit = { name: string; relation: Exclude<UnitRelation, 'superior'> }

/** A letter of urging. `asOf`: until when nothing was recorded; `until`: the day asked for, null: left to who signs. */
export type UrgingLetter = {
  year: number
  plan: PaperPlan
  kind: 'registration' | 'report'
  /** The plan's deadline in words: "trước ngày 10/04/2024". */
  deadline: string
  asOf: Day
  until: Day | null
  units: UrgedUnit[]
  /** The issuer's name inside a sentence, and whom to ask. */
  unit: string
  office: string
  phone: string | null
}

/** How many bodies a letter still names one below the other; more of them stand in an appendix. */
const mostNamed = 12

/** Those who may be urged, coordinating bodies first: what is superior is left out. */
export const urgedUnits = (units: { name: string; relation: UnitRelation }[]): UrgedUnit[] =>
  (['coordinating', 'subordinate'] as const).flatMap((relation) =>
    units.filter((unit) => unit.relation === relation).map(({ name }) => ({ name, relation })),
  )

function requests(texts: Texts, { kind, units, until, year, office }: UrgingLetter, areMany: boolean): string[] {
  const day = until === null ? texts.t('papers.blankDay', { ...blanks, year }) : decreeDay(texts, until)
  const paper = texts.t(`papers.urging.paper.${kind}`)
  return (['coordinating', 'subordinate'] as const).flatMap((relation) => {
    const names = units.filter((unit) => unit.relation === relation).map(({ name }) => name)
    if (names.length === 0) return []
    const bodies = areMany ? texts.t(`papers.urging.listed.${relation}`) : names.join('; ')
    return [texts.t(`papers.urging.ask.${relation}`, { bodies, paper, day, office })]
  })
}

function sectionsOf(texts: Texts, layout: Layout, issuer: PaperUnit | null, urging: UrgingLetter): Section[] {
  const { plan, kind, deadline, asOf, units, unit, office, phone, year } = urging
  const campaign = campaignOf(texts, plan)
  const paper = texts.t(`papers.urging.paper.${kind}`)
  const areMany = units.length > mostNamed
  const values = { plan: citePlan(texts, plan), campaign, paper, deadline, office, day: decreeDay(texts, asOf) }
  const contact = texts.t(phone === null ? 'papers.urging.contact' : 'papers.urging.contactPhone', {
    office,
    phone: phone?.replaceAll(' ', '\u00a0'),
  })
  const blocks = [
    ...prose(layout, texts.t('papers.urging.deadline', values)),
    ...prose(layout, texts.t('papers.urging.missing', values)),
    ...requests(texts, urging, areMany).flatMap((request) => prose(layout, request)),
    ending(layout, contact),
  ]
  const to = areMany ? [texts.t('papers.urging.listed.all')] : units.map(({ name }) => name)
  const about = texts.t('papers.urging.about', { paper, campaign })
  const first = letter(texts, layout, { issuer, unit, year, about, to, blocks })
  return areMany ? [first, bodiesList(texts, layout, { units, issuer, unit, year })] : [first]
}

/**
 * A draft letter that asks the units for which nothing is recorded, each by its name, in the words due to subordinate
 * units and to coordinating bodies; who signs is the issuer's leader. A DOCX file. `issuer` null: how its papers look is not known,
 * so it is the content alone.
 */
export function urgingLetter(
  texts: Texts,
  urging: UrgingLetter,
  issuer: PaperUnit | null,
  layout: Layout = defaultLayout,
): Promise<Uint8Array> {
  const title = texts.t('papers.urging.fileTitle', { campaign: campaignOf(texts, urging.plan) })
  const paper: Paper = { title, code: null, author: urging.unit, sections: sectionsOf(texts, layout, issuer, urging) }
  return writePaper(paper, layout)
}
