import type { FileKind } from './file-text.ts'
import { decodeText } from './read-text.ts'
import { type Refused, refuse } from './refusal.ts'

type Sniffed = { ok: true; kind: FileKind } | Refused

/** What a file is, told by its bytes alone; its name is never asked. Refuses what no reader takes, each with its own reason. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (bytes.every((byte) => byte === 0)) return refuse('empty')
  if (startsWith(bytes, '%PDF-')) return { ok: true, kind: 'pdf' }

  const text = decodeText(bytes)
  if (text !== null) return sniffText(text)
  return sniffBinary(bytes)
}

function sniffText(text: string): Sniffed {
  const start = text.slice(0, 2000).trimStart().toLowerCase()
  if (start === '') return text.trim() === '' ? refuse('empty') : { ok: true, kind: 'text' }
  if (start.startsWith('{\\rtf')) return refuse('unsupported')
  return { ok: true, kind: /^(<\?xml[^>]*>\s*)?(<!doctype html|<html|<head|<body)/.test(start) ? 'html' : 'text' }
}

async function sniffBinary(bytes: Uint8Array): Promise<Sniffed> {
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type === undefined) return refuse(looksWritten(bytes) ? 'garbled' : 'unsupported')
  if (type.ext === 'cfb') return refuse(compoundReason(bytes))
  if (type.ext === 'docx' || (type.ext === 'zip' && contains(bytes, 'word/document'))) return { ok: true, kind: 'docx' }
  return refuse(type.mime.startsWith('image/') ? 'scanned' : 'unsupported')
}

/** Old Word, Excel and encrypted new Word share one container; the names in its directory, in UTF-16, tell them apart. */
function compoundReason(bytes: Uint8Array): 'encrypted' | 'old_word' | 'unsupported' {
  if (contains(bytes, 'EncryptedPackage', 'utf16le')) return 'encrypted'
  return contains(bytes, 'WordDocument', 'utf16le') ? 'old_word' : 'unsupported'
}

/** Text in an encoding older than Unicode (TCVN3, VNI): bytes that are letters, no control characters. */
function looksWritten(bytes: Uint8Array): boolean {
  const control = bytes.subarray(0, 4096).filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte))
  return control.length === 0
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const contains = (bytes: Uint8Array, name: string, encoding: BufferEncoding = 'latin1') =>
  asBuffer(bytes).includes(name, 0, encoding)

/** Some programs put a few bytes of their own before a PDF's first line. */
const startsWith = (bytes: Uint8Array, mark: string) => {
  const at = asBuffer(bytes.subarray(0, 1024)).indexOf(mark, 0, 'latin1')
  return at === 0 || (at > 0 && !/\p{L}/u.test(asBuffer(bytes.subarray(0, at)).toString('latin1')))
}
