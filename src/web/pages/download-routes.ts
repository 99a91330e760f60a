import type { Links } from '../../chat/links.ts'
import type { Language } from '../../domain/person.ts'
import type { Texts } from '../../texts/texts.ts'
import { plainName } from '../file-routes.ts'
import { languageOf, type Route } from '../route.ts'
import { deadLinkPage } from './notice-page.ts'

type Options = {
  links: Links
  fileBytes(hash: string): Promise<Uint8Array | null>
  texts(language: Language): Texts
}

/** "<hash> <mime> <name>", as the link was made (jobs/show-row.ts). */
const subject = /^(?<hash>[0-9a-f]{64}) (?<mime>\S*) (?<name>.+)$/su

/** What a file may call itself; anything that a browser would run (HTML, SVG, scripts) is bytes to be saved. */
const harmless = /^(?:application\/(?:pdf|zip|msword|vnd\.[\w.-]+)|text\/(?:plain|csv|calendar))$/

const begins = (bytes: Uint8Array, ...first: number[]) => first.every((byte, index) => bytes[index] === byte)

/** Shown in the browser because its bytes say so; anything else is saved. */
function pictureType(bytes: Uint8Array): string | null {
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  return begins(bytes, 0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}

function headersOf({ bytes, mime, name }: { bytes: Uint8Array; mime: string; name: string }): Record<string, string> {
  const picture = pictureType(bytes)
  const told = encodeURIComponent(plainName(name)).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': picture ?? (harmless.test(mime) ? mime : 'application/octet-stream'),
    'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${told}`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  }
}

/** Files behind signed links: `/tep/<link>`. Fetched as often as wanted until the link expires: platforms fetch twice. */
export function downloadRoutes({ links, fileBytes, texts }: Options): Route[] {
  const download: Route['handle'] = async ({ request, params }) => {
    const words = texts(languageOf(request))
    const link = links.read('file', params.link ?? '')
    if (!link.ok) return deadLinkPage(words, request, link.reason)
    const { hash = '', mime = '', name = '' } = subject.exec(link.subject)?.groups ?? {}
    const bytes = await fileBytes(hash)
    if (!bytes) return deadLinkPage(words, request, 'expired')
    return new Response(new Uint8Array(bytes), { headers: headersOf({ bytes, mime, name }) })
  }
  return [{ method: 'GET', path: '/tep/:link', handle: download }]
}
