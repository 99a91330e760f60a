import type { Calendar } from '../domain/calendar.ts'
import type { Day, Instant } from '../domain/day.ts'
import type { Member } from '../domain/person.ts'
import type { AccountRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { TextKey, Texts } from '../texts/texts.ts'
import type { Incoming } from './incoming.ts'
import type { Links } from './links.ts'
import type { Action, Button, Message } from './message.ts'

/**
 * One thing that somebody did, being answered. All that a command or dialog may touch comes through here: the store is
 * bound to the turn's transaction, and replies leave only when it is committed.
 */
export type Turn = {
  incoming: Incoming
  /** The inbox row being handled: the key under which its effects happen once. */
  inboxId: number
  account: AccountRow
  /** Null: a stranger, who learns only how to get a code. */
  person: Member | null
  /** Calendar time. Leases, links, codes and drafts follow real time instead: `realNow`. */
  now: Instant
  realNow: Instant
  today: Day
  zone: string
  texts: Texts
  store: Store
  /** The working calendar of the office. */
  calendar: Calendar
  /** What the program gives a turn beside the store. */
  services: Services
  reply(message: Message): void
  /** Replies with one sentence of the locales. */
  say(key: TextKey, values?: Record<string, unknown>, buttons?: Button[]): void
  /** Queues a message for another person, on their best channel; `key` makes it unique for ever. */
  tell(personId: string, key: string, kind: string, write: (texts: Texts) => Message): Promise<void>
  /** A stranger has just become this person: the rest of the turn is theirs. */
  admit(personId: string): Promise<void>
  /** Begins a dialog (another one underway is kept as a draft); asks its first question. */
  begin(dialog: string, answers: Record<string, unknown>): Promise<void>
  /** Is there a saved draft of this dialog, and where does it stand? */
  draftOf(dialog: string): Promise<{ step: string; done: number; of: number | null } | null>
  /** Takes up a saved draft: asks the question it stands at. */
  resume(dialog: string): Promise<void>
  dropDraft(dialog: string): Promise<void>
  /** Runs another command as if its name had been typed with this tail. */
  run(command: string, tail?: string): Promise<void>
  /**
   * Hands over slow work; its result comes back as a `task` event to the dialog that is open. With `then`, to that action of
   * a command instead, as its argument `result`, whatever the person does meanwhile.
   */
  startTask(kind: string, payload: Record<string, unknown>, then?: Action): Promise<string>
}

export type Services = {
  /** True where `key` has been used fewer than `most` times within `perMs` (real time); counts this use. */
  throttle(key: string, most: number, perMs: number): Promise<boolean>
  /** Links for a join code on the channels that have them, by channel name. */
  joinLinks(code: string): { channel: string; link: string }[]
  /** Where an invitation leads: a messenger's own link, else the page of this installation; null: only the code itself. */
  invitationLink(code: string): string | null
  /** The page of an invitation, for whoever reads it on any channel; null without a public https address. */
  invitationPage(code: string): string | null
  /** Links that bring the assistant into a group with a code, and the one to its own chat on a channel. */
  groupLinks(code: string): { channel: string; link: string }[]
  homeLink(channel: string): string | null
  /** The signed address of a page, for somebody who reads it on this channel; null where it could not be opened. */
  pageLink(channel: string, ...link: Parameters<Links['address']>): string | null
  /** The address of a calendar behind its secret; null without a public https address. */
  calendarLink(secret: string): string | null
  /** Keeps bytes by their hash. */
  keepFile(bytes: Uint8Array): Promise<string>
  fileBytes(hash: string): Promise<Uint8Array | null>
  /** Is the whole text the way to ask for a command ("bc", "thêm kế hoạch")? */
  isCommand(text: string): boolean
  /** What can be asked for, for help and menus. */
  commands(): {
    name: string
    menu: TextKey
    usage: TextKey
    allow: (member: Member | null) => boolean
    hidden: boolean
    inGroup: boolean
  }[]
}
