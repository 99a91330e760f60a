import { decodeOldText } from './old-encodings.ts'
import { readCsv } from './read-csv.ts'
import { decodeText } from './read-text.ts'
import { readXlsx } from './read-xlsx.ts'
import { sniff } from './sniff.ts'

export const sheetRefusals = [
  'empty',
  'photo',
  'document',
  'old_excel',
  'encrypted',
  'corrupt',
  'too_many_rows',
] as const
/** Why a file is no list: a photo, a document of words, Excel of before 2007, … */
export type SheetRefusal = (typeof sheetRefusals)[number]
export type SheetText = { ok: true; rows: string[][] } | { ok: false; reason: SheetRefusal }

/** What a list may hold; more is no list of one unit's people. */
const mostRows = 5_000
const mostColumns = 60
const longestCell = 1_000
const maxUnpackedBytes = 100 * 1024 * 1024

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Is it a workbook of Excel since 2007, told by its bytes? */
export const isXlsx = (bytes: Uint8Array): boolean =>
  asBuffer(bytes.subarray(0, 4)).equals(Buffer.from('PK\x03\x04', 'latin1')) &&
  asBuffer(bytes).includes('xl/workbook', 0, 'latin1')

const isCompound = (bytes: Uint8Array) => asBuffer(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0'

async function rowsOf(bytes: Uint8Array): Promise<SheetText> {
  if (isXlsx(bytes)) return readXlsx(bytes, maxUnpackedBytes)
  const sniffed = await sniff(bytes)
  if (!sniffed.ok && sniffed.reason === 'empty') return { ok: false, reason: 'empty' }
  if (!sniffed.ok && sniffed.reason === 'encrypted') return { ok: false, reason: 'encrypted' }
  if (!sniffed.ok && isCompound(bytes)) return { ok: false, reason: 'old_excel' }
  if (!sniffed.ok) return { ok: false, reason: 'corrupt' }
  if (sniffed.kind === 'photo') return { ok: false, reason: 'photo' }
  const text = sniffed.kind === 'text' ? (decodeText(bytes) ?? decodeOldText(bytes)) : null
  return text === null ? { ok: false, reason: 'document' } : readCsv(text)
}

/** A list in a file (XLSX, CSV, lines of text) → its rows of texts, within the limits; what it is is told by its bytes. */
export async function readSheetBytes(bytes: Uint8Array): Promise<SheetText> {
  const read = await rowsOf(bytes)
  if (!read.ok) return read
  const last = read.rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  if (last === -1) return { ok: false, reason: 'empty' }
  if (last >= mostRows) return { ok: false, reason: 'too_many_rows' }
  const rows = read.rows.slice(0, last + 1)
  return { ok: true, rows: rows.map((cells) => cells.slice(0, mostColumns).map((cell) => cell.slice(0, longestCell))) }
}
