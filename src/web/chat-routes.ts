import { z } from 'zod'
import { createAttempts } from './attempts.ts'
import { streamEvents } from './event-stream.ts'
import { fileRoutes } from './file-routes.ts'
import type { WebOptions } from './options.ts'
import { presentEntry } from './present-entry.ts'
import type { Chat } from './room.ts'
import { type Call, json, languageOf, type Route, readJson, refusal } from './route.ts'
import type { Viewer } from './viewer.ts'

const posted = z.intersection(
  z.object({ chat: z.string(), id: z.string().min(1).max(64) }),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('start') }),
    z.object({ kind: z.literal('text'), text: z.string().trim().min(1) }),
    z.object({ kind: z.literal('button'), entry: z.number().int(), token: z.string().min(1).max(64) }),
  ]),
)

/** More than anybody types, less than a program sends. */
const limits = { windowMs: 60_000, perAddress: 60, overall: 20_000 }

/** The chat of a page: what is said comes as a stream of events, what a person does is posted with an id of its own. */
export function chatRoutes(options: WebOptions, viewer: Viewer): Route[] {
  const { room, texts, zone, menu } = options
  const attempts = createAttempts(limits, options.realNow)

  /** Runs with the chats that the request may see; refuses the others. */
  const seeing =
    (handle: (call: Call, chats: Chat[]) => Promise<Response>): Route['handle'] =>
    async (call) => {
      const viewing = await viewer(call.request)
      return viewing.ok ? handle(call, viewing.chats) : viewing.refusal
    }

  const events = async ({ request }: Call, chats: Chat[]) => {
    const words = texts(languageOf(request))
    const senders = chats.map(({ sender }) => sender)
    return streamEvents({
      after: Number(request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')) || 0,
      async read(after) {
        const found = await room.entries(senders, after)
        return found.map((entry) => ({ id: entry.id, data: presentEntry(entry, chats, words, zone) }))
      },
      listen: (wake, end) => room.listen({ chats: senders, wake, end }),
      allowed: async () => (await viewer(request)).ok,
    })
  }

  const post = async ({ request }: Call, chats: Chat[]) => {
    const language = languageOf(request)
    const body = posted.safeParse(await readJson(request))
    const chat = chats.find(({ key }) => key === body.data?.chat)
    if (!body.success || !chat) return refusal(400, texts(language).t('web.error.unreadable'))
    if (options.chat === 'on' && !attempts.allow(chat.sender))
      return refusal(429, texts(language).t('web.error.tooFast'))
    if (!room.ready()) return refusal(503, texts(language).t('web.error.starting'))
    const from = { chat: chat.sender, id: body.data.id, displayName: chat.name, language }
    if (body.data.kind === 'start') await room.opens(from, null)
    else if (body.data.kind === 'text') await room.says(from, body.data.text.normalize('NFC'))
    else if (!(await room.presses(from, body.data.entry, body.data.token))) {
      return refusal(404, texts(language).t('web.error.noButton'))
    }
    return json({ ok: true }, 202)
  }

  const list = async ({ request }: Call, chats: Chat[]) => {
    const asked = new URL(request.url).searchParams.get('chat')
    const chat = chats.find(({ key }) => key === asked)
    const language = languageOf(request)
    if (!chat) return refusal(404, texts(language).t('web.error.notFound'))
    return json({ commands: await menu(chat.sender, language) })
  }

  return [
    { method: 'GET', path: '/chat/events', handle: seeing(events) },
    { method: 'POST', path: '/chat/messages', handle: seeing(post) },
    { method: 'GET', path: '/chat/menu', handle: seeing(list) },
    ...fileRoutes(options, seeing),
  ]
}
