import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkCalendar, officeHoursKey } from '../../src/chat/work-calendar.ts'
import { createMovableClock } from '../../src/clock.ts'
import { type Instant, instantFrom } from '../../src/domain/day.ts'
import { officeDaysKey } from '../../src/domain/office-days.ts'
import { createSchedule } from '../../src/jobs/schedule.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

let database: Database
beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
})
afterEach(() => database.close())

const storm = { off: ['2028-03-15'], madeUp: ['2028-03-18'], notices: [], byHand: ['2028-03-15', '2028-03-18'] }

test('until it is told, the calendar is the one as shipped; then it follows the settings', async () => {
  const calendar = createWorkCalendar()
  expect([calendar.isWorkday('2028-03-15'), calendar.isTentative('2028-03-15'), calendar.hours.opens]).toEqual([
    true,
    true,
    '07:30',
  ])
  await database.store.settings.set(officeDaysKey, { '2028': storm })
  await database.store.settings.set(officeHoursKey, { opens: '07:00', closes: '16:30' })
  expect(calendar.isWorkday('2028-03-15')).toBe(true)
  await calendar.reload(database.store)
  expect(calendar.isWorkday('2028-03-15')).toBe(false)
  expect(calendar.isWorkday('2028-03-18')).toBe(true)
  expect(calendar.isTentative('2028-03-15')).toBe(false)
  expect(calendar.isTentative('2028-03-16')).toBe(true)
  expect(calendar.hours).toEqual({ opens: '07:00', closes: '16:30' })
})

test('what another process has set is seen at the next run of the schedule, and the morning begins when the office opens', async () => {
  const at = (text: string) => instantFrom(`${text}:00+07:00`) as Instant
  const clock = createMovableClock(at('2028-03-14T09:00'))
  const calendar = createWorkCalendar()
  const mornings: string[] = []
  const schedule = createSchedule({
    ...{ database, clock, calendar, zone: 'Asia/Ho_Chi_Minh' },
    timetable: [
      { name: 'morning', when: { on: 'workday', time: 'opens' }, job: async ({ today }) => void mornings.push(today) },
    ],
    ran: () => {},
    broke: (_row, error) => {
      throw error
    },
  })
  const run = async (when: string) => {
    clock.set(at(when))
    await schedule.runDue(clock.now())
  }
  await run('2028-03-14T09:00')
  await database.store.settings.set(officeDaysKey, { '2028': storm })
  await database.store.settings.set(officeHoursKey, { opens: '07:00', closes: '16:30' })
  for (const when of [
    '2028-03-15T07:30',
    '2028-03-16T06:59',
    '2028-03-16T07:00',
    '2028-03-18T07:00',
    '2028-03-19T07:00',
  ])
    await run(when)
  expect(mornings).toEqual(['2028-03-16', '2028-03-18'])
})
