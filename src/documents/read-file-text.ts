import type { FileText, FileTextResult } from './file-text.ts'
import { runInChild, type TextFunction } from './in-child.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { type Refused, refuse } from './refusal.ts'

/** A file's bytes → its words, read in a child process that is killed at the limits. Refuses with a reason, never throws for a bad file. */
export async function readFileText(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<FileTextResult> {
  const read = await readFileThrough(bytes, null, limits)
  return read.ok ? read.file : read
}

/** The same, and in the child a pure function over the words as well; its answer comes as `value` (to be checked by the caller). */
export async function readFileThrough(
  bytes: Uint8Array,
  next: TextFunction | null,
  limits: Partial<Limits> = {},
): Promise<{ ok: true; file: FileText; value: unknown } | Refused> {
  const all = { ...defaultLimits, ...limits }
  if (bytes.length > all.maxBytes) return refuse('too_large')
  if (bytes.length === 0) return refuse('empty')

  const { read, value } = await runInChild({ bytes, limits: all, next })
  return read.ok ? { ok: true, file: read, value } : read
}
