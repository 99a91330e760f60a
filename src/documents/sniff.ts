import type { FileKind } from './file-text.ts'
import { decodeOldText } from './old-encodings.ts'
import { decodeText } from './read-text.ts'
import { type Refused, refuse } from './refusal.ts'

type Sniffed = { ok: true; kind: FileKind } | Refused

/** What a file is, told by its bytes alone; its name is never asked. Refuses what no reader takes, each with its own reason. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (bytes.every((byte) => byte === 0)) return refuse('empty')
  if (startsWith(bytes, '%PDF-')) return { ok: true, kind: 'pdf' }
  if (startsWith(bytes, '{\\rtf')) return { ok: true, kind: 'rtf' }

  const text = decodeText(bytes)
  if (text !== null) return sniffText(text)
  return sniffBinary(bytes)
}

function sniffText(text: string): Sniffed {
  const start = text.slice(0, 2000).trimStart().toLowerCase()
  if (start === '') return text.trim() === '' ? refuse('empty') : { ok: true, kind: 'text' }
  return { ok: true, kind: /^(<\?xml[^>]*>\s*)?(<!doctype html|<html|<head|<body)/.test(start) ? 'html' : 'text' }
}

async function sniffBinary(bytes: Uint8Array): Promise<Sniffed> {
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type === undefined) return looksWritten(bytes) ? sniffOldText(bytes) : refuse('unsupported')
  if (type.ext === 'cfb') return sniffCompound(bytes)
  if (type.ext === 'odt') return { ok: true, kind: 'odt' }
  if (type.ext === 'docx' || (type.ext === 'zip' && contains(bytes, 'word/document'))) return { ok: true, kind: 'docx' }
  return photos.includes(type.ext) ? { ok: true, kind: 'photo' } : refuse('unsupported')
}

const photos = ['jpg', 'png', 'webp', 'heic']

/** Old Word, Excel and encrypted new Word share one container; the names in its directory, in UTF-16, tell them apart. */
function sniffCompound(bytes: Uint8Array): Sniffed {
  if (contains(bytes, 'EncryptedPackage', 'utf16le')) return refuse('encrypted')
  const isWord = contains(bytes, 'WordDocument', 'utf16le') || contains(bytes.subarray(512, 514), '\xec\xa5')
  return isWord ? { ok: true, kind: 'doc' } : refuse('unsupported')
}

const sniffOldText = (bytes: Uint8Array): Sniffed =>
  decodeOldText(bytes) === null ? refuse('garbled') : { ok: true, kind: 'text' }

/** Text in an encoding older than Unicode (TCVN3, VNI): bytes that are letters, no control characters. */
function looksWritten(bytes: Uint8Array): boolean {
  const control = bytes.subarray(0, 4096).filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte))
  return control.length === 0
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
/** Looked for as bytes: `includes` of UTF-16 words never returns where a buffer begins at an odd place of its memory. */
const contains = (bytes: Uint8Array, name: string, encoding: BufferEncoding = 'latin1') =>
  asBuffer(bytes).includes(Buffer.from(name, encoding))

/** Some programs put a few bytes of their own before a PDF's first line. */
const startsWith = (bytes: Uint8Array, mark: string) => {
  const at = asBuffer(bytes.subarray(0, 1024)).indexOf(mark, 0, 'latin1')
  return at === 0 || (at > 0 && !/\p{L}/u.test(asBuffer(bytes.subarray(0, at)).toString('latin1')))
}
