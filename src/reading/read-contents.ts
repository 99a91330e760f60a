import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { fold } from './fold.ts'
import {
  depthOf,
  innermost,
  itemsOf,
  labelOf,
  naming,
  type Section,
  saidBehindLabel,
  sectionsNamed,
  wordsOf,
} from './sections.ts'

type Stated = { section: string; text: string }

const stated = (sections: readonly Section[]): Stated[] =>
  sections.flatMap((section) =>
    itemsOf(section).map((item) => ({
      section: item.section,
      text: item === section.opening ? saidBehindLabel(item) : wordsOf(item),
    })),
  )

const isChange = (label: string): boolean => /dieu chinh|bo sung|sua doi/.test(label)

/** `Nội dung thi đua`, `NỘI DUNG PHONG TRÀO` go before a bare `Nội dung`. */
const isOfCampaign = ({ opening }: Section): boolean =>
  /thi dua|phong trao|dot |chuyen de/.test(fold(labelOf(opening) ?? ''))

/** The deepest of the sections, with its fellows under the same heading. */
function deepest(sections: readonly Section[]): Section[] {
  const found = innermost(sections)
  const best = found.toSorted((a, b) => depthOf(b) - depthOf(a))[0]
  const parent = best?.opening.headings.join('\n')
  return found.filter(({ opening }) => opening.headings.join('\n') === parent)
}

const aboutContents = naming('noi dung')
const aboutGroups = naming('doi tuong(?! khac)')
const aboutTasks = naming('nhiem vu')

/** `- Nội dung: rà soát …` in a list is no section of the plan. */
const isListed = ({ opening }: Section): boolean => /^[-–+•*]/.test(opening.text)

const campaignSections = (clauses: readonly Clause[], about: RegExp): Section[] =>
  sectionsNamed(clauses, (label) => about.test(label) && !isChange(label)).filter((section) => !isListed(section))

/** What people compete in: the items of the deepest section on nội dung (of the campaign first), else on nhiệm vụ. */
export function readContents(clauses: readonly Clause[]): PlanDraft['contents'] {
  const contents = campaignSections(clauses, aboutContents)
  const ofCampaign = contents.filter(isOfCampaign)
  const tasks = contents.length ? [] : campaignSections(clauses, aboutTasks)
  const first = [ofCampaign, contents, tasks].find((sections) => sections.length > 0)
  return stated(deepest(first ?? []))
}

/** Whom the campaign is for: the items of the sections on đối tượng, those of the commendation left aside. */
export function readTargetGroups(clauses: readonly Clause[]): PlanDraft['targetGroups'] {
  const named = sectionsNamed(clauses, (label) => aboutGroups.test(label))
  const campaign = named.filter(({ opening }) => !/khen thuong/.test(fold(labelOf(opening) ?? '')))
  return stated(innermost(campaign))
}
