import { schedule as wakeEvery } from 'node-cron'
import type { WorkCalendar } from '../chat/work-calendar.ts'
import type { Calendar } from '../domain/calendar.ts'
import { type Clock, dayOf, type Instant } from '../domain/day.ts'
import { isOfficeTime, lastOccasion, lastOpenedDay, nextOccasion, type Reckoning } from '../domain/occasions.ts'
import type { Database } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { TimetableRow } from './job.ts'

export type Schedule = {
  /** Runs what is due up to an instant: of each row only the newest time, whatever was missed before it. */
  runDue(until: Instant): Promise<void>
  /** The next instant at which people may be told something. */
  nextDueAt(after: Instant): Promise<Instant | null>
  start(): void
  stop(): Promise<void>
}

type Scheduling = Pick<Reckoning, 'zone'> & {
  /** One that follows the settings is looked up again before each run: another process may have changed them. */
  calendar: Calendar | WorkCalendar
  database: Pick<Database, 'store' | 'transaction'>
  timetable: TimetableRow[]
  clock: Clock
  /** There may be something to send. */
  ran: () => void
  broke: (row: string, error: unknown) => void
}

const everyMinute = '* * * * *'
const dayMs = 86_400_000

const known = (times: (Instant | null)[]) => times.filter((at) => at !== null)
const newest = (times: (Instant | null)[]) => (known(times).length > 0 ? Math.max(...known(times)) : null)
const earliest = (times: (Instant | null)[]) => (known(times).length > 0 ? Math.min(...known(times)) : null)

/** What is due stands in the store; node-cron only wakes. A first start counts from the clock's instant then. */
export function createSchedule(scheduling: Scheduling): Schedule {
  const { database, timetable, clock, calendar, zone } = scheduling
  const born = clock.now()
  let last = Promise.resolve()
  let task: ReturnType<typeof wakeEvery> | null = null

  // A movable clock that begins anew stands before what was done: from there it counts again, and keys keep all unrepeated.
  const countFrom = (ranFor: Instant | null, until: Instant) =>
    ranFor === null || ranFor > until + dayMs ? born : ranFor
  async function dueAt({ when }: TimetableRow, ranFor: Instant | null, until: Instant, store: Store) {
    const between = { after: countFrom(ranFor, until), until }
    if (when.on === 'setting')
      return newest((await when.read(store)).map((occasion) => lastOccasion(occasion, between, scheduling)))
    if (when.on !== 'store') return lastOccasion(when, between, scheduling)
    // What the store holds is taken out when it is done: all that stands there up to now is due.
    const at = await when.next(store, 0)
    return at !== null && at <= until ? at : null
  }

  async function runRow(row: TimetableRow, until: Instant): Promise<void> {
    const ran = await database.store.jobRuns.ranFor(row.name)
    if (ran !== null && (await dueAt(row, ran, until, database.store)) === null) return
    await database.transaction(async (store) => {
      const ranFor = await store.jobRuns.ranFor(row.name)
      if (ranFor === null) await store.jobRuns.record(row.name, born)
      const at = await dueAt(row, ranFor, until, store)
      if (at === null || !(row.quiet || isOfficeTime(until, scheduling))) return
      const since = lastOpenedDay(countFrom(ranFor, until), scheduling)
      await row.job({ store, now: until, today: dayOf(until, zone), since, calendar, zone })
      await store.jobRuns.record(row.name, at)
    })
  }

  async function runAll(until: Instant): Promise<void> {
    const broke = (row: string) => (error: unknown) => scheduling.broke(row, error)
    if ('reload' in calendar) await calendar.reload(database.store).catch(broke('calendar'))
    for (const row of timetable) await runRow(row, until).catch(broke(row.name))
    scheduling.ran()
  }

  /** One run after another, so that none sees half of the one before. */
  function runDue(until: Instant): Promise<void> {
    last = last.then(() => runAll(until))
    return last
  }

  async function nextTimes(when: TimetableRow['when'], after: Instant): Promise<(Instant | null)[]> {
    if (when.on === 'store') return [await when.next(database.store, after)]
    const occasions = when.on === 'setting' ? await when.read(database.store) : [when]
    return occasions.map((occasion) => nextOccasion(occasion, after, scheduling))
  }

  return {
    runDue,
    async nextDueAt(after) {
      const heard = timetable.filter(({ quiet }) => !quiet)
      const times = await Promise.all(heard.map(({ when }) => nextTimes(when, after)))
      return earliest(times.flat())
    },
    start() {
      const wake = () => runDue(clock.now())
      void wake()
      task = wakeEvery(everyMinute, wake, { noOverlap: true })
    },
    async stop() {
      await task?.destroy()
      await last
    },
  }
}
