import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import Bottleneck from 'bottleneck'
import { Telegraf } from 'telegraf'
import { addPerson, withStore } from '../test/drills/office-files.ts'
import { dataFolder, startProgram } from '../test/drills/program.ts'
import { seedPlan } from '../test/store/seed-plan.ts'
import type { BenchRow } from './row.ts'
import type { Arrived, Crowd } from './wave-load.ts'

const token = '123456:bench-token'
const firstChat = 1_000
const perSecond = 30
const unitSize = 50
const lookEveryMs = 200
/** The morning of the seven days' reminder of a registration before 10 April. */
const before = '2024-04-02T07:00:00+07:00'
const morning = '2024-04-02T07:30:00+07:00'

/** A morning's reminders to everybody at once, beside the least time that Telegram's limits allow, and beside telegraf throttled by a library. */
export async function bench({ full }: { full: boolean }): Promise<BenchRow[]> {
  const people = full ? 10_000 : 1_000
  const least = people / perSecond
  const ours = await measure(people, sendOurs)
  if (!ours) return [{ name: 'a wave of reminders', figure: 0, unit: '', beside: 'NOT MEASURED: no emulator here' }]
  const theirs = await measure(people, sendWithBottleneck)
  const round = (figure: number) => Math.round(figure * 1000) / 1000
  const besideOf = ({ refused, chats }: Wave) => `${chats} of ${people} people, ${refused} × 429`
  return [
    {
      ...{ name: `a wave to ${people} people`, figure: round(ours.took), unit: 's' },
      beside: `least possible ${round(least)} s, ${besideOf(ours)}`,
    },
    { name: 'beside the least possible', figure: round(ours.took / least), unit: '×', beside: 'goal 1.03' },
    {
      ...{ name: 'from 07:30 to the first message', figure: Math.round(ours.first * 1000), unit: 'ms' },
      beside: `goal 1000 ms, ${people} people planned, written down and the first sent`,
    },
    {
      ...{ name: 'the same by telegraf and bottleneck', figure: round(theirs?.took ?? Number.NaN), unit: 's' },
      beside: theirs ? `${round(theirs.took / least)} × the least possible, ${besideOf(theirs)}` : '',
    },
  ]
}

/** In seconds from the moment at which the wave was due. */
type Wave = { took: number; first: number; refused: number; chats: number }
type Sender = (root: string, people: number) => Promise<{ began: number; end(): Promise<void> }>

/** Lets a sender loose on people who wait; null: there is no emulator. */
async function measure(people: number, send: Sender): Promise<Wave | null> {
  const workerData: Crowd = { people, from: firstChat, token }
  const thread = new Worker(new URL('./wave-load.ts', import.meta.url), { workerData, execArgv: [] })
  const [listening] = (await once(thread, 'message')) as [{ root: string } | null]
  if (!listening) return null
  const { began, end } = await send(listening.root, people)
  const look = async () => {
    thread.postMessage('look')
    return ((await once(thread, 'message')) as [Arrived])[0]
  }
  let arrived = await look()
  for (; arrived.chats < people; arrived = await look()) await sleep(lookEveryMs)
  await end()
  await thread.terminate()
  const after = (at: number | undefined) => ((at ?? Number.NaN) - began) / 1000
  const { at, refused, chats } = arrived
  return { took: after(at.at(-1)), first: after(at[0]), refused, chats }
}

/** The real program on a folder of its own: its clock is moved to the morning. */
async function sendOurs(root: string, people: number) {
  const { folder, remove } = await dataFolder()
  await withStore(folder, async (store) => {
    const town = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
    const unitIds: string[] = []
    for (let person = 0; person < people; person += 1) {
      const name = `Đơn vị ${unitIds.length + 1}`
      if (person % unitSize === 0)
        unitIds.push(await store.units.add({ parentId: town, name, relation: 'subordinate' }))
      const unitId = unitIds.at(-1) ?? ''
      await addPerson(store, { name: `Nguyễn Thị Lan ${person}`, chat: firstChat + person, unitId })
    }
    await seedPlan(store, { unitIds })
  })
  const program = await startProgram({
    ...{ DATA_DIR: folder, CLOCK: before, WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root },
  })
  while (!(await fetch(`${program.address}/readyz`)).ok) await sleep(lookEveryMs)
  const began = Date.now()
  // It answers when all is sent; the answer of a long wave is not waited for.
  program.moveTo(morning).catch(() => {})
  return {
    began,
    async end() {
      await program.kill()
      await remove()
    },
  }
}

/** What a bot of a few lines would do: one message every thirtieth of a second, one a second to a chat, after a 429 once more. */
async function sendWithBottleneck(root: string, people: number) {
  const bot = new Telegraf(token, { telegram: { apiRoot: root } })
  const overall = new Bottleneck({ minTime: Math.ceil(1000 / perSecond) })
  const chats = new Bottleneck.Group({ maxConcurrent: 1, minTime: 1_000 })
  chats.on('created', (chat: Bottleneck) => chat.chain(overall))
  overall.on('failed', (error: { parameters?: { retry_after?: number } }) => {
    const wait = error.parameters?.retry_after
    return wait === undefined ? undefined : wait * 1000
  })
  const began = Date.now()
  const text = 'Còn 7 ngày (5 ngày làm việc) để đăng ký thi đua.'
  for (let id = firstChat; id < firstChat + people; id += 1)
    chats
      .key(String(id))
      .schedule(() => bot.telegram.sendMessage(id, text))
      .catch(() => {})
  return { began, end: async () => {} }
}
