import type { FileText, FileTextResult } from './file-text.ts'
import { isOldEncoding } from './garbled.ts'
import type { Limits } from './limits.ts'
import { decodeOldText, fromOldEncoding } from './old-encodings.ts'
import { decodeText } from './read-text.ts'
import { refuse } from './refusal.ts'
import type { Scanning } from './scan/scanning.ts'
import { sniff } from './sniff.ts'

/** Nobody waits and nobody looks on. */
const alone = (): Scanning => ({ begin: async () => {}, progress: () => {}, pictures: new Map() })

/**
 * Words of a file, or of several photos in order, read in this process: for the child, and for text that somebody typed. Hostile files belong into
 * `readFileText`. The big readers are loaded only for the files that need them.
 */
export async function readBytes(
  bytes: Uint8Array | Uint8Array[],
  limits: Limits,
  scanning: Scanning = alone(),
): Promise<FileTextResult> {
  const files = [bytes].flat()
  if (files.reduce((sum, { length }) => sum + length, 0) > limits.maxBytes) return refuse('too_large')
  const kinds = await Promise.all(files.map(sniff))
  const refused = kinds.find((kind) => !kind.ok)
  if (refused) return refused
  const [first] = kinds
  if (!first?.ok || !files[0]) return refuse('empty')
  if (files.length > 1 && !kinds.every((kind) => kind.ok && kind.kind === 'photo')) return refuse('unsupported')

  const read =
    first.kind === 'photo'
      ? await photos(files, limits, scanning)
      : await readers[first.kind](files[0], limits, scanning)
  return read.ok ? tidy(read) : read
}

const photos = async (files: Uint8Array[], limits: Limits, scanning: Scanning) =>
  (await import('./scan/read-photos.ts')).readPhotos(files, limits, scanning)

const readers = {
  text: async (bytes: Uint8Array): Promise<FileTextResult> => plain(decodeText(bytes) ?? decodeOldText(bytes) ?? ''),
  html: async (bytes: Uint8Array): Promise<FileTextResult> => {
    const { htmlToText } = await import('./html-to-text.ts')
    return { ...plain(htmlToText(decodeText(bytes) ?? '')), kind: 'html' }
  },
  docx: async (bytes: Uint8Array, limits: Limits) => (await import('./read-docx.ts')).readDocx(bytes, limits),
  doc: async (bytes: Uint8Array) => (await import('./read-doc.ts')).readDoc(bytes),
  odt: async (bytes: Uint8Array, limits: Limits) => (await import('./read-odt.ts')).readOdt(bytes, limits),
  rtf: async (bytes: Uint8Array) => (await import('./read-rtf.ts')).readRtf(bytes),
  pdf: async (bytes: Uint8Array, limits: Limits, scanning: Scanning) =>
    (await import('./read-pdf.ts')).readPdf(bytes, limits, scanning),
}

const plain = (text: string): FileText => ({ ok: true, text, kind: 'text', pages: null })

function tidy(read: FileText): FileTextResult {
  const text = read.text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('empty')
  const converted = fromOldEncoding(text)
  if (converted === null && isOldEncoding(text)) return refuse('garbled')
  return { ...read, text: converted ?? text }
}
