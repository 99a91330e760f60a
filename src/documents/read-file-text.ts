import type { FileText, FileTextResult } from './file-text.ts'
import { type Onlooker, runInChild, type TextFunction } from './in-child.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { type Refused, refuse } from './refusal.ts'

/** One file, or photos of a document's pages in order. */
export type FileBytes = Uint8Array | Uint8Array[]

/** A file's bytes → its words, read in a child process that is killed at the limits. Refuses with a reason, never throws for a bad file. */
export async function readFileText(
  bytes: FileBytes,
  limits: Partial<Limits> = {},
  onlooker: Onlooker = {},
): Promise<FileTextResult> {
  const read = await readFileThrough(bytes, null, limits, onlooker)
  return read.ok ? read.file : read
}

/** The same, and in the child a function over the words as well; its answer comes as `value` (to be checked by the caller). */
export async function readFileThrough(
  bytes: FileBytes,
  next: TextFunction | null,
  limits: Partial<Limits> = {},
  onlooker: Onlooker = {},
): Promise<{ ok: true; file: FileText; value: unknown } | Refused> {
  const all = { ...defaultLimits, ...limits }
  const size = [bytes].flat().reduce((sum, { length }) => sum + length, 0)
  if (size > all.maxBytes) return refuse('too_large')
  if (size === 0) return refuse('empty')

  const { read, value } = await runInChild({ bytes, limits: all, next }, undefined, onlooker)
  return read.ok ? { ok: true, file: read, value } : read
}
