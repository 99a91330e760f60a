import { z } from 'zod'
import type { Turn } from '../../chat/turn.ts'
import { defaultLimits } from '../../documents/limits.ts'
import { type RefusalReason, refusalReasons } from '../../documents/refusal.ts'
import { type AttachedFile, attachedFile } from '../../domain/registration-body.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Input } from '../engine/dialog.ts'

const kept = z.union([
  attachedFile.extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum([...refusalReasons, 'failed']) }),
])

/** The slow work that keeps a file (keep-attachment-work.ts). */
const kind = 'keep_attachment'

type SentFile = Extract<Input, { kind: 'file' }>['file']

/** Begins keeping a file that was sent; null where it is too large to be taken at all. */
export async function keepFile(turn: Turn, file: SentFile): Promise<string | null> {
  if (file.size !== null && file.size > defaultLimits.maxBytes) return null
  return turn.startTask(kind, { file })
}

/** Why a file is not kept; what reading says of plans is said otherwise of files that are not read. */
function refusalOf(texts: Texts, reason: RefusalReason | 'failed'): string {
  if (reason === 'failed' || reason === 'too_large' || reason === 'unsupported')
    return texts.t(`reports.file.${reason}`)
  return texts.t(`documents.refused.${reason}`)
}

/** The end of keeping a file: of which task, and the file or the sentence that says why not; null for any other input. */
export function keptFile(
  { incoming, texts }: Turn,
  input: Input,
): { taskId: string; file: AttachedFile | null; refusal: string } | null {
  if (input.kind !== 'task' || input.name !== kind || incoming.what.kind !== 'task') return null
  const { taskId } = incoming.what
  const result = kept.parse(input.result)
  if (result.ok) return { taskId, file: attachedFile.parse(result), refusal: '' }
  return { taskId, file: null, refusal: refusalOf(texts, result.reason) }
}
