import { unzip } from '../../src/documents/unzip.ts'
import { checkLayout } from '../../src/papers/check/check-layout.ts'

const room = 100_000_000

/** The parts of a DOCX by name, as text. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const unpacked = unzip(bytes, () => true, room)
  if (!unpacked.ok) throw new Error(`The paper does not open: ${unpacked.reason}`)
  return new Map([...unpacked.parts].map(([name, part]) => [name, part.toString('utf8')]))
}

const documentOf = (bytes: Uint8Array): string => partsOf(bytes).get('word/document.xml') ?? ''

const letters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const plain = (xml: string) => xml.replace(/&(?:lt|gt|quot|apos|amp);/g, (sign) => letters[sign] ?? sign)

/** The paragraphs of a paper in order, cells of tables too. */
export const linesOf = (bytes: Uint8Array): string[] =>
  [...documentOf(bytes).matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => plain(words ?? '')).join(''),
    )
    .filter((line) => line !== '')

/** The rows of the n-th ruled table, each the words of its cells; the head is the first. */
export function tableOf(bytes: Uint8Array, index: number): string[][] {
  const tables = [...documentOf(bytes).matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table)
  const ruled = tables.filter((table) => table.includes('<w:tblHeader/>'))
  return [...(ruled[index] ?? '').matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([line]) => plain(line.replace(/<[^>]+>/g, ''))).join('\n'),
    ),
  )
}

/** What our own check of the layout finds in a paper, a line each. */
export function layoutFindings(bytes: Uint8Array): string[] {
  const unpacked = unzip(bytes, () => true, room)
  const checked = unpacked.ok ? checkLayout(unpacked.parts) : unpacked
  return checked.ok ? checked.findings.map(({ rule, element, where }) => `${rule} ${element} ${where}`) : ['unreadable']
}
