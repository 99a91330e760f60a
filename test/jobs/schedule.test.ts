import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMovableClock, type MovableClock } from '../../src/clock.ts'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { type Instant, instantFrom, isoOf } from '../../src/domain/day.ts'
import type { Run, TimetableRow } from '../../src/jobs/job.ts'
import { createSchedule } from '../../src/jobs/schedule.ts'
import { timetable } from '../../src/jobs/timetable.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (text: string) => instantFrom(`${text}:00+07:00`) as Instant

let database: Database
let clock: MovableClock
let runs: string[]
let broken: string[]

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  clock = createMovableClock(at('2024-04-04T08:00'))
  runs = []
  broken = []
})
afterEach(() => database.close())

const note =
  (name: string) =>
  async ({ now, since }: Run) =>
    void runs.push(`${name} ${isoOf(now, zone).slice(0, 16)} since ${since}`)

const rows: TimetableRow[] = [
  { name: 'morning', when: { on: 'workday', time: '07:30' }, job: note('morning') },
  { name: 'monday', when: { on: 'weekday', weekday: 1, time: '07:30' }, job: note('monday') },
  { name: 'night', when: { on: 'day', time: '02:00' }, quiet: true, job: note('night') },
]

const schedule = (timetable = rows) =>
  createSchedule({
    ...{ database, timetable, clock, calendar: officeCalendar(), zone },
    ran: () => {},
    broke: (row) => void broken.push(row),
  })

/** The clock comes to an instant and the program, if it runs, wakes. */
async function wakeAt(text: string, running = schedule()) {
  clock.set(at(text))
  await running.runDue(clock.now())
}

test('a first start runs nothing of the past', async () => {
  await schedule().runDue(clock.now())
  expect(runs).toEqual([])
})

test('what comes due runs once, in the order of the timetable', async () => {
  const running = schedule()
  await running.runDue(clock.now())
  await wakeAt('2024-04-05T07:30', running)
  await wakeAt('2024-04-05T07:31', running)
  await wakeAt('2024-04-08T07:30', running)
  expect(runs).toEqual([
    'morning 2024-04-05T07:30 since 2024-04-04',
    'night 2024-04-05T07:30 since 2024-04-04',
    'morning 2024-04-08T07:30 since 2024-04-05',
    'monday 2024-04-08T07:30 since 2024-04-04',
    'night 2024-04-08T07:30 since 2024-04-04',
  ])
})

test('another process knows what was done, and does what was missed once', async () => {
  await schedule().runDue(clock.now())
  await wakeAt('2024-04-05T07:30', schedule())
  runs = []
  await wakeAt('2024-04-10T09:00', schedule())
  await wakeAt('2024-04-10T09:01', schedule())
  expect(runs.filter((run) => run.startsWith('m'))).toEqual([
    'morning 2024-04-10T09:00 since 2024-04-05',
    'monday 2024-04-10T09:00 since 2024-04-04',
  ])
})

test('a movable clock that begins anew, before what was done, counts from there', async () => {
  await schedule().runDue(clock.now())
  await wakeAt('2024-06-03T07:30')
  runs = []
  clock = createMovableClock(at('2024-04-04T08:00'))
  const running = schedule()
  await running.runDue(clock.now())
  await wakeAt('2024-04-05T07:30', running)
  expect(runs).toContain('morning 2024-04-05T07:30 since 2024-04-04')
})

test('nobody is written to outside office hours: it waits for the next working morning', async () => {
  await schedule().runDue(clock.now())
  await wakeAt('2024-04-05T18:00')
  expect(runs).toEqual(['night 2024-04-05T18:00 since 2024-04-04'])
  await wakeAt('2024-04-08T07:30')
  expect(runs).toContain('morning 2024-04-08T07:30 since 2024-04-04')
})

test('a job that breaks is told of, leaves nothing half written, and stops no other', async () => {
  const failing: TimetableRow = {
    name: 'failing',
    when: { on: 'workday', time: '07:30' },
    job: async ({ store, now }) => {
      await store.audit.write({ at: now, by: null, action: 'half', subject: 'job' })
      throw new Error('broken')
    },
  }
  const running = schedule([failing, ...rows])
  await running.runDue(clock.now())
  await wakeAt('2024-04-05T07:30', running)
  expect(broken).toEqual(['failing'])
  expect(runs).toContain('morning 2024-04-05T07:30 since 2024-04-04')
  expect(await database.store.audit.about('job')).toEqual([])
  await wakeAt('2024-04-05T07:31', running)
  expect(broken).toEqual(['failing', 'failing'])
})

test('the next event is the next at which people hear something', async () => {
  expect(await schedule().nextDueAt(at('2024-04-05T08:00'))).toBe(at('2024-04-08T07:30'))
  expect(await schedule(timetable).nextDueAt(at('2024-04-05T08:00'))).toBe(at('2024-04-05T15:30'))
})

test('it wakes at its start, and stops without leaving a timer', async () => {
  const running = schedule()
  running.start()
  await running.stop()
  expect(await database.store.jobRuns.ranFor('morning')).toBe(at('2024-04-04T08:00'))
})
