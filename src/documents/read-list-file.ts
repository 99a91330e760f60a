import { runInChild } from './in-child.ts'
import { defaultLimits } from './limits.ts'
import type { SheetText } from './read-sheet.ts'

/** A list is small: a workbook of two thousand rows has a tenth of this. */
export const maxListBytes = 5 * 1024 * 1024

const limits = { ...defaultLimits, maxBytes: maxListBytes, timeoutMs: 20_000, maxMemoryMb: 400 }

/** A list in a file → its rows, read in a child process that is killed at the limits. `signal` calls it off. */
export async function readListFile(bytes: Uint8Array, signal?: AbortSignal): Promise<SheetText> {
  if (bytes.length > maxListBytes) return { ok: false, reason: 'too_many_rows' }
  const module = new URL('sheet-child.ts', import.meta.url)
  const { read, value } = await runInChild({ bytes, limits, next: null }, module, signal ? { signal } : {})
  if (read.ok) return value as SheetText
  return { ok: false, reason: read.reason === 'corrupt' ? 'corrupt' : 'too_many_rows' }
}
