import type { Calendar } from '../domain/calendar.ts'
import type { Clock } from '../domain/day.ts'
import type { Language } from '../domain/person.ts'
import type { Database } from '../store/database.ts'
import type { Texts } from '../texts/texts.ts'
import type { DialogRunner } from './dialog-runner.ts'
import type { DraftStore } from './drafts.ts'
import type { Registry } from './registry.ts'
import type { Tokens } from './tokens.ts'
import type { Services } from './turn.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** All that a conversation needs, handed in by the app. */
export type Core = {
  database: Database
  registry: Registry
  dialogs: DialogRunner
  drafts: DraftStore
  tokens: Tokens
  texts: (language: Language) => Texts
  services: Services
  /** Are choices typed on this channel, for want of buttons? */
  typesChoices: (channel: string) => boolean
  /** One that follows the settings, or, where nobody changes any, one that stays. */
  calendar: Calendar | WorkCalendar
  /** Calendar time; and real time, for leases, codes and drafts. */
  clock: Clock
  realClock: Clock
  zone: string
  newId: () => string
  /** Called with the number under which a bug was answered and logged. */
  failed: (failure: { incident: string; inboxId: number; error: unknown }) => void
  /** Called when a turn is committed: there may be messages to send and tasks to do. */
  committed: (turn: { channel: string; replies: number; failed: boolean }) => void
}
