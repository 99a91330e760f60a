import { existsSync } from 'node:fs'

const folder = new URL('../../../shared/tools/emulators/', import.meta.url)

type User = { id: string }
export type ZaloShown = { message_id: string; from: string; text: string; photo?: string; photoBroken?: boolean }
type Fault = { kind: string; method?: string; code?: number; times?: number; when?: string; [more: string]: unknown }

export type ZaloEmulator = {
  /** Where bots find it. */
  url: string
  token: string
  createUser(fields: { display_name: string; protectedGroup?: boolean }): User
  createGroup(fields: { members: User[] }): { id: string }
  say(user: User, input: string | { text: string; chat: string; mention: boolean }): unknown
  uploadPhoto(user: User, file: { bytes: Uint8Array; caption?: string }): unknown
  upload(user: User, file: { name: string }): unknown
  sendSticker(user: User, sticker: object): unknown
  sendVoice(user: User, voice: object): unknown
  block(user: User): void
  unblock(user: User): void
  transcript(chat: string): ZaloShown[]
  violations(): { kind: string; text: string }[]
  stats(): Record<string, unknown>
  calls(of: { method: string }): { args: Record<string, unknown>; ok: boolean }[]
  deliveries: { outcome: string }[]
  waitingPolls: unknown[]
  faults: { add(rule: Fault): number; clear(): void; taken: { kind: string }[] }
  setOption(name: string, value: unknown): void
  setLimits(mode: string): void
  quota: { messagesPerMonth: number }
  stop(): Promise<void>
}

/** Somebody who talks to the bot, and waits until it is quiet. */
export type ZaloPersona = {
  chat: string
  ask(text: string): Promise<ZaloShown[]>
  send(file: { name: string; mime: string; bytes: Uint8Array; photo?: boolean }): Promise<unknown>
  hear(options?: { timeoutMs?: number; quietMs?: number; orSilence?: boolean }): Promise<ZaloShown[]>
}

/** The strict Zalo emulator beside the project; null where it is not there. */
export async function loadZaloEmulator() {
  if (!existsSync(new URL('zalo.mjs', folder))) return null
  const [zalo, persona] = await Promise.all([
    import(new URL('zalo.mjs', folder).href) as Promise<{
      startZalo(options: Record<string, unknown>): Promise<ZaloEmulator>
    }>,
    import(new URL('persona.mjs', folder).href) as Promise<{
      Persona: new (emulator: ZaloEmulator, user: User, options: { quietMs: number; timeoutMs: number }) => ZaloPersona
    }>,
  ])
  return { start: zalo.startZalo, Persona: persona.Persona }
}
