import { type Assistant, createAssistant } from './assistant.ts'
import type { Menu, TelegramChannel } from './channels/telegram.ts'
import { createWebChannel } from './channels/web.ts'
import { createLinks } from './chat/links.ts'
import { createMovableClock, type MovableClock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { openDemo } from './demo.ts'
import { officeCalendar } from './domain/calendar.ts'
import type { Instant } from './domain/day.ts'
import type { Limits } from './jobs/limiter.ts'
import { nextEventAfter } from './jobs/next-event.ts'
import { createSchedule } from './jobs/schedule.ts'
import { sweepFiles } from './jobs/sweep-files.ts'
import { timetable } from './jobs/timetable.ts'
import type { Log } from './log.ts'
import { createClockMover } from './move-clock.ts'
import { openStores } from './open-stores.ts'
import { readPlanWork } from './read-plan-work.ts'
import { lacksAdmin, makeSetupCode } from './setup-code.ts'
import { keptSecret } from './store/secret.ts'
import { createPairings } from './store/pairings.ts'
import { createSessions } from './store/sessions.ts'
import { createUploads } from './take-upload.ts'
import { createMetrics } from './web/metrics.ts'
import type { Webhook } from './web/options.ts'
import { downloadRoutes } from './web/pages/download-routes.ts'
import { uploadRoutes } from './web/pages/upload-routes.ts'
import { createWeb } from './web/web.ts'

export type App = {
  address: string
  /** The code by which the first admin comes in (in the demo, one more); null where there is an admin. */
  setupCode: string | null
  stop(): Promise<void>
}

/** The whole program, from the configuration to a server that listens. Reads like a table of contents. */
export async function startApp(config: Config, log: Log): Promise<App> {
  const stores = await openStores(config)
  const { database, keyed, files } = stores
  const movable = config.clock === 'system' ? null : createMovableClock(config.clock ?? systemClock.now())
  const clock = movable ?? systemClock
  const metrics = createMetrics({ depth: database.store.outbox.depth, now: clock.now })

  const links = createLinks({
    secret: await keptSecret(config.dataDir, 'links-secret'),
    publicUrl: config.publicUrl,
    realNow: systemClock.now,
  })
  const web = createWebChannel({
    messages: database.store.webMessages,
    keepFile: files.keep,
    fileBytes: files.bytes,
    now: clock.now,
    publicUrl: config.publicUrl,
  })
  const telegram = config.telegram && (await openTelegram(config, config.telegram, log, () => menuOf(assistant)))
  const channels = [...(config.webChat === 'off' ? [] : [web]), ...(telegram ? [telegram] : [])]

  const assistant = await createAssistant({
    ...{ database, keyed, files, channels, clock, log, metrics },
    works: (download) => ({ read_plan: timed(readPlanWork(download, files), metrics.read) }),
    realClock: systemClock,
    zone: config.zone,
    calendar: officeCalendar(),
    links,
  })
  const schedule = createSchedule({
    ...assistant.core,
    timetable: [...timetable, sweepFiles({ ...assistant.core, files })],
    ran: assistant.deliverer.wake,
    broke: (row, error) => log.error('a job broke', error, { row }),
  })
  const people =
    config.webChat === 'demo'
      ? await openDemo(database, { now: clock.now(), sample: config.sampleData, keepFile: files.keep })
      : []
  const wantsCode = config.webChat === 'demo' || (await lacksAdmin(database.store))
  const setupCode = wantsCode
    ? await makeSetupCode(database.store, systemClock.now(), config.setupCode ?? undefined)
    : null

  const server = await createWeb({
    chat: config.webChat,
    room: web,
    people,
    sessions: createSessions(database.store, systemClock.now),
    pairings: createPairings(database.store, systemClock.now),
    joinLinks: assistant.core.services.joinLinks,
    menu: menuFor(assistant),
    fileBytes: files.bytes,
    clock: movable && {
      moveTo: clockMover(movable, assistant, schedule),
      nextEvent: () => nextEventAfter(database.store, clock.now(), assistant.core),
    },
    now: clock.now,
    realNow: systemClock.now,
    zone: config.zone,
    publicUrl: config.publicUrl,
    texts: assistant.core.texts,
    unready: async () => {
      await database.store.outbox.depth(clock.now())
      return channels.filter((channel) => !channel.ready()).map(({ name }) => name)
    },
    metrics,
    webhooks: telegram && config.telegram?.mode === 'webhook' ? [webhookOf(telegram)] : [],
    pages: [
      ...uploadRoutes({
        links,
        uploads: createUploads({ store: database.store, files, takeDown: assistant.loop.takeDown }),
        texts: assistant.core.texts,
      }),
      ...downloadRoutes({ links, fileBytes: files.bytes, texts: assistant.core.texts }),
    ],
    onBug: (error) => noted(log, error, assistant.core.newId()),
  }).listen(config.host, config.port)

  await assistant.start()
  if (!movable) schedule.start()
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${server.port}`,
    setupCode,
    async stop() {
      await schedule.stop()
      await assistant.stop()
      await server.stop()
      await stores.close()
    },
  }
}

type Telegram = TelegramChannel & { limits: Limits }
type Schedule = ReturnType<typeof createSchedule>

async function openTelegram(
  config: Config,
  telegram: NonNullable<Config['telegram']>,
  log: Log,
  menu: () => Menu,
): Promise<Telegram> {
  const { token, apiRoot, mode } = telegram
  // telegraf costs a tenth of the memory: it is loaded where there is a token.
  const { createTelegramChannel, telegramLimits } = await import('./channels/telegram.ts')
  const secret = telegram.webhookSecret ?? (await keptSecret(config.dataDir, 'telegram-webhook-secret'))
  const webhook = mode === 'webhook' && config.publicUrl ? { url: config.publicUrl, secret } : null
  const channel = createTelegramChannel({ token, apiRoot, webhook, menu, notice: log.warn, broke: log.error })
  return { ...channel, limits: telegramLimits }
}

const webhookOf = (telegram: Telegram): Webhook => ({
  path: telegram.webhookPath,
  async handle(request) {
    const body: unknown = await request.json().catch(() => null)
    if (typeof body !== 'object' || body === null) return new Response(null, { status: 400 })
    return new Response(null, {
      status: await telegram.webhook(request.headers.get('x-telegram-bot-api-secret-token'), body),
    })
  },
})

function clockMover(clock: MovableClock, assistant: Assistant, schedule: Schedule) {
  const nextDueAt = async (after: Instant) => {
    const due = [await schedule.nextDueAt(after), await assistant.core.database.store.outbox.nextDueAt(after)]
    return due.filter((at) => at !== null).sort((a, b) => a - b)[0] ?? null
  }
  return createClockMover({ clock, nextDueAt, runDue: schedule.runDue, settle: assistant.settle })
}

/** The commands of Telegram's menu, in both languages. */
function menuOf({ core }: Assistant): Menu {
  const shown = core.services.commands().filter(({ hidden }) => !hidden)
  const of = (language: 'vi' | 'en') =>
    shown.map(({ name, menu }) => ({ command: name, description: core.texts(language).t(menu) }))
  return { vi: of('vi'), en: of('en') }
}

/** The menu of one person of the web chat: what they may ask for. */
const menuFor =
  ({ core }: Assistant) =>
  async (sender: string, language: 'vi' | 'en') => {
    const account = await core.database.store.accounts.bySender('web', sender)
    const member = account?.person_id ? await core.database.store.members.byId(account.person_id) : null
    const shown = core.services.commands().filter(({ hidden, allow }) => !hidden && allow(member))
    return shown.map(({ name, menu }) => ({
      command: `/${name}`,
      label: core.texts(member?.language ?? language).t(menu),
    }))
  }

type Work = ReturnType<typeof readPlanWork>

const timed =
  (work: Work, took: (durationMs: number, outcome: 'read' | 'refused') => void): Work =>
  async (payload, account, job) => {
    const began = performance.now()
    const result = (await work(payload, account, job)) as { ok: boolean }
    took(performance.now() - began, result.ok ? 'read' : 'refused')
    return result
  }

function noted(log: Log, error: unknown, incident: string): string {
  log.error('a page broke', error, { incident })
  return incident
}
