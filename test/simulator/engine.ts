import type { Channel, SendOutcome } from '../../src/channels/channel.ts'
import { createMemoryChannel } from '../../src/channels/memory.ts'
import { createDraftStore } from '../../src/chat/drafts.ts'
import { createLinks } from '../../src/chat/links.ts'
import { createTokens } from '../../src/chat/tokens.ts'
import type { Services } from '../../src/chat/turn.ts'
import { createWorkCalendar } from '../../src/chat/work-calendar.ts'
import { createMovableClock } from '../../src/clock.ts'
import { createDialogs } from '../../src/dialogs/engine/engine.ts'
import { composers } from '../../src/jobs/compose.ts'
import { createDeliverer } from '../../src/jobs/deliver.ts'
import { createSchedule } from '../../src/jobs/schedule.ts'
import { timetable } from '../../src/jobs/timetable.ts'
import { openDatabase } from '../../src/store/database.ts'
import { newId } from '../../src/store/db.ts'
import { openKeyed } from '../../src/store/keyed.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { createTexts } from '../../src/texts/texts.ts'

export const zone = 'Asia/Ho_Chi_Minh'

/** What reached somebody, when and on which channel. */
export type Arrived = { at: number; channel: string; chat: string; id: string; text: string }
export type Engine = Awaited<ReturnType<typeof openEngine>>

/** The jobs that remind: what heads are told of their units' numbers, and papers on their way, have tests of their own. */
const rows = new Set(['absences', 'reminders', 'reported_sent', 'sweep'])

/** The real schedule, store and deliverer on a clock that is moved; two channels that record, fail and block as told. */
export async function openEngine(start: number) {
  const database = await openDatabase(sqliteDialect(':memory:'))
  const clock = createMovableClock(start)
  const keyed = await openKeyed(null)
  const texts = createTexts()
  const arrived: Arrived[] = []
  const bugs: string[] = []
  /** Chats whose people have blocked; of how many next sendings the outcome is not known; and is the network down? */
  const faults = { blocked: new Set<string>(), unknown: new Map<string, number>(), isDown: false }
  /** Chats whose last message may be sent once more. */
  const unsure = new Set<string>()
  let count = 0

  function recording(name: string): Channel {
    const memory = createMemoryChannel(name)
    return {
      ...memory,
      async send(chat, message): Promise<SendOutcome> {
        if (faults.isDown) return { state: 'retry', afterMs: 60_000, reason: 'ECONNREFUSED' }
        if (faults.blocked.has(chat)) return { state: 'blocked', reason: '403' }
        count += 1
        const text = message.blocks.map((block) => block.text).join('\n')
        arrived.push({ at: clock.now(), channel: name, chat, id: String(count), text })
        const unknown = faults.unknown.get(chat) ?? 0
        if (unknown === 0) return { state: 'sent', externalId: String(count) }
        faults.unknown.set(chat, unknown - 1)
        unsure.add(chat)
        return { state: 'unknown', reason: 'ECONNRESET' }
      },
    }
  }
  const channels = [recording('one'), recording('two')]
  const calendar = createWorkCalendar()

  /** A process on the same store. */
  function boot() {
    const schedule = createSchedule({
      ...{ database, clock, calendar, zone },
      timetable: timetable.filter(({ name }) => rows.has(name)),
      ran: () => {},
      broke: (row, error) => void bugs.push(`${row}: ${error instanceof Error ? error.stack : error}`),
    })
    const deliverer = createDeliverer({
      ...{ database, clock, realClock: clock, texts, zone, calendar, channels, composers, limiters: {} },
      tokens: createTokens(keyed.area('buttons'), newId),
      drafts: createDraftStore(keyed.area('drafts')),
      dialogs: createDialogs({}, texts, newId),
      services: { fileBytes: async () => null } as unknown as Services,
      links: createLinks({ secret: 'test', publicUrl: null, realNow: clock.now }),
      settledOne: () => {},
      ended: () => {},
      broke: (row, error) => void bugs.push(`${row?.key}: ${error instanceof Error ? error.stack : error}`),
    })
    return { schedule, deliverer }
  }
  let process = boot()

  return {
    ...{ database, clock, calendar, texts, faults, unsure, arrived, bugs },
    /** Does what is due, and sends it. */
    async runs(at: number): Promise<void> {
      clock.set(at)
      await process.schedule.runDue(at)
      await process.deliverer.settled()
      if (bugs.length > 0) throw new Error(bugs.join('\n'))
    },
    /** The program was not running until now. */
    async restarts(at: number): Promise<void> {
      await process.schedule.stop()
      await process.deliverer.stop()
      clock.set(at)
      process = boot()
    },
    async close(): Promise<void> {
      await process.schedule.stop()
      await process.deliverer.stop()
      await keyed.close()
      await database.close()
    },
  }
}
