import type { FileText } from './documents/file-text.ts'
import type { Onlooker } from './documents/in-child.ts'
import type { Limits } from './documents/limits.ts'
import { type FileBytes, readFileThrough } from './documents/read-file-text.ts'
import { type Refused, refuse } from './documents/refusal.ts'
import type { PlanDraft } from './domain/plan.ts'
import type { DatePicture, PlanWords } from './read-plan-words.ts'

const planReader = { module: new URL('./read-plan-words.ts', import.meta.url).href, name: 'readPlanWords' }

/** `pictures`: of a scan, the dates that were not made out surely; `bound`: of several photos, all of them in one PDF. */
export type ReadPlanFile =
  | {
      ok: true
      draft: PlanDraft
      text: string
      kind: FileText['kind']
      pages: number | null
      pictures: DatePicture[]
      bound: Uint8Array | null
    }
  | Refused

/** A file's bytes (or photos in order) → the plan draft and the restored text, both made in a child process within the limits; or why not. */
export async function readPlanFile(
  bytes: FileBytes,
  limits: Partial<Limits> = {},
  onlooker: Onlooker = {},
): Promise<ReadPlanFile> {
  const read = await readFileThrough(bytes, planReader, limits, onlooker)
  if (!read.ok) return read

  // Our own function made it in our own child, from the schema's type: it is trusted as it comes.
  const plan = read.value as PlanWords
  if (!plan.ok) return refuse(plan.reason)
  const { draft, text, pictures, bound } = plan
  return { ok: true, draft, text, pictures, bound, kind: read.file.kind, pages: read.file.pages }
}
