import type { AudienceMember } from '../domain/audience.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { laddersKey, laddersSchema, usualLadders } from '../domain/ladders.ts'
import type { Deadline } from '../domain/plan.ts'
import { deadlineOfRound, type Running, roundByKey, runningOf } from '../domain/recurrence.ts'
import { type Rehearsed, rehearse } from '../domain/rehearse.ts'
import type { Plan } from '../store/plan-rows.ts'
import type { Store } from '../store/store.ts'

/** A deadline, whom it binds, and when its plan runs. */
export type BoundDeadline = { plan: string; deadline: Deadline; audience: AudienceMember[]; running?: Running }

/** A morning with what it is about: the deadline (of a round: with its days) and the units bound. */
export type RehearsedMorning = Rehearsed & { plan: string; deadline: Deadline; unitIds: string[] }

/** The coming mornings of deadlines, as long as nothing is recorded, by the ladders as they are set; the first first. */
export async function rehearseDeadlines(
  store: Store,
  bound: BoundDeadline[],
  { calendar, today }: { calendar: Calendar; today: Day },
): Promise<RehearsedMorning[]> {
  const ladders = (await store.settings.get(laddersKey, laddersSchema)) ?? usualLadders
  const office = { calendar, ladders, units: await store.units.all(), memberships: await store.people.memberships() }
  const mornings = bound.flatMap((one) => {
    const unitIds = [...new Set(one.audience.map(({ unitId }) => unitId))]
    const heard = rehearse([{ ...one, id: one.plan }], office, today).filter(({ day }) => day > today)
    return heard.map((morning) => ({
      ...morning,
      ...{ plan: one.plan, deadline: ofRound(one.deadline, morning.round), unitIds },
    }))
  })
  return mornings.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

function ofRound(deadline: Deadline, key: string | null): Deadline {
  const round = key === null ? null : roundByKey(deadline, key)
  return round ? deadlineOfRound(deadline, round) : deadline
}

/** The live deadlines of plans with whom they bind. */
export async function boundOfPlans(store: Store, plans: Plan[]): Promise<BoundDeadline[]> {
  const all = await Promise.all(
    plans.map(async ({ id, shortName: plan, draft }) => {
      const live = await store.plans.deadlinesOf(id)
      const audience = Map.groupBy(
        await store.plans.audienceOf(live.map((one) => one.id)),
        ({ deadlineId }) => deadlineId,
      )
      const running = runningOf(draft)
      return live.map((one) => ({ plan, deadline: one.deadline, audience: audience.get(one.id) ?? [], running }))
    }),
  )
  return all.flat()
}
