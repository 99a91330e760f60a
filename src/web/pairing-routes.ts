import { createAttempts } from './attempts.ts'
import { browserName } from './browser-name.ts'
import type { WebOptions } from './options.ts'
import { pairingPage } from './pairing-page.ts'
import { addressOf } from './peer.ts'
import { type Call, json, languageOf, type Route } from './route.ts'
import { cookieHeader, isSecure, readCookie } from './session.ts'
import { seeOther, startSession } from './session-routes.ts'
import { signInPage } from './sign-in-page.ts'

/** A whole office may sit behind one address. */
const limits = { windowMs: 10 * 60 * 1000, perAddress: 40, overall: 400 }

/** Signing in from a chat that is linked already: this page waits, the chat is asked, the page comes in. */
export function pairingRoutes(options: WebOptions): Route[] {
  const { pairings, joinLinks, texts, publicUrl, realNow } = options
  const attempts = createAttempts(limits, realNow)
  const secretOf = (request: Request) => readCookie(request, 'pairing', isSecure(request, publicUrl))
  const keeping = (request: Request, secret: string | null) =>
    cookieHeader('pairing', secret, isSecure(request, publicUrl))

  const begin = async (call: Call): Promise<Response> => {
    const { request } = call
    if (!attempts.allow(addressOf(call)))
      return signInPage(texts(languageOf(request)), request, { problem: 'web.signIn.tooMany', status: 429 })
    const secret = await pairings.open(browserName(request))
    return seeOther(request, '/session/pair', [keeping(request, secret)])
  }

  const show = async ({ request }: Call): Promise<Response> => {
    const secret = secretOf(request)
    const words = texts(languageOf(request))
    const found = secret && (await pairings.look(secret))
    if (found && found.state === 'open') {
      const links = joinLinks(found.code).filter(({ channel }) => channel !== 'web')
      return pairingPage(words, request, { ...found, links })
    }
    const sender = secret && (await pairings.take(secret))
    if (sender) {
      return seeOther(request, '/', [await startSession(options, request, sender), keeping(request, null)])
    }
    const problem = found && found.state === 'refused' ? 'web.pairing.refused' : 'web.pairing.over'
    return signInPage(words, request, { problem, headers: { 'set-cookie': keeping(request, null) } })
  }

  /** For the waiting page's script: is it worth looking again? */
  const state = async ({ request }: Call): Promise<Response> => {
    const secret = secretOf(request)
    const found = secret && (await pairings.look(secret))
    return json({ waiting: found !== null && found !== '' && found.state === 'open' })
  }

  const end = ({ request }: Call): Response => seeOther(request, '/', [keeping(request, null)])

  return [
    { method: 'POST', path: '/session/pair', handle: begin },
    { method: 'GET', path: '/session/pair', handle: show },
    { method: 'GET', path: '/session/pair/state', handle: state },
    { method: 'POST', path: '/session/pair/end', handle: end },
  ]
}
