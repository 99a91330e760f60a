import readWorkbook from 'read-excel-file/node'
import type { SheetText } from './read-sheet.ts'
import { unzip } from './unzip.ts'

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A cell as it is read: a day as people write it, a number as it is; of a formula what was last computed, never run. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date)
    return `${twoDigits(cell.getUTCDate())}/${twoDigits(cell.getUTCMonth() + 1)}/${cell.getUTCFullYear()}`
  return String(cell).normalize('NFC')
}

/** The first sheet of a workbook that holds anything, as rows of texts. */
export async function readXlsx(bytes: Uint8Array, maxUnpackedBytes: number): Promise<SheetText> {
  const packed = unzip(bytes, () => false, maxUnpackedBytes)
  if (!packed.ok) return { ok: false, reason: packed.reason === 'too_heavy' ? 'too_many_rows' : 'corrupt' }
  try {
    const sheets = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const rows = sheets.find(({ data }) => data.length > 0)?.data ?? []
    return { ok: true, rows: rows.map((cells) => cells.map(textOf)) }
  } catch {
    return { ok: false, reason: 'corrupt' }
  }
}
