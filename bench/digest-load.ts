import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCoverage } from '../src/chat/read-coverage.ts'
import { digestTitle, readDigest } from '../src/chat/read-digest.ts'
import { writeDigest } from '../src/chat/write-digest.ts'
import { toPicture } from '../src/dialogs/tiendo/to-picture.ts'
import { officeCalendar } from '../src/domain/calendar.ts'
import { addDays, instantFrom } from '../src/domain/day.ts'
import { createPainter } from '../src/draw-pictures.ts'
import { drawProgressWork } from '../src/draw-progress-work.ts'
import { openStores } from '../src/open-stores.ts'
import type { Store } from '../src/store/store.ts'
import { createTexts } from '../src/texts/texts.ts'
import { dataFolder } from '../test/drills/program.ts'
import { seedPlan } from '../test/store/seed-plan.ts'
import type { BenchRow } from './row.ts'

const unitCount = 500
const peoplePerUnit = 4
const plans = 6
const today = '2024-04-08'
const now = instantFrom(`${today}T07:30:00+07:00`) as number
const goal = { seconds: 60, mb: 400 }

/** The digest of each of 500 units, composed from the database, and its picture drawn and kept; with it the agency's own. */
async function measure(): Promise<BenchRow[]> {
  const { folder, remove } = await dataFolder()
  const stores = await openStores({
    dataDir: folder,
    databaseFile: join(folder, 'bot.sqlite'),
    keyedFile: join(folder, 'keyed.sqlite'),
    filesDir: join(folder, 'files'),
  })
  const readers = await stores.database.transaction(seedOffice)
  const painter = createPainter()
  const draw = drawProgressWork({ files: stores.files, painter })
  const told = { texts: createTexts()('vi'), calendar: officeCalendar(), today }
  const { store } = stores.database
  let bytes = 0
  const watch = watchProcesses()
  const before = process.cpuUsage()
  const began = performance.now()
  const compose = async (id: string) => {
    const member = await store.members.byId(id)
    const digest = member && (await readDigest(store, member, { today, now }))
    const read = member && (await readCoverage(store, member, { today, under: null }))
    if (!digest || !read) throw new Error('A head has no digest.')
    writeDigest(digest, { ...told, unit: await digestTitle(store, member) })
    return toPicture(read, { theme: 'light', offset: 0 }, told)
  }
  const drawn = async (picture: Awaited<ReturnType<typeof compose>>) => {
    const { file } = (await draw({ picture, name: 'a.png', wanted: '' }, account, job)) as { file: { hash: string } }
    bytes = Math.max(bytes, (await stores.files.bytes(file.hash))?.length ?? 0)
  }
  // While one is drawn, in its process, the next is composed.
  let drawing = Promise.resolve()
  for (const id of readers) {
    const picture = await compose(id)
    await drawing
    drawing = drawn(picture)
  }
  await drawing
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const spent = watch.end()
  painter.stop()
  await stores.close()
  await remove()
  const row = (name: string, figure: number, unit: string, beside: string): BenchRow => ({ name, figure, unit, beside })
  return [
    row('digests with picture, 500 units', tenths(seconds), 's', `goal ${goal.seconds} s; and the agency's`),
    row(
      'processor time for it, composing',
      tenths((user + system) / 1e6),
      's',
      `${plans} plans, ${peoplePerUnit} people a unit`,
    ),
    row('processor time for it, drawing', tenths(spent.childSeconds), 's', 'beside it, where there are two cores'),
    row('memory for it, most', Math.round(spent.all), 'MB', `goal ${goal.mb} MB, this process and the one that draws`),
    row('of that, this process', Math.round(spent.own), 'MB', 'resident'),
    row('the largest picture', Math.round(bytes / 1024), 'KB', '1080 pixels wide; goal 200 KB, for slow lines'),
  ]
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10
const account = {} as Parameters<ReturnType<typeof drawProgressWork>>[1]
const job = { signal: new AbortController().signal, report: () => {} }

/** An agency of 500 units with a head each, and plans that bind every unit; a third of the people are done. */
async function seedOffice(store: Store): Promise<string[]> {
  const agency = await store.units.add({ name: 'UBND tỉnh', parentId: null, relation: 'subordinate' })
  const admin = await store.people.add({ name: 'Lê Thị Hạnh', position: 'Chuyên viên', language: 'vi' })
  await store.people.addRole({ personId: admin, unitId: agency, role: 'admin' }, now)
  const heads: string[] = []
  const unitIds: string[] = []
  const done: string[] = []
  for (let number = 1; number <= unitCount; number += 1) {
    const unitId = await store.units.add({
      name: `Ủy ban nhân dân xã số ${number}`,
      parentId: agency,
      relation: 'subordinate',
    })
    unitIds.push(unitId)
    for (let person = 0; person < peoplePerUnit; person += 1) {
      const id = await store.people.add({ name: `Nguyễn Văn ${number}-${person}`, position: '', language: 'vi' })
      await store.people.addRole({ personId: id, unitId, role: person === 0 ? 'head' : 'official' }, now)
      if (person === 0) heads.push(id)
      else if ((number + person) % 3 === 0) done.push(id)
    }
  }
  for (let plan = 0; plan < plans; plan += 1) {
    const on = addDays(today, plan * 4 - 6)
    const { deadlineId } = await seedPlan(store, {
      ...{ shortName: `phong trào thi đua số ${plan + 1}`, unitIds },
      deadline: { on, lastDay: on, relation: 'by' },
    })
    for (const subjectId of done)
      await store.reminders.fulfil({ deadlineId, subject: 'person', subjectId }, admin, now, 'received')
  }
  return [...heads, admin]
}

/** The resident memory of this process and its children, looked at twenty times a second, the most; and how long the children worked. */
function watchProcesses() {
  const most = { own: 0, all: 0 }
  const worked = new Map<string, number>()
  const look = () => {
    const own = residentMb(process.pid)
    const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === process.pid)
    most.own = Math.max(most.own, own)
    for (const pid of others) worked.set(pid, workedSeconds(pid))
    most.all = Math.max(
      most.all,
      others.reduce((sum, pid) => sum + residentMb(Number(pid)), own),
    )
  }
  const timer = setInterval(look, 50)
  return {
    end() {
      clearInterval(timer)
      return { ...most, childSeconds: [...worked.values()].reduce((sum, seconds) => sum + seconds, 0) }
    },
  }
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const fieldsOf = (pid: string) => textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
/** Linux counts it in hundredths of a second. */
const workedSeconds = (pid: string) => (Number(fieldsOf(pid)[11] ?? 0) + Number(fieldsOf(pid)[12] ?? 0)) / 100
const parentOf = (pid: string) => Number(fieldsOf(pid)[1] ?? 0)
const residentMb = (pid: number) => Number(/^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

process.stdout.write(`\nROWS${JSON.stringify(await measure())}\n`)
