import { createMovableClock } from './clock.ts'
import { officeCalendar } from './domain/calendar.ts'
import { type Day, instantOf } from './domain/day.ts'
import { firstWorkingInstant } from './domain/occasions.ts'
import type { PlanDraft } from './domain/plan.ts'
import { identityOf } from './domain/plan-identity.ts'
import { isOver } from './domain/plan-review.ts'
import { createSchedule } from './jobs/schedule.ts'
import { timetable } from './jobs/timetable.ts'
import { createClockMover } from './move-clock.ts'
import { createPostbox, type Line } from './replay-postbox.ts'
import { loadSampleAgency } from './sample/agency.ts'
import { type Database, openDatabase } from './store/database.ts'
import { sqliteDialect } from './store/sqlite.ts'
import { createTexts } from './texts/texts.ts'

export type ReplayPlan = { name: string; draft: PlanDraft; text: string }
export type Replay = { from: Day; to: Day; plans: ReplayPlan[]; zone: string; print: (line: Line) => void }

/** Plays a stretch of days over the sample agency, in memory, through the real jobs: plans bind everybody, nobody registers. */
export async function replay({ from, to, plans, zone, print }: Replay): Promise<void> {
  const calendar = officeCalendar()
  const first = firstWorkingInstant(from, { calendar, zone })
  const clock = createMovableClock(first - 1)
  const database = await openDatabase(sqliteDialect(':memory:'))
  await loadSampleAgency(database.store, clock.now())
  const failures: unknown[] = []
  const schedule = createSchedule({
    ...{ database, timetable, clock, calendar, zone },
    ran: () => {},
    broke: (_row, error) => void failures.push(error),
  })
  const postbox = createPostbox({ database, clock, calendar, zone, texts: createTexts(), print })
  await schedule.runDue(clock.now())
  const end = instantOf(to, '23:59', zone)
  if (first <= end) {
    clock.set(first)
    for (const plan of plans) await postbox.announce(await publish(database, plan, first))
    await schedule.runDue(first)
    await createClockMover({ ...schedule, clock, settle: postbox.send })(end)
  }
  await database.close()
  if (failures.length > 0) throw failures[0]
}

/** Publishes a plan for all units, each person of them bound by every deadline that is still to be met. */
const publish = ({ transaction }: Database, { name, draft, text }: ReplayPlan, at: number): Promise<string> =>
  transaction(async (store) => {
    const audience = (await store.units.all()).map(({ id }) => ({ unitId: id, subject: 'person' as const }))
    const deadlines = draft.deadlines.filter((one) => !isOver(one)).map((deadline) => ({ deadline, audience }))
    const identity = identityOf(draft, text)
    const plan = { shortName: name, draft, identity, unique: false, file: null, deadlines, by: null, at }
    return (await store.plans.publish(plan)).planId
  })
