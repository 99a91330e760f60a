import type { Day } from '../domain/day.ts'
import { missingUnder } from '../domain/due-reminders.ts'
import { headRung } from '../domain/ladder.ts'
import { isCourteous, isOpen, type Obligation, remindedOf } from '../domain/obligation.ts'
import type { Store } from '../store/store.ts'
import type { Composing } from './composed.ts'

/** One deadline that a reminder is about, as things stand when it is sent. */
export type Matter = Pick<Obligation, 'deadlineId' | 'planId' | 'plan' | 'kind' | 'deadline'> & {
  lastDay: Day
  isPast: boolean
  /** Nothing is recorded for the person, or for these units whose papers the person draws up. */
  own: boolean
  units: string[]
  /** How many others in the person's charge are missing: heads are told once. */
  missing: number
  courteous: boolean
  draft: { done: number; of: number | null } | null
}

/** What a queued reminder still has to say: without what was met, put off or moved since. */
export async function readMatters(store: Store, key: string, composing: Composing): Promise<Matter[]> {
  const { member, today } = composing
  const reminders = await store.reminders.ofMessage(key)
  const deadlineIds = [...new Set(reminders.map(({ deadlineId }) => deadlineId))]
  const obligations = await store.obligations.find({ deadlineIds })
  const [memberships, units] = [await store.people.memberships(), await store.units.all()]
  const quiet = (await store.reminders.pausesAfter(today)).filter(({ personId }) => personId === member.id)

  const matters: Matter[] = []
  for (const [deadlineId, all] of Map.groupBy(obligations, (one) => one.deadlineId)) {
    const ofDeadline = reminders.filter((one) => one.deadlineId === deadlineId)
    const [first] = all
    const lastDay = first?.lastDay
    if (!first || !lastDay || !ofDeadline.some(({ revision }) => revision === first.revision)) continue
    const isQuiet = quiet.some((pause) => pause.deadlineId === deadlineId)
    const bound = isQuiet ? [] : all.filter((one) => isOpen(one) && remindedOf(one, memberships).includes(member.id))
    const isHead = ofDeadline.some(({ rung }) => rung === headRung) && today <= lastDay
    const missing = isHead ? missingUnder(member.id, deadlineId, { obligations, units, memberships }) : 0
    if (bound.length === 0 && missing === 0) continue
    const { planId, plan, kind, deadline } = first
    matters.push({
      ...{ deadlineId, planId, plan, kind, deadline, lastDay, missing },
      isPast: today > lastDay,
      own: bound.some(({ personId }) => personId === member.id),
      units: bound.filter(({ personId }) => personId === null).map(({ unitName }) => unitName),
      courteous: bound.some((one) => isCourteous(one, member.id, units, memberships)),
      draft: (kind === 'registration' && (await composing.draftOf?.(planId))) || null,
    })
  }
  return matters
}
