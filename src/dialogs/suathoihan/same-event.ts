import type { Turn } from '../../chat/turn.ts'
import { onEventDay, waitForSameDay } from '../../domain/event-day.ts'
import type { Deadline } from '../../domain/plan.ts'
import type { Answers } from './answers.ts'

/** The plan's other deadlines that wait for the day just entered, as they were and as they become. */
export async function sameEvent(
  { store, calendar }: Pick<Turn, 'store' | 'calendar'>,
  { planId, deadlineId, was: chosen, eventDay }: Answers,
): Promise<{ id: string; was: Deadline; deadline: Deadline }[]> {
  if (!chosen || !eventDay) return []
  const live = await store.plans.deadlinesOf(planId)
  return live
    .filter(({ id, deadline }) => id !== deadlineId && waitForSameDay(chosen, deadline))
    .map(({ id, deadline: was }) => ({ id, was, deadline: onEventDay(was, eventDay, calendar) }))
}
