import { randomUUID } from 'node:crypto'
import { createAttempts } from './attempts.ts'
import { browserName } from './browser-name.ts'
import type { WebOptions } from './options.ts'
import { addressOf } from './peer.ts'
import { type Call, languageOf, type Route } from './route.ts'
import { cookieHeader, isSecure, readCookie } from './session.ts'
import { signInPage } from './sign-in-page.ts'

const limits = { windowMs: 10 * 60 * 1000, perAddress: 10, overall: 100 }

/** To an address of ours, with these cookies; in the language that was asked for. */
export function seeOther(request: Request, path: string, cookies: string[]): Response {
  const lang = new URL(request.url).searchParams.has('lang') ? `?lang=${languageOf(request)}` : ''
  const headers = new Headers({ location: `${path}${lang}`, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** Signs this browser in as an account: what was signed in here before ends, and the token is a new one. */
export async function startSession(options: WebOptions, request: Request, sender: string): Promise<string> {
  const secure = isSecure(request, options.publicUrl)
  const former = readCookie(request, 'session', secure)
  if (former) await options.sessions.end(former)
  return cookieHeader('session', await options.sessions.make(sender, browserName(request)), secure)
}

/** Signing in by a code, without a script: a new session is a stranger's, and its code goes to the chat to be redeemed. */
export function sessionRoutes(options: WebOptions): Route[] {
  const { room, sessions, texts, publicUrl, realNow } = options
  const attempts = createAttempts(limits, realNow)

  const signIn = async (call: Call): Promise<Response> => {
    const { request } = call
    const language = languageOf(request)
    const words = texts(language)
    const code = new URLSearchParams(await request.text()).get('code')?.trim() ?? ''
    const again = (problem: Parameters<typeof signInPage>[2]) => signInPage(words, request, problem)
    if (code === '' || code.length > 100) return again({ problem: 'web.signIn.empty', status: 400 })
    if (!attempts.allow(addressOf(call))) return again({ problem: 'web.signIn.tooMany', status: 429 })
    if (!room.ready()) return again({ problem: 'web.error.starting', status: 503 })
    const sender = randomUUID()
    const cookie = await startSession(options, request, sender)
    await room.opens({ chat: sender, id: 'start', displayName: null, language }, code)
    return seeOther(request, '/', [cookie])
  }

  const signOut = async ({ request }: Call): Promise<Response> => {
    const secure = isSecure(request, publicUrl)
    const token = readCookie(request, 'session', secure)
    if (token) await sessions.end(token)
    return seeOther(request, '/', [cookieHeader('session', null, secure)])
  }

  return [
    { method: 'POST', path: '/session', handle: signIn },
    { method: 'POST', path: '/session/end', handle: signOut },
  ]
}
