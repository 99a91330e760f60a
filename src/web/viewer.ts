import type { WebOptions } from './options.ts'
import { isLoopbackCall } from './origin.ts'
import type { Chat } from './room.ts'
import { languageOf, refusal } from './route.ts'
import { isSecure, readCookie } from './session.ts'

/** Who is looking: the chats that a request may see and write in, or the answer that refuses it. */
type Viewing = { ok: true; chats: Chat[] } | { ok: false; refusal: Response }

export type Viewer = (request: Request) => Promise<Viewing>

/** In the demo everybody on this machine sees its people; otherwise one's own chat, by session cookie. */
export function createViewer(options: WebOptions): Viewer {
  const refuse = (request: Request, status: number, key: 'elsewhere' | 'signedOut' | 'noPeople'): Viewing => ({
    ok: false,
    refusal: refusal(status, options.texts(languageOf(request)).t(`web.error.${key}`)),
  })
  const demo: Chat[] = options.people.map(({ sender, name, role, position }) => ({
    key: sender,
    sender,
    name,
    role,
    position: position ?? null,
  }))

  return async (request) => {
    if (options.chat === 'demo') {
      if (!isLoopbackCall(request)) return refuse(request, 403, 'elsewhere')
      return demo.length > 0 ? { ok: true, chats: demo } : refuse(request, 404, 'noPeople')
    }
    const token = readCookie(request, 'session', isSecure(request, options.publicUrl))
    const sender = token && (await options.sessions.find(token))
    if (!sender) return refuse(request, 401, 'signedOut')
    return { ok: true, chats: [{ key: 'me', sender, name: null, role: null, position: null }] }
  }
}
