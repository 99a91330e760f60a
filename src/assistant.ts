import type { Channel } from './channels/channel.ts'
import type { Command } from './chat/command.ts'
import type { Core } from './chat/core.ts'
import { createDraftStore } from './chat/drafts.ts'
import { createInboxLoop, type InboxLoop } from './chat/inbox-loop.ts'
import type { Links } from './chat/links.ts'
import { createRegistry, type Registry } from './chat/registry.ts'
import { createTokens } from './chat/tokens.ts'
import type { Services } from './chat/turn.ts'
import type { WorkCalendar } from './chat/work-calendar.ts'
import type { Dialog } from './dialogs/engine/dialog.ts'
import { createDialogs } from './dialogs/engine/engine.ts'
import type { Clock } from './domain/day.ts'
import { composers } from './jobs/compose.ts'
import { createDeliverer, type Deliverer } from './jobs/deliver.ts'
import { createLimiter, type Limits } from './jobs/limiter.ts'
import { createMenuKeeper, type MenuKeeper } from './jobs/menus.ts'
import { createTellProgress } from './jobs/tell-progress.ts'
import { createWorker, type Work, type Worker } from './jobs/work.ts'
import { loadFolder } from './load-folder.ts'
import type { Log } from './log.ts'
import type { Database } from './store/database.ts'
import { newId } from './store/db.ts'
import type { FileStore } from './store/file-store.ts'
import type { KeyedAreas } from './store/keyed.ts'
import { createThrottle } from './store/throttle.ts'
import { createTexts } from './texts/texts.ts'
import type { Metrics } from './web/metrics.ts'

export type Parts = {
  database: Database
  keyed: KeyedAreas
  files: FileStore
  channels: (Channel & { limits?: Limits })[]
  /** Slow work by kind; `download` gives the bytes of a file on its channel. */
  works: (
    download: (channel: string, file: Parameters<Channel['download']>[0]) => Promise<Uint8Array>,
  ) => Record<string, Work>
  clock: Clock
  realClock: Clock
  zone: string
  calendar: WorkCalendar
  links: Links
  log: Log
  metrics?: Pick<Metrics, 'handled' | 'replied' | 'sent' | 'ended'>
}

/** The assistant without a server: a core that answers, and what sends and works beside it. */
export type Assistant = {
  core: Core
  loop: InboxLoop
  deliverer: Deliverer
  worker: Worker
  /** Starts the channels and takes up what an earlier process left. */
  start(): Promise<void>
  /** Resolves when all that has come in is handled and all that is due is sent; with how many messages went out. */
  settle(): Promise<number>
  stop(): Promise<void>
}

/** Of scans only one is read at a time; the others wait in their own queue. */
const tasksAtOnce = 3

const last = 1000
const inOrder = (commands: Record<string, Command>) =>
  Object.entries(commands).sort(([, one], [, other]) => (one.order ?? last) - (other.order ?? last))

function createServices(parts: Parts, commands: Record<string, Command>, registry: Registry): Services {
  const shown = inOrder(commands).map(([name, { menu, usage, allow, inGroup, hidden = false }]) => ({
    ...{ name, menu, usage, allow, hidden },
    inGroup: inGroup !== undefined,
  }))
  const throttle = createThrottle(parts.keyed.area('throttles'), () => parts.realClock.now())
  return {
    throttle,
    joinLinks: (code) =>
      parts.channels.flatMap(({ name, joinLink }) =>
        joinLink(code) ? [{ channel: name, link: joinLink(code) ?? '' }] : [],
      ),
    groupLinks: (code) =>
      parts.channels.flatMap(({ name, groupLink }) => {
        const link = groupLink?.(code)
        return link ? [{ channel: name, link }] : []
      }),
    invitationLink: (code) => {
      const messenger = parts.channels.find(({ homeLink }) => homeLink?.())
      return messenger?.joinLink(code) ?? parts.links.invitation(code)
    },
    invitationPage: parts.links.invitation,
    homeLink: (channel) => parts.channels.find(({ name }) => name === channel)?.homeLink?.() ?? null,
    pageLink: (channel, ...link) =>
      parts.links.address(...link) ??
      (parts.channels.find(({ name }) => name === channel)?.onOurPages ? parts.links.path(...link) : null),
    calendarLink: parts.links.calendar,
    keepFile: parts.files.keep,
    fileBytes: parts.files.bytes,
    isCommand: registry.isName,
    commands: () => shown,
  }
}

/** Puts the parts together. Every file of `commands/` is a command, every file of `src/dialogs/` a dialog. */
export async function createAssistant(parts: Parts): Promise<Assistant> {
  const { database, keyed, channels, clock, realClock, zone, calendar, log } = parts
  const texts = createTexts()
  await calendar.reload(database.store)
  const [commands, dialogs] = await Promise.all([
    loadFolder<Command>(new URL('../commands/', import.meta.url)),
    loadFolder<Dialog<unknown>>(new URL('./dialogs/', import.meta.url)),
  ])
  const registry = createRegistry(commands, texts)
  const core: Core = {
    ...{ database, texts, calendar, clock, realClock, zone, newId, registry },
    typesChoices: (channel) => channels.find(({ name }) => name === channel)?.can.buttons === false,
    dialogs: createDialogs(dialogs, texts, newId),
    drafts: createDraftStore(keyed.area('drafts')),
    tokens: createTokens(keyed.area('buttons'), newId),
    services: createServices(parts, commands, registry),
    failed: ({ incident, inboxId, error }) => log.error('an update broke', error, { incident, inboxId }),
    committed: ({ channel, replies, failed }) => {
      parts.metrics?.handled(channel, failed ? 'failed' : 'done')
      parts.metrics?.replied(channel, replies)
      deliverer.wake()
      worker.wake()
      menus.wake()
    },
  }
  const loop = createInboxLoop(core)
  const menus = createMenuKeeper({ ...core, channels, refused: () => log.warn('a chat took no menu of its own') })
  const deliverer = createDeliverer({
    ...core,
    ...{ channels, composers, links: parts.links },
    limiters: Object.fromEntries(
      channels.flatMap(({ name, limits }) => (limits ? [[name, createLimiter(limits)]] : [])),
    ),
    settledOne: (channel, outcome) => parts.metrics?.sent(channel, outcome),
    ended: (kind, state, lagMs) => parts.metrics?.ended(kind, state, lagMs),
    broke: (row, error) => log.error('a message broke', error, { outbox: row?.id, kind: row?.kind }),
  })
  const channelOf = (name: string) => {
    const channel = channels.find((one) => one.name === name)
    if (!channel) throw new Error(`There is no channel '${name}'.`)
    return channel
  }
  const worker = createWorker({
    ...{ database, realClock },
    takeDown: loop.takeDown,
    tellProgress: createTellProgress({ ...core, queued: () => deliverer.wake() }),
    atOnce: tasksAtOnce,
    works: parts.works((channel, file) => keptFile(parts.files, file) ?? channelOf(channel).download(file)),
    broke: (task, error) => log.error('a task broke', error, { task: task?.id, kind: task?.kind }),
  })
  return { core, loop, deliverer, worker, ...life({ channels, loop, deliverer, worker, menus }) }
}

/** A file that came in by a page of ours lies in the file store already. */
const keptPrefix = 'kept:'
async function bytesKept(files: FileStore, ref: string): Promise<Uint8Array> {
  const bytes = await files.bytes(ref.slice(keptPrefix.length))
  if (!bytes) throw new Error(`No file is kept under ${ref}.`)
  return bytes
}
const keptFile = (files: FileStore, { ref }: { ref: string }) =>
  ref.startsWith(keptPrefix) ? bytesKept(files, ref) : null

type Living = Pick<Assistant, 'loop' | 'deliverer' | 'worker'> & { channels: Channel[]; menus: MenuKeeper }

function life({ channels, loop, deliverer, worker, menus }: Living): Pick<Assistant, 'start' | 'settle' | 'stop'> {
  return {
    async start() {
      await loop.takeUp()
      for (const channel of channels) await channel.start(loop.takeDown(channel.name))
      deliverer.start()
      deliverer.wake()
      await worker.start()
      menus.wake()
    },
    async settle() {
      let sent = 0
      for (;;) {
        await loop.idle()
        await worker.idle()
        await loop.idle()
        const now = await deliverer.settled()
        sent += now
        if (now === 0) return sent
      }
    },
    async stop() {
      await menus.stop()
      for (const channel of channels) await channel.stop()
      await loop.idle()
      await worker.stop()
      await deliverer.stop()
    },
  }
}
