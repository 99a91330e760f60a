import { join } from 'node:path'
import { officeCalendar } from '../src/domain/calendar.ts'
import { addDays, instantOf } from '../src/domain/day.ts'
import { queueReminders } from '../src/jobs/reminders.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { sqliteDialect } from '../src/store/sqlite.ts'
import { addPerson } from '../test/drills/office-files.ts'
import { dataFolder } from '../test/drills/program.ts'
import { seedPlan } from '../test/store/seed-plan.ts'
import { type BenchRow, median } from './row.ts'

const zone = 'Asia/Ho_Chi_Minh'
const lastDay = '2024-04-09'
/** The morning of the seven days' rung: everything is to be reminded of at once. */
const today = '2024-04-02'
const deadlines = 100
const unitSize = 50
const mostPeople = 10_000

/** A morning's planning, written down on the disk: obligations in tens and hundreds of thousands, and a million; all of them open, all on a rung. */
export async function bench(): Promise<BenchRow[]> {
  const measured: { obligations: number; seconds: number; processor: number }[] = []
  for (const [people, times] of [
    [mostPeople / 100, 5],
    [mostPeople / 10, 3],
    [mostPeople, 1],
  ] as const) {
    const took: Took[] = []
    for (let time = 0; time < times; time += 1) took.push(await plan(people))
    measured.push({
      obligations: people * deadlines,
      seconds: median(took.map(({ seconds }) => seconds)),
      processor: median(took.map(({ processor }) => processor)),
    })
  }
  const perMillion = measured.map(({ obligations, seconds }) => (seconds / obligations) * 1_000_000)
  const round = (figure: number) => Math.round(figure * 100) / 100
  return measured.map(({ obligations, seconds, processor }, index) => ({
    ...{ name: `planning ${obligations.toLocaleString('en')} obligations`, figure: round(seconds), unit: 's' },
    beside: [
      ...(index === measured.length - 1 ? ['goal 10 s'] : []),
      `${round(perMillion[index] ?? 0)} s a million, ${round(processor)} s of a processor, ${obligations / deadlines} people, ${deadlines} plans`,
    ].join('; '),
  }))
}

/** Seconds: by the clock, and those that a processor worked (another program may have had it meanwhile). */
type Took = { seconds: number; processor: number }

/** From nothing written to every reminder and message on the disk. */
async function plan(people: number): Promise<Took> {
  const { folder, remove } = await dataFolder()
  const database = await openDatabase(sqliteDialect(join(folder, 'bot.sqlite')))
  await seed(database, people)
  const [calendar, now] = [officeCalendar(), instantOf(today, '07:30', zone)]
  const [began, before] = [performance.now(), process.cpuUsage()]
  await database.transaction((store) =>
    queueReminders({ store, now, today, since: addDays(today, -1), calendar, zone }),
  )
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const { waiting } = await database.store.outbox.depth(now)
  if (waiting !== people) throw new Error(`${waiting} messages for ${people} people.`)
  await database.close()
  await remove()
  return { seconds, processor: (user + system) / 1_000_000 }
}

const seed = (database: Database, people: number) =>
  database.transaction(async (store) => {
    const town = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
    const unitIds: string[] = []
    for (let person = 0; person < people; person += 1) {
      const name = `Đơn vị ${unitIds.length + 1}`
      if (person % unitSize === 0)
        unitIds.push(await store.units.add({ parentId: town, name, relation: 'subordinate' }))
      const unitId = unitIds.at(-1) ?? ''
      await addPerson(store, { name: `Nguyễn Thị Lan ${person}`, chat: person, unitId })
    }
    for (let index = 0; index < deadlines; index += 1) {
      const draft = { number: `${index + 20}/KH-UBND`, title: `Đợt thi đua thứ ${index + 1}` }
      await seedPlan(store, { shortName: draft.title, draft, deadline: { on: addDays(lastDay, 1), lastDay }, unitIds })
    }
  })
