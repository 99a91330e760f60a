import { z } from 'zod'
import { createAttempts } from './attempts.ts'
import type { WebOptions } from './options.ts'
import type { Chat } from './room.ts'
import { type Call, json, languageOf, type Route, refusal } from './route.ts'

const fileLimit = 20 * 1024 * 1024
const uploadLimit = 21 * 1024 * 1024

/** Files of one chat: a stack of scans, not a disk full of them. */
const limits = { windowMs: 10 * 60_000, perAddress: 40, overall: 2_000 }

const form = z.object({
  chat: z.string(),
  id: z.string().min(1).max(64),
  caption: z.string().max(4000).default(''),
  file: z.instanceof(File),
})

type Seeing = (handle: (call: Call, chats: Chat[]) => Promise<Response>) => Route['handle']

/** The last part of a path, in one Unicode form, without what a file name cannot hold or what turns its letters about. */
export const plainName = (name: string) =>
  (name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .slice(-150)
    .toWellFormed() || 'file'

async function readForm(request: Request) {
  try {
    return form.safeParse(Object.fromEntries(await request.formData()))
  } catch {
    return form.safeParse(null)
  }
}

/** Files of a chat: sent by its person, and fetched by nobody else. */
export function fileRoutes(options: WebOptions, seeing: Seeing): Route[] {
  const { room, texts, fileBytes } = options
  const attempts = createAttempts(limits, options.realNow)

  const upload = async ({ request }: Call, chats: Chat[]) => {
    const language = languageOf(request)
    const words = texts(language)
    const sent = await readForm(request)
    const chat = chats.find(({ key }) => key === sent.data?.chat)
    if (!sent.success || !chat) return refusal(400, words.t('web.error.unreadable'))
    const { id, caption, file } = sent.data
    if (file.size > fileLimit) return refusal(413, words.t('web.error.fileTooLarge'))
    if (options.chat === 'on' && !attempts.allow(chat.sender)) return refusal(429, words.t('web.error.tooFast'))
    if (!room.ready()) return refusal(503, words.t('web.error.starting'))
    const from = { chat: chat.sender, id, displayName: chat.name, language }
    const bytes = new Uint8Array(await file.arrayBuffer())
    await room.sends(from, { name: plainName(file.name), mime: file.type, bytes }, caption.normalize('NFC').trim())
    return json({ ok: true }, 202)
  }

  const download = async ({ request, params }: Call, chats: Chat[]) => {
    const asked = new URL(request.url).searchParams.get('chat')
    const chat = chats.find(({ key }) => key === asked)
    const attachment = chat && (await room.entry(chat.sender, Number(params.id)))?.message.attachment
    const bytes = attachment && (await fileBytes(attachment.hash))
    if (!attachment || !bytes) return refusal(404, texts(languageOf(request)).t('web.error.notFound'))
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': attachment.mime || 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
        'cache-control': 'private, no-store',
      },
    })
  }

  return [
    { method: 'POST', path: '/chat/files', bodyLimit: uploadLimit, handle: seeing(upload) },
    { method: 'GET', path: '/chat/files/:id', handle: seeing(download) },
  ]
}
