import mammoth from 'mammoth'
import { numberParagraphs } from './docx-numbering.ts'
import type { FileTextResult } from './file-text.ts'
import { htmlToText } from './html-to-text.ts'
import type { Limits } from './limits.ts'
import { refuse } from './refusal.ts'
import { type Parts, unzip } from './unzip.ts'

/** The words of a DOCX: page heads first, then the body, Word's own numbers written out, a table row a line. */
export async function readDocx(bytes: Uint8Array, limits: Limits): Promise<FileTextResult> {
  const unzipped = unzip(bytes, (name) => /\.(xml|rels)$/i.test(name), limits.maxUnpackedBytes)
  if (!unzipped.ok) return unzipped
  const { parts } = unzipped

  try {
    const body = 'word/document.xml'
    const xml = parts.get(body)
    if (xml)
      parts.set(
        body,
        Buffer.from(numberParagraphs(String(xml), partText(parts, 'numbering'), partText(parts, 'styles'))),
      )
    const { value } = await mammoth.convertToHtml(asMammothFile(parts), options)
    return { ok: true, text: `${pageHeads(parts)}${htmlToText(value)}`, kind: 'docx', pages: null }
  } catch {
    return refuse('corrupt')
  }
}

/** Headings, lists and pictures as plain paragraphs: their numbers are in the text by now. */
const options = {
  includeDefaultStyleMap: false,
  includeEmbeddedStyleMap: false,
  ignoreEmptyParagraphs: false,
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
}

const partText = (parts: Parts, name: string) => String(parts.get(`word/${name}.xml`) ?? '')

/** Mammoth takes an opened zip as `file`, which its types leave out; so it sees only parts whose size was checked. */
function asMammothFile(parts: Parts): { buffer: Buffer } {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: BufferEncoding) => {
      const part = parts.get(name) ?? Buffer.alloc(0)
      return encoding ? part.toString(encoding) : part
    },
  }
  return { file } as unknown as { buffer: Buffer }
}

/** What stands above each page, where some offices put a mark of secrecy; page numbers are left out. Mammoth does not read it. */
function pageHeads(parts: Parts): string {
  const names = [...parts.keys()].filter((name) => /^word\/header\d*\.xml$/.test(name)).sort()
  const lines = names.flatMap((name) => paragraphTexts(String(parts.get(name)))).filter((line) => /\p{L}/u.test(line))
  return [...new Set(lines)].map((line) => `${line}\n`).join('')
}

const paragraphTexts = (xml: string) =>
  xml
    .split('</w:p>')
    .map((paragraph) => htmlToText([...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].map((t) => t[1]).join('')))
