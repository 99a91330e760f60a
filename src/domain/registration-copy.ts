import type { Day } from './day.ts'
import type { PlanDraft } from './plan.ts'
import { contentKey } from './registration-body.ts'
import { isWithin } from './registration-fit.ts'

type Line = { section: string | null; content: string; finishDay?: Day | null | undefined }

/** What a copy is held against: the plan as it is now, today, and what this registrant has registered for it already. */
export type CopyOnto = { plan: Pick<PlanDraft, 'contents' | 'period'>; today: Day; taken: ReadonlySet<string> }

/**
 * The lines of an earlier registration as a start for another: a content that is registered already is left out, one that
 * the plan does not have is kept as words of one's own, a day that is past or outside the campaign is asked for again.
 */
export function carryOver<Item extends Line>(items: Item[], { plan, today, taken }: CopyOnto): Item[] {
  const sections = new Map(plan.contents.map(({ section, text }) => [contentKey(text), section]))
  return items
    .filter(({ content }) => !taken.has(contentKey(content)))
    .map((item) => {
      const { finishDay } = item
      const stands = finishDay == null || (finishDay >= today && isWithin(finishDay, plan.period))
      const section = sections.get(contentKey(item.content)) ?? null
      return { ...item, section, finishDay: stands ? finishDay : undefined }
    })
}
