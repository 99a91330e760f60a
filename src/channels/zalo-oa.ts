import { createHash } from 'node:crypto'
import type { TakeDown } from '../chat/incoming.ts'
import type { Instant } from '../domain/day.ts'
import type { Store } from '../store/store.ts'
import type { Capabilities, Channel } from './channel.ts'
import { createApi } from './zalo-oa/api.ts'
import { download } from './zalo-oa/download.ts'
import { envelope, event as eventSchema, readEvent } from './zalo-oa/events.ts'
import { sendMessage } from './zalo-oa/send.ts'
import { isSigned } from './zalo-oa/signature.ts'
import { messageTerms, rate, roots, webhookTerms } from './zalo-oa/terms.ts'
import { createTokens } from './zalo-oa/tokens.ts'

/** How often an Official Account may write. */
export const zaloOaLimits = rate

const refreshCheckMs = 10 * 60_000
const toldAgainMs = 60 * 60_000
const longestBody = 256 * 1024

type Options = {
  appId: string
  appSecret: string
  /** The Official Account's own secret: it signs the events. */
  oaSecret: string
  /** The first refresh token; those that follow are kept in `tokens`. */
  refreshToken: string
  /** The id of the template for whoever was not heard from for a week; null: none. */
  template: string | null
  apiRoot: string | null
  authRoot: string | null
  templateRoot: string | null
  tokens: Store['oaTokens']
  /** Are messages sent that cost money (from 48 hours to 7 days after a person was heard from)? */
  usePaid?: boolean
  /** Calendar time, in which it is said when a person was last heard from. */
  now(): Instant
  realNow(): Instant
  /** Ids and kinds only. */
  notice(what: string, facts?: Record<string, string | number>): void
}

export type ZaloOaChannel = Channel & {
  /** The path under which events come in: to be entered at Zalo behind the public address. */
  webhookPath: string
  /** Takes an event down and answers; needs the request as it came, for its signature. */
  webhook(request: Request): Promise<Response>
}

const can: Capabilities = {
  buttons: true,
  edit: false,
  filesIn: true,
  filesOut: true,
  photos: 'bytes',
  markup: false,
  groups: false,
  deepLinks: false,
  commandMenu: false,
  quota: true,
  deliverySignals: true,
  textLength: messageTerms.textLength,
}

const isLoopback = (address: string) => /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(new URL(address).hostname)

/** A Zalo Official Account (v3): events by webhook, consultation messages with buttons, templates after a week. */
export function createZaloOaChannel(options: Options): ZaloOaChannel {
  const { appId, oaSecret, notice } = options
  const apiRoot = options.apiRoot ?? roots.api
  const authRoot = options.authRoot ?? roots.auth
  const templateRoot = options.templateRoot ?? apiRoot
  const tokens = createTokens({ ...options, authRoot, store: options.tokens, now: options.realNow })
  const api = createApi({ apiRoot, templateRoot }, tokens)
  const filesAt = isLoopback(apiRoot) ? apiRoot : null
  const told = new Map<number, Instant>()
  let takeDown: TakeDown | null = null
  let refreshing: NodeJS.Timeout | undefined

  const keepFresh = () =>
    tokens.keepFresh().catch(() => notice('the tokens of the Official Account cannot be read from the store'))

  /** Said once an hour, however many messages it holds up. */
  function trouble(code: number): void {
    const now = options.realNow()
    if (now < (told.get(code) ?? Number.NEGATIVE_INFINITY) + toldAgainMs) return
    told.set(code, now)
    notice('Zalo sends nothing until the Official Account, its application or its package is put in order', { code })
  }

  function isGenuine({ headers }: Request, body: Uint8Array, given: unknown): boolean {
    const { oa_id, recipient, timestamp = '' } = envelope.catch({}).parse(given)
    const ids = [appId, oa_id ?? recipient?.id].filter((id) => id !== undefined)
    const time = headers.get(webhookTerms.timeHeader) ?? timestamp
    return isSigned({ ids, time, signature: headers.get(webhookTerms.header) ?? '', body, secret: oaSecret })
  }

  /** An event that is genuine is never refused, whatever it is: after a few refusals Zalo sends no more at all. */
  async function hear(given: unknown, take: TakeDown): Promise<void> {
    const event = eventSchema.safeParse(given)
    if (!event.success) return notice('an event of the Official Account is of an unknown shape')
    for (const taken of readEvent(event.data)) await take({ bot: appId, ...taken })
  }

  async function answer(request: Request): Promise<number> {
    const body = new Uint8Array(await request.arrayBuffer())
    if (body.byteLength > longestBody) return 413
    const given = jsonIn(body)
    // Zalo tries an address with an empty object before it takes it.
    if (isEmpty(given)) return 200
    if (!isGenuine(request, body, given)) return 403
    // Nobody could write it down yet: Zalo sends it again.
    if (!takeDown) return 503
    await hear(given, takeDown)
    return 200
  }

  return {
    ...{ name: 'zalo-oa', can, bot: appId },
    webhookPath: `/zalo-oa/${createHash('sha256').update(`webhook ${appId} ${oaSecret}`).digest('hex').slice(0, 32)}`,
    async start(take) {
      takeDown = take
      refreshing = setInterval(() => void keepFresh(), refreshCheckMs).unref()
      void keepFresh()
    },
    send: (chat, message, how) =>
      sendMessage(
        {
          api,
          template: options.template,
          usePaid: options.usePaid ?? messageTerms.usePaid,
          now: options.now,
          trouble,
        },
        chat,
        message,
        how,
      ),
    download: ({ ref }) => download(ref, filesAt),
    ready: () => takeDown !== null && tokens.ready(),
    joinLink: () => null,
    webhook: async (request) => new Response(null, { status: await answer(request) }),
    async stop() {
      clearInterval(refreshing)
      takeDown = null
      await tokens.settle()
    },
  }
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return null
  }
}

const isEmpty = (given: unknown) => typeof given === 'object' && given !== null && Object.keys(given).length === 0
