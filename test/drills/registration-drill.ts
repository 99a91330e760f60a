import { setTimeout as sleep } from 'node:timers/promises'
import { startTelegramServer, type TelegramServer } from '../channels/telegram-server.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { seedRegistration } from '../store/seed-registration.ts'
import { addPerson, lookInto, withStore } from './office-files.ts'
import { dataFolder, type Program, startProgram } from './program.ts'
import { until } from './until.ts'

const clock = '2024-03-27T09:12:00+07:00'
const headChat = 500
/** What a member does, and what the answer says. */
// biome-ignore format: a table keeps its columns
const steps: [does: string, says: string][] = [
  ['/dangky',                                '[Cc]họn một hoặc nhiều nội dung'],
  ['1',                                      'đã chọn'],
  ['[Tiếp tục]',                             'nhập công việc'],
  ['Rút ngắn thời gian giải quyết hồ sơ',    'nhập chỉ tiêu phấn đấu'],
  ['100% hồ sơ được giải quyết đúng hạn',    'nhập ngày hoàn thành'],
  ['30/9',                                   'Hoàn thành: thứ Hai 30/09'],
  ['[Gửi]',                                  'Đã gửi bản đăng ký'],
]

/** The same for a report on what was registered. */
// biome-ignore format: a table keeps its columns
const reportSteps: typeof steps = [
  ['/baocao',                                'nhập kết quả đạt được'],
  ['[Đạt như đăng ký]',                      'diễn giải ngắn'],
  ['Đã rút còn 3 ngày',                      'gửi minh chứng'],
  ['[Bỏ qua]',                               'khó khăn, nguyên nhân'],
  ['[Bỏ qua]',                               'Xem lại'],
  ['[Gửi]',                                  'Đã gửi báo cáo'],
]

/** When the program is killed after an update: at once, after a while, or when its answer is under way. */
export type Point = { afterMs: number } | { answer: 'processed' | 'lost' }
const roads = { registration: steps, report: reportSteps }
type Road = keyof typeof roads

export type Drilled = { points: number; repeated: number; answeredTwice: string[]; wrong: string[] }

/** A member's registration, killed and started again after every single update; one member for every seven points. */
export const drillRegistration = (points: Point[]): Promise<Drilled> => drill('registration', points)

/** The same for reports on what was registered; one member for every six points. */
export const drillReport = (points: Point[]): Promise<Drilled> => drill('report', points)

async function seedUnion(folder: string, road: Road, members: number): Promise<void> {
  await withStore(folder, async (store) => {
    const root = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
    const unitId = await store.units.add({ parentId: root, name: 'Hội Nông dân xã', relation: 'coordinating' })
    const head = await addPerson(store, { name: 'Y Bhôk Niê', chat: headChat, unitId })
    await store.people.addRole({ personId: head, unitId, role: 'head' }, 0)
    const { planId, deadlineId } = await seedPlan(store, { unitIds: [unitId] })
    for (let member = 0; member < members; member += 1) {
      const by = await addPerson(store, { name: `Nguyễn Thị Lan ${member}`, chat: 600 + member, unitId })
      if (road === 'report') await seedRegistration(store, { planId, deadlineId, unitId, personId: by, by })
    }
  })
}

async function drill(road: Road, points: Point[]): Promise<Drilled> {
  const { folder, remove } = await dataFolder()
  const server = await startTelegramServer()
  const steps = roads[road]
  await seedUnion(folder, road, Math.ceil(points.length / steps.length))
  const result: Drilled = { points: points.length, repeated: 0, answeredTwice: [], wrong: [] }
  let program = await startListening(server, folder)
  const look = lookInto(folder)
  try {
    for (const [index, point] of points.entries()) {
      const [does, says] = steps[index % steps.length] as [string, string]
      const chat = 600 + Math.floor(index / steps.length)
      const before = { calls: server.calls.length, row: look.lastId() }
      await killAt(server, program, point, () => act(server, chat, does))
      program = await startListening(server, folder)
      const isAnswered = () => saidTo(server, chat, before.calls).some((text) => new RegExp(says).test(text))
      await until(`an answer to ${does} killed at ${JSON.stringify(point)}`, isAnswered)
      await until('all is sent', () => look.isSettled(Date.parse(clock)))
      judge(result, { server, look, does, before })
    }
    if (look.kept(road) !== Math.floor(points.length / steps.length)) result.wrong.push(`${look.kept(road)} papers`)
    if (look.failed() > 0) result.wrong.push(`${look.failed()} updates broke`)
    if (look.integrity() !== 'ok') result.wrong.push(look.integrity())
  } finally {
    look.close()
    await program.kill()
    await server.stop()
    await remove()
  }
  return result
}

async function startListening(server: TelegramServer, folder: string): Promise<Program> {
  const program = await startProgram({
    ...{ DATA_DIR: folder, CLOCK: clock, WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root },
  })
  await until('the program polls', () => server.polled)
  return program
}

async function killAt(server: TelegramServer, program: Program, point: Point, update: () => void): Promise<void> {
  if ('afterMs' in point) {
    update()
    await sleep(point.afterMs)
    return program.kill()
  }
  const struck = new Promise<void>((now) => {
    server.faults.push({ method: 'sendMessage', hangs: point.answer, skip: 0, now })
  })
  update()
  await struck
  await program.kill()
}

/** "[Gửi]" presses the newest button of that label, anything else is typed. */
function act(server: TelegramServer, chat: number, does: string): void {
  const label = /^\[(.+)\]$/.exec(does)?.[1]
  if (label === undefined) return void server.says(chat, does)
  type Markup = { inline_keyboard: { text: string; callback_data: string }[][] }
  const buttons = server
    .of('sendMessage')
    .filter(({ payload }) => Number(payload.chat_id) === chat)
    .flatMap(({ payload }) => (payload.reply_markup as Markup | undefined)?.inline_keyboard.flat() ?? [])
  const token = buttons.findLast(({ text }) => text === label)?.callback_data
  if (!token) throw new Error(`Nobody showed [${label}] to ${chat}.`)
  server.presses(chat, token)
}

const saidTo = (server: TelegramServer, chat: number, since: number) =>
  server.calls
    .slice(since)
    .filter(({ method, payload }) => method === 'sendMessage' && Number(payload.chat_id) === chat)
    .map(({ payload }) => String(payload.text))

type Judged = {
  server: TelegramServer
  look: ReturnType<typeof lookInto>
  does: string
  before: { calls: number; row: number }
}

/** Each row of the outbox arrived once; twice only where the ledger says that the first outcome was unknown. */
function judge(result: Drilled, { server, look, does, before }: Judged): void {
  for (const { chat, outcome, state, key } of look.outbox(before.row)) {
    const rows = look.outbox(before.row).filter((row) => row.chat === chat).length
    const arrived = saidTo(server, Number(chat), before.calls).length
    const isUnknown = outcome?.startsWith('unknown') ?? false
    if (isUnknown) result.repeated += 1
    if (state !== 'sent') result.wrong.push(`${does}: ${key} is ${state}`)
    if (arrived > rows && !isUnknown) result.answeredTwice.push(`${does}: ${key}`)
    if (arrived < rows || arrived > rows + 1) result.wrong.push(`${does}: ${key} arrived ${arrived} times`)
  }
}
