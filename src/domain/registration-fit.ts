import type { Day } from './day.ts'
import type { Period, PlanDraft } from './plan.ts'
import { contentKey, type RegistrationBody } from './registration-body.ts'

/** What of a registration no longer fits its plan: a content that the plan has no more, a day outside its period. */
export type Misfit = { kind: 'content'; content: string } | { kind: 'day'; content: string; day: Day }

/** Is a day within the time of the campaign, as far as the plan names one? */
export const isWithin = (day: Day, period: Period | null): boolean =>
  (period?.start == null || day >= period.start) && (period?.end == null || day <= period.end)

/** Every misfit once, in the order of the paper. Words of one's own fit any plan. */
export function misfitsOf(
  { items }: Pick<RegistrationBody, 'items'>,
  plan: Pick<PlanDraft, 'contents' | 'period'>,
): Misfit[] {
  const known = new Set(plan.contents.map(({ text }) => contentKey(text)))
  const found = items.flatMap(({ contentSection, content, finishDay }): Misfit[] => [
    ...(contentSection !== null && !known.has(contentKey(content)) ? [{ kind: 'content' as const, content }] : []),
    ...(finishDay !== null && !isWithin(finishDay, plan.period)
      ? [{ kind: 'day' as const, content, day: finishDay }]
      : []),
  ])
  return [...new Map(found.map((misfit) => [JSON.stringify(misfit), misfit])).values()]
}
