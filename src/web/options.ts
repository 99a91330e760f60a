import type { Instant } from '../domain/day.ts'
import type { Language } from '../domain/person.ts'
import type { Texts } from '../texts/texts.ts'
import type { Metrics } from './metrics.ts'
import type { DemoPerson, Pairings, Room, Sessions } from './room.ts'
import type { Route } from './route.ts'

/** The movable clock of the demo. `moveTo` runs everything due on the way and tells how many messages it sent. */
export type ClockControl = {
  moveTo(at: Instant): Promise<{ sent: number }>
  nextEvent(): Promise<Instant | null>
  opens(): string
}

/** What a channel or service hears at a path of its own. */
export type Webhook = { path: string; handle(request: Request): Promise<Response> }

export type WebOptions = {
  /** off: no chat; demo: fixed people without sign-in, on loopback only; on: by invitation. */
  chat: 'off' | 'demo' | 'on'
  room: Room
  people: DemoPerson[]
  sessions: Sessions
  pairings: Pairings
  /** Links that bring a code into a chat, on the channels that have them. */
  joinLinks(code: string): { channel: string; link: string }[]
  /** What a chat may ask for: the words to say (`/hanchot`), and what they are called. */
  menu(sender: string, language: Language): Promise<{ command: string; label: string }[]>
  fileBytes(hash: string): Promise<Uint8Array | null>
  /** Null where the clock cannot be moved. */
  clock: ClockControl | null
  now(): Instant
  realNow(): Instant
  zone: string
  publicUrl: string | null
  texts(language: Language): Texts
  /** What is not ready yet, by name; empty when all is. Fails where the store cannot be reached. */
  unready(): Promise<string[]>
  metrics: Metrics
  webhooks: Webhook[]
  /** Pages beside the chat: uploads, downloads and others that a link opens. */
  pages?: Route[]
  /** Logs a bug; returns the number under which it stands in the log. */
  onBug(error: unknown): string
}
