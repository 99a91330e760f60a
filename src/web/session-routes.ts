import { randomUUID } from 'node:crypto'
import { createAttempts } from './attempts.ts'
import type { WebOptions } from './options.ts'
import { isOwnPage } from './origin.ts'
import { type Call, languageOf, type Route, refusal } from './route.ts'
import { readToken, sessionCookie } from './session.ts'
import { signInPage } from './sign-in-page.ts'

const limits = { windowMs: 10 * 60 * 1000, perAddress: 10, overall: 100 }

/** Behind a proxy of this machine the address is the one that the proxy names last. */
function addressOf({ request, peer }: Call): string {
  const named = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  const byProxy = peer === null || peer === '127.0.0.1' || peer === '::1' || peer === '::ffff:127.0.0.1'
  return (byProxy && named) || peer || 'unknown'
}

function home(request: Request, cookie: string): Response {
  const lang = new URL(request.url).searchParams.has('lang') ? `?lang=${languageOf(request)}` : ''
  return new Response(null, { status: 303, headers: { location: `/${lang}`, 'set-cookie': cookie } })
}

/** Signing in by a code, without a script: a new session is a stranger's, and its code goes to the chat to be redeemed. */
export function sessionRoutes(options: WebOptions): Route[] {
  const { room, sessions, texts, publicUrl, realNow } = options
  const attempts = createAttempts(limits, realNow)
  const isSecure = (request: Request) =>
    new URL(request.url).protocol === 'https:' || (publicUrl?.startsWith('https:') ?? false)

  const signIn = async (call: Call): Promise<Response> => {
    const { request } = call
    const language = languageOf(request)
    const words = texts(language)
    if (!isOwnPage(request, publicUrl)) return refusal(403, words.t('web.error.elsewhere'))
    const code = new URLSearchParams(await request.text()).get('code')?.trim() ?? ''
    if (code === '' || code.length > 100)
      return signInPage(words, request, { problem: 'web.signIn.empty', status: 400 })
    if (!attempts.allow(addressOf(call)))
      return signInPage(words, request, { problem: 'web.signIn.tooMany', status: 429 })
    if (!room.ready()) return signInPage(words, request, { problem: 'web.error.starting', status: 503 })
    const sender = randomUUID()
    const token = await sessions.make(sender)
    await room.opens({ chat: sender, id: 'start', displayName: null, language }, code)
    return home(request, sessionCookie(token, isSecure(request)))
  }

  const signOut = async ({ request }: Call): Promise<Response> => {
    if (!isOwnPage(request, publicUrl)) return refusal(403, texts(languageOf(request)).t('web.error.elsewhere'))
    const token = readToken(request)
    if (token) await sessions.end(token)
    return home(request, sessionCookie(null, isSecure(request)))
  }

  return [
    { method: 'POST', path: '/session', handle: signIn },
    { method: 'POST', path: '/session/end', handle: signOut },
  ]
}
