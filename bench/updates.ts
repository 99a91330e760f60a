import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createAssistant } from '../src/assistant.ts'
import { createTelegramChannel, telegramLimits } from '../src/channels/telegram.ts'
import { createLinks } from '../src/chat/links.ts'
import { createWorkCalendar } from '../src/chat/work-calendar.ts'
import { systemClock } from '../src/clock.ts'
import { addDays, dayOf } from '../src/domain/day.ts'
import { createLog } from '../src/log.ts'
import { openStores } from '../src/open-stores.ts'
import { createTexts } from '../src/texts/texts.ts'
import { createMetrics } from '../src/web/metrics.ts'
import { createWeb } from '../src/web/web.ts'
import { createWorks } from '../src/works.ts'
import { addPerson } from '../test/drills/office-files.ts'
import { dataFolder } from '../test/drills/program.ts'
import { seedPlan } from '../test/store/seed-plan.ts'
import type { BenchRow } from './row.ts'
import type { Order } from './updates-load.ts'

const zone = 'Asia/Ho_Chi_Minh'
export const people = 200
const perSecond = 200
const seconds = 5
export const secret = 'bench-secret'

/** A command and a dialog step, from the webhook's POST to the committed row of the outbox, at a steady rate. */
export async function bench(): Promise<BenchRow[]> {
  const thread = new Worker(new URL('./updates-load.ts', import.meta.url), { execArgv: [] })
  const [{ port }] = (await once(thread, 'message')) as [{ port: number }]
  const office = await openOffice(`http://127.0.0.1:${port}`)
  let from = 1
  const run = async (text: string, count: number) => {
    const order: Order = { url: office.url, secret, text, from, chats: people, count, perSecond }
    from += count
    office.took.length = 0
    thread.postMessage(order)
    await once(thread, 'message')
    await office.idle()
    return [...office.took].sort((a, b) => a - b)
  }
  await run('/hanchot', people)
  const command = await run('/hanchot', perSecond * seconds)
  await run('/dangky', people)
  const step = await run('1', perSecond * seconds)
  await office.close()
  await thread.terminate()
  return [...rows('a command', command), ...rows('a dialog step', step)]
}

function rows(what: string, took: number[]): BenchRow[] {
  const at = (share: number) => Math.round((took[Math.floor(took.length * share)] ?? Number.NaN) * 10) / 10
  const load = `${took.length} updates at ${perSecond} a second, real files`
  return [
    { name: `${what}, POST to outbox, median`, figure: at(0.5), unit: 'ms', beside: load },
    { name: `${what}, POST to outbox, p99`, figure: at(0.99), unit: 'ms', beside: `goal 25 ms, ${load}` },
  ]
}

const sharedNow = () => performance.timeOrigin + performance.now()

/** The program's parts on real files, with a Telegram in webhook mode; notes how long each update took. */
export async function openOffice(apiRoot: string, { delivers = true, chats = people } = {}) {
  const { folder, remove } = await dataFolder()
  const stores = await openStores({
    ...{ dataDir: folder, databaseFile: join(folder, 'bot.sqlite'), keyedFile: join(folder, 'keyed.sqlite') },
    filesDir: join(folder, 'files'),
  })
  await stores.database.transaction(async (store) => {
    const root = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
    const unitId = await store.units.add({ parentId: root, name: 'Phòng Kinh tế', relation: 'subordinate' })
    for (let person = 0; person < chats; person += 1)
      await addPerson(store, { name: `Nguyễn Thị Lan ${person}`, chat: 1_000 + person, unitId })
    const lastDay = addDays(dayOf(systemClock.now(), zone), 20)
    const draft = { period: null, issuedOn: dayOf(systemClock.now(), zone) }
    await seedPlan(store, { draft, deadline: { on: addDays(lastDay, 1), lastDay }, at: systemClock.now() })
  })
  const sentAt = new AsyncLocalStorage<number>()
  const took: number[] = []
  const log = createLog('error')
  const metrics = createMetrics({ depth: stores.database.store.outbox.depth, now: systemClock.now })
  const telegram = createTelegramChannel({
    ...{ token: '1:bench-token', apiRoot, webhook: { url: 'https://bench.example.vn', secret } },
    ...{ menu: () => ({ vi: [], en: [] }), notice: log.warn, broke: log.error },
  })
  const calendar = createWorkCalendar()
  const assistant = await createAssistant({
    ...{ ...stores, log, zone, clock: systemClock, realClock: systemClock, calendar },
    channels: [{ ...telegram, limits: telegramLimits }],
    links: createLinks({ secret, publicUrl: null, realNow: systemClock.now }),
    works: (download) => createWorks(download, { ...stores, clock: systemClock, calendar, zone, kept: null }),
    metrics: {
      ...metrics,
      handled(channel, outcome) {
        metrics.handled(channel, outcome)
        const began = sentAt.getStore()
        if (began !== undefined) took.push(sharedNow() - began)
      },
    },
  })
  const server = await createWeb({
    ...{ chat: 'off', people: [], clock: null, publicUrl: null, zone, metrics, texts: createTexts() },
    ...{ now: systemClock.now, realNow: systemClock.now, fileBytes: stores.files.bytes },
    ...{ menu: async () => [], unready: async () => [], onBug: String },
    ...({} as Pick<Parameters<typeof createWeb>[0], 'room' | 'sessions' | 'pairings' | 'joinLinks'>),
    webhooks: [
      {
        path: telegram.webhookPath,
        async handle(request) {
          const body = (await request.json()) as { sent_at: number }
          const given = request.headers.get('x-telegram-bot-api-secret-token')
          return sentAt.run(
            body.sent_at,
            async () => new Response(null, { status: await telegram.webhook(given, body) }),
          )
        },
      },
    ],
  }).listen('127.0.0.1', 0)
  // Without deliveries only what comes in is measured, to the row of the outbox.
  if (!delivers) await assistant.deliverer.stop()
  await assistant.start()
  return {
    ...{ took, url: `http://127.0.0.1:${server.port}${telegram.webhookPath}`, idle: assistant.loop.idle },
    registrations: async () => (await stores.database.store.registrations.inState('waiting')).length,
    async close() {
      await assistant.stop()
      await server.stop()
      await stores.close()
      await remove()
    },
  }
}
