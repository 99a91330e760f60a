import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { systemClock } from '../src/clock.ts'
import { openStores } from '../src/open-stores.ts'
import type { Store } from '../src/store/store.ts'
import { storeWorks } from '../src/store-works.ts'
import type { Took } from '../src/work-apart.ts'
import { addPerson } from '../test/drills/office-files.ts'
import { dataFolder } from '../test/drills/program.ts'
import { seedPlan } from '../test/store/seed-plan.ts'
import { seedRegistration } from '../test/store/seed-registration.ts'
import { type BenchRow, median } from './row.ts'

const zone = 'Asia/Ho_Chi_Minh'
const registrations = 100_000
const units = 102
const peoplePerUnit = 50
const rounds = 3

/** A province adds up: every registration of a plan, from the database to a kept XLSX file of three sheets. */
async function measure(): Promise<BenchRow[]> {
  const { folder, remove } = await dataFolder()
  const databaseFile = join(folder, 'bot.sqlite')
  const filesDir = join(folder, 'files')
  const open = () => openStores({ dataDir: folder, databaseFile, keyedFile: join(folder, 'keyed.sqlite'), filesDir })
  const seeded = await open()
  const { planId, adminId } = await seeded.database.transaction(seedProvince)
  await seeded.close()
  multiply(databaseFile)

  const stores = await open()
  const children: Took[] = []
  const ended = (took: Took) => void children.push(took)
  const { aggregate: work } = storeWorks({ databaseFile, filesDir, clock: systemClock, zone, ended })
  const account = { person_id: adminId } as Parameters<typeof work>[1]
  const job = { signal: new AbortController().signal, report: () => {} }
  const took: number[] = []
  let [longestHold, grew] = [0, 0]
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    const watch = watchLoop()
    const before = process.memoryUsage.rss()
    const began = performance.now()
    const made = (await work({ planId }, account, job)) as { file: { hash: string }; total: { registrations: number } }
    took.push(performance.now() - began)
    grew = Math.max(grew, (process.memoryUsage.rss() - before) / 2 ** 20)
    longestHold = Math.max(longestHold, watch.end())
    if (made.total.registrations !== registrations) throw new Error(`${made.total.registrations} were counted.`)
    bytes = (await stores.files.bytes(made.file.hash))?.length ?? 0
  }
  await stores.close()
  await remove()
  return [
    row(
      '100,000 registrations to XLSX',
      Math.round(median(took)),
      'ms',
      'goal 5000 ms; three sheets, from the database',
    ),
    row(
      'processor time for it',
      Math.round(median(children.map(({ workedMs }) => workedMs))),
      'ms',
      'of all threads, with the start of the process: what it takes where others keep the machine busy',
    ),
    row(
      'memory for it, most',
      Math.round(Math.max(...children.map(({ mostMb }) => mostMb)) + grew),
      'MB',
      'goal 300 MB, resident: the process it is done in, and what the main one grew',
    ),
    row('longest that other work waited', Math.round(longestHold), 'ms', 'the event loop, while it was made'),
    row('the file', Math.round(bytes / 1024 / 102.4) / 10, 'MB', 'at most 20 MB can be sent on every channel'),
  ]
}

const row = (name: string, figure: number, unit: string, beside: string): BenchRow => ({ name, figure, unit, beside })

/** How long at most a timer that is due waits. */
function watchLoop() {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  return {
    end() {
      clearInterval(timer)
      return Math.max(longest, performance.now() - last)
    },
  }
}

/** A province with its communes and their people, and one registration to be multiplied. */
async function seedProvince(store: Store) {
  const root = await store.units.add({ parentId: null, name: 'UBND tỉnh Hồ Sen', relation: 'subordinate' })
  const adminId = await store.people.add({ name: 'Trần Thị Bình', position: 'Chuyên viên', language: 'vi' })
  await store.people.addRole({ personId: adminId, unitId: root, role: 'admin' }, systemClock.now())
  const unitIds: string[] = []
  for (let unit = 0; unit < units; unit += 1)
    unitIds.push(await store.units.add({ parentId: root, name: `UBND xã Ea Mẫu ${unit}`, relation: 'subordinate' }))
  const { planId, deadlineId } = await seedPlan(store, { unitIds })
  for (const [unit, unitId] of unitIds.entries())
    for (let person = 0; person < peoplePerUnit; person += 1)
      await addPerson(store, { name: `Nguyễn Thị Lan ${unit}.${person}`, chat: unit * 1_000 + person, unitId })
  const unitId = unitIds[0] ?? root
  await seedRegistration(store, {
    planId,
    deadlineId,
    unitId,
    personId: adminId,
    by: adminId,
    body: { title: 'Lao động tiên tiến' },
  })
  return { planId, adminId }
}

/** The one registration, 100,000 times: other people and units in turn, states and contents that differ. */
function multiply(file: string): void {
  const db = new DatabaseSync(file)
  const columns = (db.prepare('pragma table_info(registration)').all() as { name: string }[]).map(({ name }) => name)
  const others: Record<string, string> = {
    id: "'bench-' || n",
    code: "'DK-2024-' || printf('%06d', n)",
    draft_id: "'draft-' || n",
    person_id: '(select person_id from member where place = n % (select count(*) from member))',
    unit_id: '(select unit_id from member where place = n % (select count(*) from member))',
    state: "case n % 4 when 0 then 'waiting' when 1 then 'approved' when 2 then 'received' else 'aggregated' end",
    late: 'n % 17 = 0',
    body: "replace(body, 'Rút ngắn', case n % 3 when 0 then 'Tiếp tục rút ngắn ' || n else 'Rút ngắn' end)",
  }
  const values = columns.map((name) => others[name] ?? `one.${name}`).join(', ')
  db.exec(`
    create temp table member as
      select row_number() over (order by person_id) - 1 as place, person_id, unit_id from membership where role = 'official';
    create index temp.member_place on member (place);
    create temp table one as select * from registration;
    with recursive number (n) as (select 1 union all select n + 1 from number where n < ${registrations - 1})
    insert into registration (${columns.join(', ')}) select ${values} from number, one;`)
  db.close()
}

process.stdout.write(`\nROWS${JSON.stringify(await measure())}\n`)
