import { setTimeout as sleep } from 'node:timers/promises'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { addDays, type Day, instantOf, isoOf } from '../../src/domain/day.ts'
import { reminderDays } from '../../src/domain/ladder.ts'
import { startTelegramServer, type TelegramServer } from '../channels/telegram-server.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { addPerson, lookInto, withStore } from './office-files.ts'
import { dataFolder, type Program, startProgram } from './program.ts'
import { seededRandom } from './random.ts'
import type { Drilled } from './registration-drill.ts'
import { until } from './until.ts'

const zone = 'Asia/Ho_Chi_Minh'
const firstChat = 600
/** Registration days far enough from each other that no morning has two rungs. */
const lastDays: Day[] = [
  '2024-04-09',
  '2024-06-11',
  '2024-08-13',
  '2024-10-15',
  '2024-12-10',
  '2025-03-11',
  '2025-06-10',
]
/** The mornings on which their ladders remind, but those after the last day, of which the heads hear too. */
const mornings = lastDays.flatMap((lastDay) =>
  reminderDays(officeCalendar(), lastDay).flatMap(({ day, rung }) => (rung < 0 ? [] : [day])),
)

/** How a process ends: so long after so many messages of its own have come, or while the next one is under way. */
export type Point = { after: number; ms: number } | { after: number; answer: 'processed' | 'lost' | 'cut' }

/** Points anywhere in the first messages of a process, the same ones for the same seed. */
export function randomPoints(count: number, seed: number): Point[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const after = Math.floor(random() * 16)
    const ends = [{ ms: random() * 40 }, { answer: 'processed' }, { answer: 'lost' }, { answer: 'cut' }] as const
    return { after, ...ends[Math.floor(random() * ends.length)] } as Point
  })
}

type Drill = { folder: string; server: TelegramServer; look: ReturnType<typeof lookInto>; people: number }

const at = (day: Day, time: string) => instantOf(day, time, zone)

/** Mornings of reminders to so many people; the process that sends is killed at each point and followed by the next one. */
export async function drillWaves(points: Point[], people: number): Promise<Drilled> {
  const { folder, remove } = await dataFolder()
  const server = await startTelegramServer()
  await withStore(folder, async (store) => {
    const root = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
    const unitId = await store.units.add({ parentId: root, name: 'Phòng Kinh tế', relation: 'subordinate' })
    for (let person = 0; person < people; person += 1)
      await addPerson(store, { name: `Nguyễn Thị Lan ${person}`, chat: firstChat + person, unitId })
    for (const [index, lastDay] of lastDays.entries()) {
      const draft = { number: `${index + 20}/KH-UBND`, title: `Đợt thi đua thứ ${index + 1}` }
      const deadline = { on: addDays(lastDay, 1), lastDay }
      await seedPlan(store, { shortName: draft.title, draft, deadline, unitIds: [unitId] })
    }
  })
  const result: Drilled = { points: 0, repeated: 0, answeredTwice: [], wrong: [] }
  const drill: Drill = { folder, server, look: lookInto(folder), people }
  const left = [...points]
  try {
    for (const morning of mornings) if (left.length > 0) await drillMorning(drill, morning, left, result)
    if (left.length > 0) result.wrong.push(`no morning was left for ${left.length} points`)
    if (drill.look.integrity() !== 'ok') result.wrong.push(drill.look.integrity())
  } finally {
    drill.look.close()
    await server.stop()
    await remove()
  }
  return result
}

/** One wave: as many of the points as it has messages for, and then the rest of it. */
async function drillMorning(drill: Drill, morning: Day, left: Point[], result: Drilled): Promise<void> {
  const { server, look, people } = drill
  const before = { calls: server.calls.length, row: look.lastId() }
  const arrived = () => server.calls.slice(before.calls).filter(({ method }) => method === 'sendMessage').length
  const mostOfOne = 40
  for (let point = left[0]; point && arrived() < people - mostOfOne; point = left[0]) {
    await runUntil(drill, morning, point)
    left.shift()
    result.points += 1
  }
  const program = await startMorning(drill, morning)
  await until(
    `all of ${morning} is sent`,
    () => look.isSettled(at(morning, '07:30')) && look.lastId() > before.row,
    60_000,
  )
  await program.kill()
  judge(result, morning, drill, before)
}

/** A process on the folder, with its clock moved to the morning. */
async function startMorning({ folder, server, look }: Drill, morning: Day): Promise<Program> {
  // As a clock on the wall: a wave that has begun is not before the next process, but under way.
  const time = look.isSettled(at(morning, '07:30')) ? '07:00' : '07:30'
  const program = await startProgram({
    ...{ DATA_DIR: folder, CLOCK: isoOf(at(morning, time), zone), WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root },
  })
  program.moveTo(isoOf(at(morning, '07:30'), zone)).catch(() => null)
  return program
}

/** What earlier deaths left unknown is sent first, and undisturbed: from then on the point counts. */
async function runUntil(drill: Drill, morning: Day, point: Point): Promise<void> {
  const { server, look } = drill
  const unknown = look.underWay()
  const from = server.calls.length
  const sends = () => server.calls.slice(from).filter(({ method }) => method === 'sendMessage').length
  const strikes = new Promise<void>((now) => {
    if ('answer' in point)
      server.faults.push({ method: 'sendMessage', hangs: point.answer, skip: unknown + point.after, now })
  })
  const program = await startMorning(drill, morning)
  if ('answer' in point) {
    await strikes
    // The program hears of a cut connection, and may do something about it.
    if (point.answer === 'cut') await sleep(point.after)
  } else {
    await until('so many messages have come', () => sends() >= unknown + point.after)
    await sleep(point.ms)
  }
  await program.kill()
}

/** Everybody was reminded; once, or twice where the ledger says that the first outcome was unknown. */
function judge(result: Drilled, morning: Day, drill: Drill, before: { calls: number; row: number }): void {
  const rows = drill.look.outbox(before.row)
  if (rows.length !== drill.people) result.wrong.push(`${morning}: ${rows.length} reminders for ${drill.people} people`)
  const calls = drill.server.calls.slice(before.calls).filter(({ method }) => method === 'sendMessage')
  const arrivals = Map.groupBy(calls, ({ payload }) => String(payload.chat_id))
  for (const { key, state, outcome, chat } of rows) {
    const arrived = arrivals.get(chat)?.length ?? 0
    const isUnknown = outcome?.startsWith('unknown') ?? false
    if (arrived === 2) result.repeated += 1
    if (state !== 'sent' && !(state === 'unknown' && isUnknown)) result.wrong.push(`${key} is ${state}`)
    if (arrived > 1 && !isUnknown) result.answeredTwice.push(key)
    if (arrived < 1 || arrived > 2) result.wrong.push(`${key} arrived ${arrived} times`)
  }
}
