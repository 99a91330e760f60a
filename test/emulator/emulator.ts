import { existsSync } from 'node:fs'

const folder = new URL('../../../shared/tools/emulators/', import.meta.url)

/** A message as the person sees it now. */
export type Shown = {
  message_id: number
  from: string
  text: string
  buttons?: { text: string }[][]
  entities?: { type: string; offset: number; length: number; unix_time?: number }[]
  file?: { kind?: string; file_name: string; file_id: string }
}
export type Violation = { kind: string }

export type User = { id: number }
export type Emulator = {
  /** Where bots find it. */
  url: string
  createUser(fields: { id?: number; first_name: string; last_name?: string; language_code?: string }): User
  transcript(chat: number): Shown[]
  violations(): Violation[]
  /** Every call of a method, and when it came; `ok`: was it granted? */
  calls(which: { method: string; ok?: boolean }): { at: number; ok: boolean; args: { chat_id?: unknown } }[]
  stats(): Record<string, unknown>
  commandsSeenBy(user: User, chat: number): { command: string; description: string }[]
  createGroup(fields: { title: string; type?: 'group' | 'supergroup'; members: User[] }): { id: number }
  addBotToGroup(chat: number, options: { by: User; admin?: boolean }): void
  removeBotFromGroup(chat: number, options: { by: User }): void
  migrateGroup(chat: number): number
  say(user: User, what: { chat: number; text: string }): unknown
  fileBytes(fileId: string): Uint8Array | null
  faults: { add(rule: Record<string, unknown>): number }
  stop(): Promise<void>
}

/** Somebody who talks to the bot, and waits until it is quiet. */
export type Persona = {
  chat: number
  say(text: string): Promise<unknown>
  silence(ms: number): Promise<boolean>
  ask(text: string): Promise<Shown[]>
  press(label: string | RegExp): Promise<Shown[]>
  send(file: { name: string; mime: string; bytes: Uint8Array }): Promise<unknown>
  hear(options?: { timeoutMs?: number; quietMs?: number; orSilence?: boolean }): Promise<Shown[]>
  last(): Promise<Shown | null>
  buttons(): Promise<string[]>
}

/** The strict Telegram emulator beside the project; null where it is not there. */
export async function loadEmulator() {
  if (!existsSync(new URL('telegram.mjs', folder))) return null
  const [telegram, persona] = await Promise.all([
    import(new URL('telegram.mjs', folder).href) as Promise<{
      startTelegram(options: Record<string, unknown>): Promise<Emulator>
    }>,
    import(new URL('persona.mjs', folder).href) as Promise<{
      Persona: new (
        emulator: Emulator,
        user: User,
        options: { quietMs: number; timeoutMs: number; chat?: number },
      ) => Persona
    }>,
  ])
  return { start: telegram.startTelegram, Persona: persona.Persona }
}

export type Library = NonNullable<Awaited<ReturnType<typeof loadEmulator>>>
