import type { Links } from '../../chat/links.ts'
import type { Language } from '../../domain/person.ts'
import type { Texts } from '../../texts/texts.ts'
import { languageOf, type Route } from '../route.ts'
import { deadLinkPage } from './notice-page.ts'

type Options = {
  links: Links
  fileBytes(hash: string): Promise<Uint8Array | null>
  texts(language: Language): Texts
}

/** "<hash> <mime> <name>", as the link was made (jobs/show-row.ts). */
const subject = /^(?<hash>[0-9a-f]{64}) (?<mime>\S*) (?<name>.+)$/u
/** Shown in the browser; anything else is saved. */
const shown = /^image\/(png|jpeg)$/

/** Files behind signed links: `/tep/<link>`. Fetched as often as wanted until the link expires: platforms fetch twice. */
export function downloadRoutes({ links, fileBytes, texts }: Options): Route[] {
  const download: Route['handle'] = async ({ request, params }) => {
    const words = texts(languageOf(request))
    const link = links.read('file', params.link ?? '')
    if (!link.ok) return deadLinkPage(words, request, link.reason)
    const { hash = '', mime = '', name = '' } = subject.exec(link.subject)?.groups ?? {}
    const bytes = await fileBytes(hash)
    if (!bytes) return deadLinkPage(words, request, 'expired')
    const kind = shown.test(mime) ? 'inline' : 'attachment'
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': mime || 'application/octet-stream',
        'content-disposition': `${kind}; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
      },
    })
  }
  return [{ method: 'GET', path: '/tep/:link', handle: download }]
}
