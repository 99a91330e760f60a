import WordExtractor from 'word-extractor'
import type { FileTextResult } from './file-text.ts'
import { refuse } from './refusal.ts'

/** The words of an old Word file (97 to 2003): page heads first, then text boxes and the body, each table cell on lines of its own. */
export async function readDoc(bytes: Uint8Array): Promise<FileTextResult> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = fileHead(file)
  if (head === null || head.version < word97) return refuse('old_word')
  if (head.encrypted) return refuse('encrypted')
  try {
    const doc = await new WordExtractor().extract(file)
    const heads = doc.getHeaders({ ...asWritten, includeFooters: false })
    const boxes = doc.getTextboxes({ ...asWritten, includeHeadersAndFooters: true })
    // Page numbers are the only thing in a page head that is no words.
    const above = `${heads}\n${boxes}`.split('\n').filter((line) => /\p{L}/u.test(line))
    return { ok: true, text: [...above, cellsAsLines(doc.getBody(asWritten))].join('\n'), kind: 'doc', pages: null }
  } catch {
    return refuse('corrupt')
  }
}

/** Curly quotes stay curly. */
const asWritten = { filterUnicode: false }

/** A tab ends a cell, and at the end of a line the row; after a mere number ("1.\tNội dung") it is a blank. */
const cellsAsLines = (body: string) =>
  body
    .replace(/\t+(?=\n|$)|(?<=\n)\t+/g, '')
    .replace(/(?<=\p{L}[^\n]{0,400})\t+(?=\p{Lu}|\d+[/.]\d|[-+•])/gu, '\n')
    .replaceAll('\t', ' ')

const word97 = 0xc1

/** The first fields of the stream WordDocument ([MS-DOC] 2.5.2), which begins with a sector; null: an older Word. */
function fileHead(file: Buffer): { version: number; encrypted: boolean } | null {
  for (let at = 512; at + 12 <= file.length; at += 512) {
    if (file.readUInt16LE(at) === 0xa5ec)
      return { version: file.readUInt16LE(at + 2), encrypted: (file.readUInt16LE(at + 10) & 0x100) !== 0 }
  }
  return null
}
