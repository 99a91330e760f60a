import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addDays } from '../src/domain/day.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { sqliteDialect } from '../src/store/sqlite.ts'
import { addPerson } from '../test/drills/office-files.ts'
import { dataFolder } from '../test/drills/program.ts'
import { seedPlan } from '../test/store/seed-plan.ts'
import { type BenchRow, median } from './row.ts'

const load = fileURLToPath(new URL('./planning-load.ts', import.meta.url))
const lastDay = '2024-04-09'
/** Mornings on which everybody is reminded of everything. */
const mornings = [
  { today: '2024-04-02', fate: 'sent', beside: 'seven days before' },
  { today: '2024-04-05', fate: 'lost', beside: 'three days before: who has not reacted is asked as well' },
  { today: '2024-04-08', fate: 'sent', beside: 'the day before, when nothing of the last morning went out' },
]
const plans = 100
const unitSize = 50
const goal = { seconds: 10, mb: 600 }

/** Mornings of an office, planned and written to the disk: 10,000 and 100,000 obligations, `full`: also a million; all of them open, all on a rung. */
export async function bench({ full }: { full: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [people, times] of [[100, 5], [1000, 3], ...(full ? [[10_000, 1]] : [])] as [number, number][]) {
    const took: Took[][] = []
    for (let time = 0; time < times; time += 1) took.push(await plan(people))
    for (const index of mornings.keys())
      rows.push(
        rowOf(
          people * plans,
          index,
          took.flatMap((one) => one[index] ?? []),
        ),
      )
  }
  return rows
}

/** Seconds by the clock, and those that a processor worked (another program may have had it meanwhile); the most memory. */
type Took = { seconds: number; processor: number; mb: number; waiting: number }

function rowOf(obligations: number, morning: number, took: Took[]): BenchRow {
  const of = (what: keyof Took) => median(took.map((one) => one[what]))
  const hundredths = (figure: number) => Math.round(figure * 100) / 100
  const each = Math.round((of('seconds') / obligations) * 1e7) / 10
  const what = morning === 0 ? `planning ${obligations.toLocaleString('en')} obligations` : '  another morning'
  return {
    ...{ name: what, figure: hundredths(of('seconds')), unit: 's' },
    beside: [
      ...(obligations === 1_000_000 ? [`goal ${goal.seconds} s and ${goal.mb} MB`] : []),
      `${each} µs each`,
      `${hundredths(of('processor'))} s of a processor`,
      `${Math.round(of('mb'))} MB at most`,
      ...(morning === 0 ? [`${obligations / plans} people, ${plans} plans`] : []),
      mornings[morning]?.beside,
    ].join('; '),
  }
}

/** From nothing written to every reminder and message on the disk, on each of the mornings. */
async function plan(people: number): Promise<Took[]> {
  const { folder, remove } = await dataFolder()
  const database = await openDatabase(sqliteDialect(join(folder, 'bot.sqlite')))
  await seed(database, people)
  await database.close()
  const took = mornings.map(
    ({ today, fate }) =>
      JSON.parse(execFileSync(process.execPath, [load, folder, today, fate], { encoding: 'utf8' })) as Took,
  )
  for (const { waiting } of took) if (waiting !== people) throw new Error(`${waiting} messages for ${people} people.`)
  await remove()
  return took
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
      const personId = await addPerson(store, { name: `Nguyễn Thị Lan ${person}`, chat: person, unitId })
      // A focal point in each unit, who hears of those who have not reacted.
      if (person % unitSize === 1) await store.people.addRole({ personId, unitId, role: 'clerk' }, 0)
    }
    for (let index = 0; index < plans; index += 1) {
      const draft = { number: `${index + 20}/KH-UBND`, title: `Đợt thi đua thứ ${index + 1}` }
      await seedPlan(store, { shortName: draft.title, draft, deadline: { on: addDays(lastDay, 1), lastDay }, unitIds })
    }
  })
