import type { IncomingMessage } from 'node:http'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { assetRoutes } from './asset-routes.ts'
import { styleSources } from './assets.ts'
import { chatRoutes } from './chat-routes.ts'
import { clockRoutes } from './clock-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { installRoutes } from './install-routes.ts'
import type { WebOptions } from './options.ts'
import { isOwnPage } from './origin.ts'
import { pageRoutes } from './page-routes.ts'
import { pairingRoutes } from './pairing-routes.ts'
import { languageOf, type Route, refusal } from './route.ts'
import { type Serving, serve } from './serve.ts'
import { sessionRoutes } from './session-routes.ts'
import { createViewer } from './viewer.ts'

const ordinaryLimit = 64 * 1024
const webhookLimit = 256 * 1024

type Bindings = { incoming?: IncomingMessage }

export type Web = {
  /** Answers a request without a network, for tests. */
  request(input: string, init?: RequestInit): Promise<Response>
  /** Begins to listen; port 0 takes a free one. */
  listen(host: string, port: number): Promise<Serving>
}

const policy = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    styleSrc: styleSources,
  },
  xFrameOptions: 'DENY',
  // With no referrer at all a browser also hides the Origin of a posted form, and we could not tell our own page.
  referrerPolicy: 'same-origin',
})

function routesOf(options: WebOptions): Route[] {
  const { clock, webhooks } = options
  const viewer = createViewer(options)
  const hooks = webhooks.map(
    ({ path, handle }): Route => ({
      method: 'POST',
      path,
      open: true,
      bodyLimit: webhookLimit,
      handle: ({ request }) => handle(request),
    }),
  )
  return [
    ...healthRoutes(options),
    ...hooks,
    ...pageRoutes(options, viewer),
    ...assetRoutes(),
    ...installRoutes(options),
    ...(options.chat === 'off' ? [] : chatRoutes(options, viewer)),
    ...(options.chat === 'on' ? [...sessionRoutes(options), ...pairingRoutes(options)] : []),
    ...(clock ? clockRoutes({ ...options, clock }) : []),
    ...(options.pages ?? []),
  ]
}

/** A refusal as a person reads it who opened the address in a browser. */
async function inWords(refused: Response): Promise<Response> {
  const { error } = (await refused.json()) as { error?: string }
  const headers = new Headers(refused.headers)
  headers.set('content-type', 'text/plain; charset=utf-8')
  return new Response(`${error ?? refused.status}\n`, { status: refused.status, headers })
}

/** The HTTP server: health, clock, chat pages, webhooks. */
export function createWeb(options: WebOptions): Web {
  const app = new Hono<{ Bindings: Bindings }>()
  const say = (c: Context) => options.texts(languageOf(c.req.raw))
  const routes = routesOf(options)

  app.use(policy)
  app.use(async (c, next) => {
    await next()
    const isPage = c.req.header('accept')?.includes('text/html') && c.res.headers.get('content-type')?.includes('json')
    if (c.res.status >= 400 && isPage) c.res = await inWords(c.res)
  })
  for (const { method, path, handle, tooLarge, open = false, bodyLimit: maxSize = ordinaryLimit } of routes) {
    const onError = (c: Context) => tooLarge?.(c.req.raw) ?? refusal(413, say(c).t('web.error.tooLarge'))
    const limit = bodyLimit({ maxSize, onError })
    app.on(method, path, limit, async (c) => {
      const isForged = method === 'POST' && !open && !isOwnPage(c.req.raw, options.publicUrl)
      if (isForged) return refusal(403, say(c).t('web.error.elsewhere'))
      const peer = c.env?.incoming?.socket.remoteAddress ?? null
      return handle({ request: c.req.raw, params: c.req.param(), peer })
    })
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const allow = routes.filter((route) => route.path === path).map(({ method }) => method)
    app.all(path, (c) => {
      const response = refusal(405, say(c).t('web.error.wrongMethod', { method: c.req.method }))
      response.headers.set('allow', allow.join(', '))
      return response
    })
  }
  app.notFound((c) => refusal(404, say(c).t('web.error.notFound')))
  app.onError((error, c) => refusal(500, say(c).t('web.error.bug', { number: options.onBug(error) })))

  return {
    request: async (input, init) => app.request(input, init),
    listen: (host, port) => serve((request, env) => app.fetch(request, env as Bindings), host, port),
  }
}
