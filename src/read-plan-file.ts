import type { FileText } from './documents/file-text.ts'
import type { Limits } from './documents/limits.ts'
import { readFileThrough } from './documents/read-file-text.ts'
import { type Refused, refuse } from './documents/refusal.ts'
import type { PlanDraft } from './domain/plan.ts'
import type { PlanOrRefusal } from './reading/read-plan-or-refuse.ts'

const planReader = {
  module: new URL('./reading/read-plan-or-refuse.ts', import.meta.url).href,
  name: 'readPlanOrRefuse',
}

export type ReadPlanFile =
  | { ok: true; draft: PlanDraft; text: string; kind: FileText['kind']; pages: number | null }
  | Refused

/** A file's bytes → the plan draft and the restored text, both made in a child process within the limits; or why not. */
export async function readPlanFile(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<ReadPlanFile> {
  const read = await readFileThrough(bytes, planReader, limits)
  if (!read.ok) return read

  // Our own function made it in our own child, from the schema's type: it is trusted as it comes.
  const plan = read.value as PlanOrRefusal
  if (!plan.ok) return refuse(plan.reason)
  return { ok: true, draft: plan.draft, text: plan.text, kind: read.file.kind, pages: read.file.pages }
}
