import { createHash } from 'node:crypto'
import type { TakeDown } from '../chat/incoming.ts'
import type { QueuedMessage } from '../chat/message.ts'
import type { Language } from '../domain/person.ts'
import type { Channel, MenuEntry, SendOptions, SendOutcome } from './channel.ts'
import { insist } from './insist.ts'
import { sameSecret } from './same-secret.ts'
import { type Client, createClient } from './telegram/client.ts'
import { outcomeOf, refusalOf } from './telegram/outcome.ts'
import { textLength } from './telegram/render.ts'
import { sendParts } from './telegram/send.ts'
import { keepPolling } from './telegram/supervise.ts'
import { allowedUpdates, readUpdate, update as updateSchema } from './telegram/updates.ts'

/**
 * Bot FAQ: about 30 messages a second to all, one a second to a chat with short bursts, 20 a minute to a group; a few
 * milliseconds longer, since clocks count whole ones. Ids of groups are negative.
 */
export const telegramLimits = {
  overall: { most: 30, perMs: 1_002 },
  chat: { most: 1, perMs: 1_002, burst: 3 },
  group: { most: 20, perMs: 60_002, is: (chat: string) => chat.startsWith('-') },
}
const largestFile = 20 * 1024 * 1024

export type Menu = Record<Language, MenuEntry[]>

type Options = {
  token: string
  apiRoot: string | null
  /** How long a call may take, milliseconds. */
  callTimeoutMs?: number
  /** Null: long polling. Otherwise Telegram posts to this https address with this secret. */
  webhook: { url: string; secret: string } | null
  /** What anybody may ask for in a private chat, and what in a group. */
  menu(): Menu
  groupMenu?(): Menu
  /** Ids and kinds only. */
  notice(what: string, facts?: Record<string, string | number>): void
  broke(what: string, error: unknown): void
}

export type TelegramChannel = Channel & {
  /** The path under which updates come in webhook mode, and what takes them. */
  webhookPath: string
  webhook(secret: string | null, body: object): Promise<number>
}

/** Telegram through telegraf: private chats and groups, long polling or a webhook. */
export function createTelegramChannel(options: Options): TelegramChannel {
  const { token, webhook, notice, broke } = options
  const stopped = new AbortController()
  const bot = token.split(':')[0] ?? ''
  let takeDown: TakeDown | null = null
  let username: string | null = null
  let connected = false
  let polling: Promise<void> = Promise.resolve()

  const client: Client = createClient({ ...options, heard, broke: (error) => broke('a Telegram update broke', error) })

  async function heard(given: unknown): Promise<void> {
    const update = updateSchema.safeParse(given)
    if (!update.success) return notice('a Telegram update is of an unknown shape')
    connected = true
    const incoming = readUpdate(update.data, { id: Number(bot), username })
    const take = takeDown
    // Long polling confirms an update whatever becomes of it.
    if (incoming && take) await insist(() => take({ bot, updateId: String(update.data.update_id), incoming }))
    // The press is acknowledged whatever becomes of it: Telegram waits a few seconds only.
    const press = update.data.callback_query?.id
    if (press) client.call('answerCallbackQuery', { callback_query_id: press }).catch(() => {})
  }

  async function introduce(): Promise<void> {
    const me = (await client.call('getMe', {})) as { username?: string }
    username = me.username ?? null
    connected = true
    // People can be heard without menus.
    giveMenus().catch((error: unknown) => notice('Telegram took no menu', { code: refusalOf(error)?.code ?? 0 }))
  }

  async function giveMenus(): Promise<void> {
    const menus = { all_private_chats: options.menu(), all_group_chats: options.groupMenu?.() }
    for (const [type, menu] of Object.entries(menus)) {
      if (!menu) continue
      const scope = { type }
      await client.call('setMyCommands', { commands: menu.vi, scope })
      await client.call('setMyCommands', { commands: menu.vi, scope, language_code: 'vi' })
      await client.call('setMyCommands', { commands: menu.en, scope, language_code: 'en' })
    }
  }

  /** Sends; a group that has become a supergroup is followed to its new id, once, and that is taken down. */
  async function send(chat: string, message: QueuedMessage, how: SendOptions): Promise<SendOutcome> {
    try {
      return await sendParts(client, chat, message, how)
    } catch (error) {
      const to = refusalOf(error)?.movedTo
      if (!to) return outcomeOf(error)
      const incoming = { channel: 'telegram', chat, sender: chat, displayName: null, language: null }
      const moved = { ...incoming, what: { kind: 'moved' as const, chat: to }, group: { title: '', by: null } }
      await takeDown?.({ bot, updateId: `moved:${chat}`, incoming: moved })
      return sendParts(client, to, message, { ...how, edits: null }).catch(outcomeOf)
    }
  }

  async function listen(): Promise<void> {
    if (!webhook) return client.poll(allowedUpdates)
    const url = webhook.url + webhookPath
    await client.call('setWebhook', { url, secret_token: webhook.secret, allowed_updates: allowedUpdates })
  }

  function lost(code: number, waitMs: number): void {
    connected = false
    notice(code === 401 ? 'Telegram refuses the token: set TELEGRAM_BOT_TOKEN anew' : 'Telegram cannot be heard', {
      code,
      waitMs: Math.round(waitMs),
    })
  }

  const webhookPath = `/telegram/${createHash('sha256').update(`webhook ${token}`).digest('hex').slice(0, 32)}`

  return {
    name: 'telegram',
    can: {
      buttons: true,
      edit: true,
      filesIn: true,
      filesOut: true,
      photos: 'bytes',
      markup: true,
      groups: true,
      deepLinks: true,
      commandMenu: true,
      quota: false,
      deliverySignals: true,
      textLength,
    },
    webhookPath,
    async start(take) {
      takeDown = take
      polling = keepPolling({
        poll: async () => {
          await introduce()
          await listen()
        },
        stopped: stopped.signal,
        lost,
      })
    },
    send,
    download: ({ ref }) => client.fileBytes(ref, largestFile),
    ready: () => connected,
    joinLink: (code) => (username ? `https://t.me/${username}?start=${code}` : null),
    groupLink: (code) => (username ? `https://t.me/${username}?startgroup=${code}` : null),
    homeLink: () => (username ? `https://t.me/${username}` : null),
    async setMenu(chat, menu) {
      const scope = { type: 'chat', chat_id: Number(chat) }
      await (menu
        ? client.call('setMyCommands', { commands: menu, scope })
        : client.call('deleteMyCommands', { scope }))
    },
    async webhook(secret, body) {
      if (!webhook || !sameSecret(secret ?? '', webhook.secret)) return 403
      // Nobody could write it down yet: Telegram sends it again.
      if (!takeDown) return 503
      await client.hear(body)
      return 200
    },
    async stop() {
      stopped.abort()
      connected = false
      client.stop()
      await polling
    },
  }
}
