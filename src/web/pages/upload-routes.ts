import { z } from 'zod'
import type { Links } from '../../chat/links.ts'
import type { Language } from '../../domain/person.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { plainName } from '../file-routes.ts'
import { escapeHtml, renderPage } from '../page.ts'
import { type Call, languageOf, type Route } from '../route.ts'
import { deadLinkPage, noticePage } from './notice-page.ts'

/** Takes a file as if its person had sent it in their chat, once for each link. */
export type Uploads = {
  used(link: string): Promise<boolean>
  /** Why such bytes are not taken, or null. */
  refuses(bytes: Uint8Array): Promise<TextKey | null>
  take(link: string, file: { name: string; mime: string; bytes: Uint8Array }): Promise<'taken' | 'used' | 'gone'>
}

type Options = {
  links: Links
  uploads: Uploads
  texts(language: Language): Texts
}

const fileLimit = 20 * 1024 * 1024
const uploadLimit = 21 * 1024 * 1024
const form = z.object({ file: z.instanceof(File) })

function formPage(texts: Texts, request: Request, problem: TextKey | null, status = 200): Response {
  const say = (key: TextKey) => escapeHtml(texts.t(key))
  const wrong = problem ? `<p class="problem" id="problem" role="alert">${say(problem)}</p>` : ''
  const body = `<div class="narrow">
<h1>${say('pages.upload.title')}</h1>
<p>${say('pages.upload.lead')}</p>
<form method="post" enctype="multipart/form-data">
<label for="file">${say('pages.upload.file')}</label>
<input id="file" name="file" type="file" required aria-describedby="help${problem ? ' problem' : ''}">
${wrong}<button type="submit" class="primary">${say('pages.upload.send')}</button>
</form>
<p id="help" class="quiet">${say('pages.upload.help')}</p>
</div>`
  return renderPage(texts, request, { title: texts.t('pages.upload.title'), status, body })
}

/** The page that takes one file for a chat whose channel takes none: `/gui/<link>`, no script needed. */
export function uploadRoutes({ links, uploads, texts }: Options): Route[] {
  async function open(call: Call, go: (words: Texts, link: string) => Promise<Response>): Promise<Response> {
    const words = texts(languageOf(call.request))
    const link = links.read('upload', call.params.link ?? '')
    if (!link.ok) return deadLinkPage(words, call.request, link.reason)
    if (await uploads.used(link.subject)) return deadLinkPage(words, call.request, 'used')
    return go(words, link.subject)
  }

  const show = (call: Call) => open(call, async (words) => formPage(words, call.request, null))

  const take = (call: Call) =>
    open(call, async (words, link) => {
      const { request } = call
      const sent = form.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())))
      if (!sent.success || sent.data.file.size === 0) return formPage(words, request, 'pages.upload.empty', 400)
      const { file } = sent.data
      if (file.size > fileLimit) return formPage(words, request, 'web.error.fileTooLarge', 413)
      const bytes = new Uint8Array(await file.arrayBuffer())
      const refused = await uploads.refuses(bytes)
      if (refused) return formPage(words, request, refused, 415)
      const name = plainName(file.name)
      const outcome = await uploads.take(link, { name, mime: file.type, bytes })
      if (outcome === 'used') return deadLinkPage(words, request, 'used')
      if (outcome === 'gone') return deadLinkPage(words, request, 'wrong')
      return noticePage(words, request, { title: 'pages.upload.done', text: 'pages.upload.doneHelp', values: { name } })
    })

  const tooLarge = (request: Request) => formPage(texts(languageOf(request)), request, 'web.error.fileTooLarge', 413)

  return [
    { method: 'GET', path: '/gui/:link', handle: show },
    { method: 'POST', path: '/gui/:link', bodyLimit: uploadLimit, tooLarge, handle: take },
  ]
}
