import { type Assistant, createAssistant } from './assistant.ts'
import { createWebChannel } from './channels/web.ts'
import { createLinks } from './chat/links.ts'
import { createWorkCalendar } from './chat/work-calendar.ts'
import { createMovableClock, type MovableClock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { openDemo } from './demo.ts'
import type { Instant } from './domain/day.ts'
import { nextEventAfter } from './jobs/next-event.ts'
import { createSchedule } from './jobs/schedule.ts'
import { sweepFiles } from './jobs/sweep-files.ts'
import { sweepKeyed } from './jobs/sweep-keyed.ts'
import { timetable } from './jobs/timetable.ts'
import type { Log } from './log.ts'
import { groupMenu, privateMenu, webMenu } from './menus.ts'
import { createClockMover } from './move-clock.ts'
import { openChannels } from './open-channels.ts'
import { openPages } from './open-pages.ts'
import { openStores } from './open-stores.ts'
import { lacksAdmin, makeSetupCode } from './setup-code.ts'
import { createPairings } from './store/pairings.ts'
import { keptSecret } from './store/secret.ts'
import { createSessions } from './store/sessions.ts'
import { createMetrics } from './web/metrics.ts'
import { createWeb } from './web/web.ts'
import { createWorks } from './works.ts'

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
  const platforms = await openChannels({
    ...{ config, store: database.store, clock, realClock: systemClock, log },
    menus: { private: () => privateMenu(assistant), group: () => groupMenu(assistant) },
  })
  const channels = [...(config.webChat === 'off' ? [] : [web]), ...platforms]

  const calendar = createWorkCalendar()
  const assistant = await createAssistant({
    ...{ database, keyed, files, channels, clock, log, metrics },
    works: (download) => {
      const kept = config.databaseFile === ':memory:' ? null : config
      const works = createWorks(download, { database, files, clock, calendar, zone: config.zone, kept })
      return { ...works, read_plan: timed(works.read_plan, metrics.read) }
    },
    realClock: systemClock,
    zone: config.zone,
    calendar,
    links,
  })
  const schedule = createSchedule({
    ...assistant.core,
    timetable: [...timetable, sweepFiles({ ...assistant.core, files }), sweepKeyed({ ...assistant.core, keyed })],
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
    menu: webMenu(assistant),
    fileBytes: files.bytes,
    clock: movable && {
      moveTo: clockMover(movable, assistant, schedule),
      nextEvent: () => nextEventAfter(database.store, clock.now(), assistant.core),
      opens: () => assistant.core.calendar.hours.opens,
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
    webhooks: platforms.flatMap(({ hook }) => hook ?? []),
    pages: openPages({ assistant, files, links, channels, realNow: systemClock.now }),
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

type Schedule = ReturnType<typeof createSchedule>

function clockMover(clock: MovableClock, assistant: Assistant, schedule: Schedule) {
  const nextDueAt = async (after: Instant) => {
    const due = [await schedule.nextDueAt(after), await assistant.core.database.store.outbox.nextDueAt(after)]
    return due.filter((at) => at !== null).sort((a, b) => a - b)[0] ?? null
  }
  return createClockMover({ clock, nextDueAt, runDue: schedule.runDue, settle: assistant.settle })
}

type Work = ReturnType<typeof createWorks>['read_plan']

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
