import type { Channel } from './channels/channel.ts'
import type { Menu, TelegramChannel } from './channels/telegram.ts'
import type { ZaloBotChannel } from './channels/zalo-bot.ts'
import { setQuota } from './chat/quota-meters.ts'
import type { Config } from './config.ts'
import type { Clock } from './domain/day.ts'
import type { Limits } from './jobs/limiter.ts'
import type { Log } from './log.ts'
import { keptSecret } from './store/secret.ts'
import type { Store } from './store/store.ts'
import type { Webhook } from './web/options.ts'

/** A channel as the app runs it: its limits, and where its platform posts to (null: it is asked instead). */
export type OpenChannel = Channel & { limits: Limits; hook: Webhook | null }

type Parts = {
  config: Config
  store: Store
  clock: Clock
  realClock: Clock
  log: Log
  /** What Telegram's menus offer in private chats, and in groups. */
  menus: { private: () => Menu; group: () => Menu }
}

/** The platforms that have a token. Each is loaded only then: telegraf alone costs a tenth of the memory. */
export async function openChannels(parts: Parts): Promise<OpenChannel[]> {
  const { telegram, zaloBot, zaloOa } = parts.config
  return [
    ...(telegram ? [await openTelegram(parts, telegram)] : []),
    ...(zaloBot ? [await openZaloBot(parts, zaloBot)] : []),
    ...(zaloOa ? [await openZaloOa(parts, zaloOa)] : []),
  ]
}

/** The address and secret of a webhook, where the mode wants one; the secret is made and kept where none is given. */
async function webhookFor({ config }: Parts, name: string, given: { mode: string; webhookSecret: string | null }) {
  const secret = given.webhookSecret ?? (await keptSecret(config.dataDir, `${name}-webhook-secret`))
  return given.mode === 'webhook' && config.publicUrl ? { url: config.publicUrl, secret } : null
}

async function openTelegram(parts: Parts, telegram: NonNullable<Config['telegram']>): Promise<OpenChannel> {
  const { createTelegramChannel, telegramLimits } = await import('./channels/telegram.ts')
  const { log, menus } = parts
  const channel = createTelegramChannel({
    ...{ token: telegram.token, apiRoot: telegram.apiRoot, webhook: await webhookFor(parts, 'telegram', telegram) },
    ...{ menu: menus.private, groupMenu: menus.group, notice: log.warn, broke: log.error },
  })
  return { ...channel, limits: telegramLimits, hook: telegram.mode === 'webhook' ? telegramHook(channel) : null }
}

const telegramHook = (channel: TelegramChannel): Webhook => ({
  path: channel.webhookPath,
  async handle(request) {
    const body: unknown = await request.json().catch(() => null)
    if (typeof body !== 'object' || body === null) return new Response(null, { status: 400 })
    const secret = request.headers.get('x-telegram-bot-api-secret-token')
    return new Response(null, { status: await channel.webhook(secret, body) })
  },
})

async function openZaloBot(parts: Parts, zaloBot: NonNullable<Config['zaloBot']>): Promise<OpenChannel> {
  const { createZaloBotChannel, zaloBotLimits } = await import('./channels/zalo-bot.ts')
  await setQuota(parts.store, 'zalo', zaloBot.quota)
  const channel = createZaloBotChannel({
    ...{ token: zaloBot.token, apiRoot: zaloBot.apiRoot, webhook: await webhookFor(parts, 'zalo', zaloBot) },
    ...{ notice: parts.log.warn, broke: parts.log.error },
  })
  return { ...channel, limits: zaloBotLimits, hook: zaloBot.mode === 'webhook' ? zaloHook(channel) : null }
}

const zaloHook = (channel: ZaloBotChannel): Webhook => ({
  path: channel.webhookPath,
  async handle(request) {
    const secret = request.headers.get('x-bot-api-secret-token')
    return new Response(null, { status: await channel.webhook(secret, await request.text()) })
  },
})

async function openZaloOa(parts: Parts, zaloOa: NonNullable<Config['zaloOa']>): Promise<OpenChannel> {
  const { createZaloOaChannel, zaloOaLimits } = await import('./channels/zalo-oa.ts')
  const { clock, realClock, log, store, config } = parts
  const channel = createZaloOaChannel({
    ...{ ...zaloOa, tokens: store.oaTokens },
    ...{ now: clock.now, realNow: realClock.now, notice: log.warn },
  })
  // An Official Account is told its address by hand, at Zalo's own pages.
  log.info('the address of the Official Account’s webhook', { address: `${config.publicUrl}${channel.webhookPath}` })
  return { ...channel, limits: zaloOaLimits, hook: { path: channel.webhookPath, handle: channel.webhook } }
}
