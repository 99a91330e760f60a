import type { PlanDraft } from '../domain/plan.ts'
import { readPlan } from './read-plan.ts'
import { refusalOf, type TextRefusal } from './refuse.ts'

export type PlanOrRefusal = { ok: true; draft: PlanDraft; text: string } | { ok: false; reason: TextRefusal }

/** A document's words → the plan draft and the restored text. Refuses what is marked secret, empty, or no administrative document. */
export function readPlanOrRefuse(raw: string): PlanOrRefusal {
  const reason = refusalOf(raw)
  return reason === null ? { ok: true, ...readPlan(raw) } : { ok: false, reason }
}
