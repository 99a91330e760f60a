import { createHash } from 'node:crypto'
import type { TakeDown } from '../chat/incoming.ts'
import type { Channel } from './channel.ts'
import { insist } from './insist.ts'
import { sameSecret } from './same-secret.ts'
import { createZaloClient } from './zalo-bot/client.ts'
import { keepHook } from './zalo-bot/hook.ts'
import type { Break } from './zalo-bot/listen.ts'
import { createMedia } from './zalo-bot/media.ts'
import { createJudge } from './zalo-bot/outcome.ts'
import { pollEvents } from './zalo-bot/poll.ts'
import { sendParts, textLength } from './zalo-bot/send.ts'
import { readEvent, readIncoming } from './zalo-bot/updates.ts'

/** No limit a second is documented; ten messages in 416 ms were seen to pass. A little slower, for the network's jitter. */
export const zaloBotLimits = {
  overall: { most: 5, perMs: 1_030 },
  chat: { most: 2, perMs: 1_030, burst: 5 },
}
const largestFile = 20 * 1024 * 1024
/** Bodies of 270 to 420 bytes were seen. */
const longestBody = 64 * 1024

/** Tries to write an event down: Zalo waits for its webhook a few seconds only; what was polled is here or nowhere. */
const postedTries = 4
const polledTries = 9

type Options = {
  token: string
  apiRoot: string | null
  /** How long a call may take, milliseconds. */
  callTimeoutMs?: number
  /** How long a poll waits, seconds. */
  pollSeconds?: number
  /** Null: long polling, for development. Otherwise Zalo posts to this https address with this secret (8–256 characters). */
  webhook: { url: string; secret: string } | null
  /** Ids and kinds only. */
  notice(what: string, facts?: Record<string, string | number>): void
  broke(what: string, error: unknown): void
}

export type ZaloBotChannel = Channel & {
  /** The path under which events come in webhook mode, and what takes them: the header's secret, the body's text → HTTP status. */
  webhookPath: string
  webhook(secret: string | null, body: string): Promise<number>
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Zalo Bot Platform: private chats, a webhook, or long polling for development. */
export function createZaloBotChannel(options: Options): ZaloBotChannel {
  const { token, apiRoot, webhook, notice, broke } = options
  const stopped = new AbortController()
  const elapsed = () => performance.now()
  const bot = token.split(':')[0] ?? ''
  const client = createZaloClient(options)
  const media = createMedia(apiRoot)
  const judge = createJudge({ elapsed, notice })
  let takeDown: TakeDown | null = null
  let isConnected = false
  let listening: Promise<void> = Promise.resolve()
  // Another secret is another path: that the one Zalo has is old, its address tells.
  const pathHash = createHash('sha256')
    .update(`webhook ${token} ${webhook?.secret ?? ''}`)
    .digest('hex')
  const webhookPath = `/zalo/${pathHash.slice(0, 32)}`

  /** What comes is written down, whatever it takes: nothing is sent a second time. */
  async function heard(body: unknown, tries: number): Promise<void> {
    const event = readEvent(body)
    if (!event) return notice('a Zalo event is of an unknown shape')
    isConnected = true
    const incoming = readIncoming(event, media.mayFetch)
    const take = takeDown
    if (incoming && take) await insist(() => take({ bot, updateId: event.message.message_id, incoming }), tries)
  }

  function lost({ code, waitMs }: Break): void {
    const polled = 'Zalo cannot be heard: what is said meanwhile is lost'
    const what =
      code === 401 ? 'Zalo refuses the token: set ZALO_BOT_TOKEN anew' : webhook ? 'Zalo is not connected' : polled
    notice(what, { code, waitMs })
  }

  function listen(): Promise<void> {
    const connected = (is: boolean) => {
      isConnected = is
    }
    const common = { client, stopped: stopped.signal, connected, lost }
    if (webhook) return keepHook({ ...common, notice, url: webhook.url + webhookPath, secret: webhook.secret })
    const write = (event: unknown) => heard(event, polledTries).catch((error) => broke('a Zalo event broke', error))
    const seconds = options.pollSeconds
    return pollEvents({ ...common, elapsed, heard: write, ...(seconds !== undefined && { seconds }) })
  }

  return {
    name: 'zalo',
    bot,
    can: {
      buttons: false,
      edit: false,
      filesIn: false,
      filesOut: false,
      photos: 'address',
      markup: false,
      groups: false,
      deepLinks: false,
      commandMenu: false,
      quota: true,
      deliverySignals: false,
      textLength,
    },
    webhookPath,
    async start(take) {
      takeDown = take
      listening = listen()
    },
    send: (chat, message, how) => sendParts({ client, judge }, chat, message, how),
    download: ({ ref }) => media.bytes(ref, largestFile),
    ready: () => isConnected,
    // What would be handed over by a link is not: codes are typed.
    joinLink: () => null,
    async webhook(secret, body) {
      if (!webhook) return 403
      // A probe without a body has been seen, perhaps without the header too: it learns nothing.
      if (secret === null && body === '') return 200
      if (!sameSecret(secret ?? '', webhook.secret)) return 403
      if (body.trim() === '') return 200
      if (body.length > longestBody) return 413
      if (!takeDown) return 503
      await heard(parsed(body), postedTries)
      return 200
    },
    async stop() {
      stopped.abort()
      isConnected = false
      await listening
    },
  }
}
