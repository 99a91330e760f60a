import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Assistant, createAssistant } from '../../src/assistant.ts'
import type { Channel } from '../../src/channels/channel.ts'
import { createMemoryChannel, type Delivered } from '../../src/channels/memory.ts'
import type { Capabilities } from '../../src/chat/capabilities.ts'
import type { What } from '../../src/chat/incoming.ts'
import { createLinks } from '../../src/chat/links.ts'
import { createWorkCalendar } from '../../src/chat/work-calendar.ts'
import { createMovableClock, systemClock } from '../../src/clock.ts'
import { type Instant, instantFrom } from '../../src/domain/day.ts'
import type { Language, Role } from '../../src/domain/person.ts'
import type { UnitRelation } from '../../src/domain/unit.ts'
import { createSchedule } from '../../src/jobs/schedule.ts'
import { timetable } from '../../src/jobs/timetable.ts'
import type { Facts, Log } from '../../src/log.ts'
import { createClockMover } from '../../src/move-clock.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { newId } from '../../src/store/db.ts'
import { createFileStore } from '../../src/store/file-store.ts'
import { openKeyed } from '../../src/store/keyed.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { createWorks } from '../../src/works.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** What the bot said: words, labels of buttons, the file. */
export type Heard = { text: string; buttons: string[]; attachment: string | null; edited: boolean }

type PersonOptions = {
  unit?: string
  role?: Role
  roles?: Role[]
  position?: string
  language?: Language
  parent?: string
  relation?: UnitRelation
}

export type Speaker = {
  id: string
  chat: string
  says(text: string): Promise<Heard[]>
  presses(label: string | RegExp): Promise<Heard[]>
  /** Presses a button of the message `back` before the last one that has it. */
  pressesOld(label: string, back: number): Promise<Heard[]>
  sends(file: { name: string; mime?: string; bytes: Uint8Array }, caption?: string): Promise<Heard[]>
  does(what: What, updateId?: string): Promise<Heard[]>
  /** What arrived since without asking. */
  hears(): Promise<Heard[]>
}

const heardOf = ({ message, edits }: Delivered): Heard => ({
  text: message.blocks.map(({ text }) => text).join('\n'),
  buttons: message.buttons.map(({ label }) => label),
  attachment: message.attachment?.name ?? null,
  edited: edits !== null,
})

/** A log that makes a test fail where the program logs a bug. */
function strictLog(bugs: string[]): Log {
  const quiet = (_what: string, _facts?: Facts) => {}
  const error = (what: string, error: unknown) =>
    void bugs.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`)
  return { debug: quiet, info: quiet, warn: quiet, error }
}

/** `can`: what the chats lack, to be tried as on a poorer channel; `channels`: others beside the memory channel; `dialect`: how its file is opened. */
type OfficeOptions = {
  now: string
  expectBugs?: boolean
  can?: Partial<Capabilities>
  channels?: Channel[]
  dialect?: (file: string) => ReturnType<typeof sqliteDialect>
}

/** An office in a test: a real store on real files, every command and dialog, a movable clock, chats in memory. */
export async function openOffice({
  now,
  expectBugs = false,
  can = {},
  channels = [],
  dialect = (file) => sqliteDialect(file, { synced: false }),
}: OfficeOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  const start = instantFrom(now)
  if (start === null) throw new Error(`'${now}' is no instant.`)
  const clock = createMovableClock(start)
  const files = createFileStore(join(folder, 'files'))
  const bugs: string[] = []
  const read = new Map<string, number>()
  let count = 0
  const links = createLinks({ secret: 'test', publicUrl: 'https://thidua.example.vn', realNow: systemClock.now })
  const channel = createMemoryChannel('memory', can)
  let database: Database
  let assistant: Assistant
  let moveClock: (at: Instant) => Promise<{ sent: number }>
  let stopSchedule: () => Promise<void>
  let keyed: Awaited<ReturnType<typeof openKeyed>>

  async function open() {
    const [openedDatabase, openedKeyed] = [
      await openDatabase(dialect(join(folder, 'bot.sqlite'))),
      await openKeyed(join(folder, 'keyed.sqlite')),
    ]
    database = openedDatabase
    keyed = openedKeyed
    const calendar = createWorkCalendar()
    assistant = await createAssistant({
      ...{ database, keyed, files, clock, zone },
      channels: [channel, ...channels],
      works: (download) =>
        createWorks(download, { database: openedDatabase, files, clock, calendar, zone, kept: null }),
      realClock: systemClock,
      calendar,
      links,
      log: strictLog(bugs),
    })
    const schedule = createSchedule({
      ...assistant.core,
      timetable,
      ran: assistant.deliverer.wake,
      broke: (row, error) => strictLog(bugs).error(row, error),
    })
    const { outbox } = database.store
    const nextDueAt = async (after: Instant) => {
      const due = [await schedule.nextDueAt(after), await outbox.nextDueAt(after)].filter((at) => at !== null)
      return due.length === 0 ? null : Math.min(...due)
    }
    moveClock = createClockMover({ clock, nextDueAt, runDue: schedule.runDue, settle: assistant.settle })
    stopSchedule = schedule.stop
    await schedule.runDue(clock.now())
    await assistant.start()
  }

  async function close() {
    await stopSchedule()
    await assistant.stop()
    await keyed.close()
    await database.close()
  }

  async function settle() {
    await assistant.settle()
    if (bugs.length > 0 && !expectBugs) throw new Error(bugs.join('\n'))
  }

  function newWords(chat: string): Heard[] {
    const all = channel.delivered(chat)
    const fresh = all.slice(read.get(chat) ?? 0)
    read.set(chat, all.length)
    return fresh.map(heardOf)
  }

  function speaker(chat: string, id: string): Speaker {
    const does = async (what: What, updateId = `u${count++}`) => {
      newWords(chat)
      await channel.takeDown({
        bot: 'test',
        updateId,
        incoming: { channel: channel.name, chat, sender: chat, displayName: null, language: null, what },
      })
      await settle()
      return newWords(chat)
    }
    const tokens = (label: string | RegExp) =>
      channel
        .delivered(chat)
        .flatMap(({ message }) => message.buttons)
        .filter((button) => (typeof label === 'string' ? button.label === label : label.test(button.label)))
        .map(({ token }) => token)
    const press = (label: string | RegExp, back: number) => {
      const token = tokens(label).at(-1 - back)
      if (!token)
        throw new Error(
          `No message to ${chat} has the button ${label}; the last says: ${JSON.stringify(heardOf(channel.delivered(chat).at(-1) as Delivered))}`,
        )
      return does({ kind: 'button', token })
    }
    return {
      ...{ id, chat, does },
      says: (text) => does({ kind: 'text', text }),
      presses: (label) => press(label, 0),
      pressesOld: (label, back) => press(label, back),
      sends: (file, caption = '') => does({ kind: 'file', file: channel.offer(file), caption }),
      async hears() {
        await settle()
        return newWords(chat)
      },
    }
  }

  async function unitId(name: string, { parent, relation }: PersonOptions): Promise<string> {
    const { store } = database
    const found = (await store.units.all()).find((unit) => unit.name === name)
    if (found) return found.id
    const parentId = parent ? await unitId(parent, {}) : null
    return store.units.add({ name, parentId, relation: relation ?? 'subordinate' })
  }

  async function person(name: string, options: PersonOptions = {}): Promise<Speaker> {
    const { store } = database
    const { roles = [options.role ?? 'official'], position = '', language = 'vi' } = options
    const id = await store.people.add({ name, position, language })
    if (options.unit) {
      const unit = await unitId(options.unit, options)
      for (const role of roles) await store.people.addRole({ personId: id, unitId: unit, role }, clock.now())
    }
    const chat = `chat-${newId()}`
    const account = await store.accounts.seen({
      channel: channel.name,
      chat,
      sender: chat,
      language: null,
      at: clock.now(),
    })
    await store.accounts.link(account.id, id, clock.now())
    return speaker(chat, id)
  }

  await open()
  return {
    person,
    clock,
    channel,
    files,
    links,
    bugs,
    filesFolder: join(folder, 'files'),
    stranger: (chat: string) => speaker(chat, ''),
    /** Another account of the same person, on the same channel in memory. */
    async alsoAs({ id }: Speaker): Promise<Speaker> {
      const chat = `chat-${newId()}`
      const account = await database.store.accounts.seen({
        channel: channel.name,
        chat,
        sender: chat,
        language: null,
        at: clock.now(),
      })
      await database.store.accounts.link(account.id, id, clock.now())
      return speaker(chat, id)
    },
    get database() {
      return database
    },
    get assistant() {
      return assistant
    },
    settle,
    /** Runs everything due on the way to an instant. */
    async moveTo(when: string) {
      await moveClock(instantFrom(when) as Instant)
      await settle()
    },
    /** A new process on the same files. */
    async restart() {
      await close()
      await open()
    },
    async close() {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
