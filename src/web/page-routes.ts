import { chatPage } from './chat-page.ts'
import type { WebOptions } from './options.ts'
import { type Call, languageOf, type Route } from './route.ts'
import { cookieHeader, isSecure, readCookie } from './session.ts'
import { signInPage } from './sign-in-page.ts'
import type { Viewer } from './viewer.ts'

/** The page at `/`: the demo, one's own chat, the sign-in page, or a word that the chat is off. */
export function pageRoutes(options: WebOptions, viewer: Viewer): Route[] {
  const demo = options.chat === 'demo'

  /** A browser that comes back keeps its session for as long again. */
  function prolonged(request: Request): Record<string, string> {
    const secure = isSecure(request, options.publicUrl)
    const token = readCookie(request, 'session', secure)
    return token ? { 'set-cookie': cookieHeader('session', token, secure) } : {}
  }

  async function home({ request }: Call): Promise<Response> {
    const texts = options.texts(languageOf(request))
    if (options.chat === 'off') return new Response(`${texts.t('web.off')}\n`)
    const viewing = await viewer(request)
    if (viewing.ok) {
      const headers = demo ? {} : prolonged(request)
      return chatPage(texts, request, { chats: viewing.chats, demo, clock: options.clock !== null, headers })
    }
    if (demo) return viewing.refusal
    return signInPage(texts, request, { code: new URL(request.url).searchParams.get('code') ?? '' })
  }

  return [{ method: 'GET', path: '/', handle: home }]
}
