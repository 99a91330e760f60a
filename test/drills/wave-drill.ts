import { setTimeout as sleep } from 'node:timers/promises'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { addDays, type Day, instantOf, isoOf } from '../../src/domain/day.ts'
import { reminderDays } from '../../src/domain/ladder.ts'
import { startTelegramServer, type TelegramServer } from '../channels/telegram-server.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { addPerson, lookInto, withStore } from './office-files.ts'
import { dataFolder, startProgram } from './program.ts'
import type { Drilled, Point } from './registration-drill.ts'
import { until } from './until.ts'

const zone = 'Asia/Ho_Chi_Minh'
const people = 12
/** Registration days far enough from each other that no morning has two rungs. */
const lastDays: Day[] = ['2024-04-09', '2024-06-11', '2024-08-13', '2024-10-15', '2024-12-10', '2025-03-11']
/** The mornings on which their ladders remind. */
const mornings = lastDays.flatMap((lastDay) => reminderDays(officeCalendar(), lastDay).map(({ day }) => day))
export const mostWaves = mornings.length

const at = (day: Day, time: string) => instantOf(day, time, zone)

/** A wave of reminders for every point, killed while it goes out and taken up by the next process. */
export async function drillWaves(points: Point[]): Promise<Drilled> {
  if (points.length > mornings.length) throw new Error(`There are mornings for ${mornings.length} points only.`)
  const { folder, remove } = await dataFolder()
  const server = await startTelegramServer()
  await withStore(folder, async (store) => {
    const root = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
    const unitId = await store.units.add({ parentId: root, name: 'Phòng Kinh tế', relation: 'subordinate' })
    for (let person = 0; person < people; person += 1)
      await addPerson(store, { name: `Nguyễn Thị Lan ${person}`, chat: 600 + person, unitId })
    for (const [index, lastDay] of lastDays.entries()) {
      const draft = { number: `${index + 20}/KH-UBND`, title: `Đợt thi đua thứ ${index + 1}` }
      const deadline = { on: addDays(lastDay, 1), lastDay }
      await seedPlan(store, { shortName: draft.title, draft, deadline, unitIds: [unitId] })
    }
  })
  const result: Drilled = { points: points.length, repeated: 0, answeredTwice: [], wrong: [] }
  const startAt = (day: Day) => startOn(server, folder, isoOf(at(day, '07:00'), zone))
  let program = await startAt(mornings[0] as Day)
  const look = lookInto(folder)
  try {
    for (const [index, point] of points.entries()) {
      const morning = mornings[index] as Day
      const before = { calls: server.calls.length, row: look.lastId() }
      const move = () => program.moveTo(isoOf(at(morning, '07:30'), zone))
      await killInWave(server, program.kill, point, () => void move().catch(() => null))
      program = await startAt(morning)
      await move()
      await until(`all of ${morning} is sent`, () => look.isSettled(at(morning, '07:30')))
      judge(result, morning, server, look.outbox(before.row), before.calls)
    }
    if (look.integrity() !== 'ok') result.wrong.push(look.integrity())
  } finally {
    look.close()
    await program.kill()
    await server.stop()
    await remove()
  }
  return result
}

function startOn(server: TelegramServer, folder: string, clock: string) {
  return startProgram({
    ...{ DATA_DIR: folder, CLOCK: clock, WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root },
  })
}

/** Kills the program so long after the wave began, or while one of its messages is under way. */
async function killInWave(
  server: TelegramServer,
  kill: () => Promise<void>,
  point: Point,
  begin: () => void,
): Promise<void> {
  if ('afterMs' in point) {
    begin()
    await sleep(point.afterMs)
    return kill()
  }
  const struck = new Promise<void>((now) => {
    server.faults.push({ method: 'sendMessage', hangs: point.answer, skip: point.skip ?? 0, now })
  })
  begin()
  await struck
  await kill()
}

type Row = { key: string; state: string; outcome: string | null; chat: string }

/** Everybody was reminded once; twice only where the ledger says that the first outcome was unknown. */
function judge(result: Drilled, morning: Day, server: TelegramServer, rows: Row[], since: number): void {
  if (rows.length !== people) result.wrong.push(`${morning}: ${rows.length} reminders for ${people} people`)
  for (const { key, state, outcome, chat } of rows) {
    const arrived = server.calls
      .slice(since)
      .filter(({ method, payload }) => method === 'sendMessage' && String(payload.chat_id) === chat).length
    const isUnknown = outcome?.startsWith('unknown') ?? false
    if (isUnknown) result.repeated += 1
    if (state !== 'sent') result.wrong.push(`${key} is ${state}`)
    if (arrived > 1 && !isUnknown) result.answeredTwice.push(key)
    if (arrived < 1 || arrived > 2) result.wrong.push(`${key} arrived ${arrived} times`)
  }
}
