import type { FileTextResult } from './file-text.ts'
import { htmlToText } from './html-to-text.ts'
import type { Limits } from './limits.ts'
import { numberLists } from './odt-numbering.ts'
import { refuse } from './refusal.ts'
import { unzip } from './unzip.ts'

/** The words of an OpenDocument text: page heads first, then the body, numbers of lists and headings written out, a table row a line. */
export function readOdt(bytes: Uint8Array, limits: Limits): FileTextResult {
  const unzipped = unzip(bytes, (name) => names.includes(name), limits.maxUnpackedBytes)
  if (!unzipped.ok) return unzipped
  const [manifest, styles, content] = names.map((name) => String(unzipped.parts.get(name) ?? ''))
  if (manifest?.includes('manifest:encryption-data')) return refuse('encrypted')
  if (!content?.includes('<office:text')) return refuse('corrupt')

  const heads = styles?.match(/<style:header[ >][\s\S]*?<\/style:header>/g) ?? []
  const text = [...heads, content]
    .map((xml) => htmlToText(asHtml(numberLists(withoutAsides(xml), styles ?? ''))))
    .join('\n')
  return { ok: true, text, kind: 'odt', pages: null }
}

const names = ['META-INF/manifest.xml', 'styles.xml', 'content.xml']

const tags: Record<string, string> = {
  'text:p': 'p',
  'text:h': 'p',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'table:covered-table-cell': 'td',
}

/** What was deleted, noted or drawn goes. */
const withoutAsides = (xml: string) =>
  xml.replace(/<(text:tracked-changes|office:annotation|text:note|svg:title|svg:desc)\b[\s\S]*?<\/\1>/g, '')

/** The elements of OpenDocument that part words, by their names in HTML. */
const asHtml = (xml: string) =>
  xml
    .replace(/<text:line-break\s*\/>/g, '<br>')
    .replace(/<text:(?:tab|s)\b[^>]*\/>/g, ' ')
    .replace(/<(text:p|text:h|table:table-cell|table:covered-table-cell)\b[^>]*\/>/g, '<$1></$1>')
    .replace(/<(\/?)([a-z]+:[a-z-]+)\b[^>]*>/g, (_, close, name) => (tags[name] ? `<${close}${tags[name]}>` : ''))
