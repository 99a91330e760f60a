import type { Deed } from './paper-changes.ts'

/** What is known of a paper when it is sent. `year`: that of its code. */
export type NewPaper = Deed & {
  draftId: string
  planId: string
  deadlineId: string | null
  subject: 'unit' | 'person'
  personId: string | null
  unitId: string
  body: unknown
  late: boolean
  lateReason: string | null
  year: number
}

/** A paper that has just been sent, as its row: waiting, in its first version, undecided. */
export const newPaperRow = (id: string, code: string, sent: NewPaper) => ({
  id,
  code,
  plan_id: sent.planId,
  deadline_id: sent.deadlineId,
  subject: sent.subject,
  person_id: sent.personId,
  unit_id: sent.unitId,
  typed_by: sent.by,
  state: 'waiting' as const,
  late: sent.late ? (1 as const) : (0 as const),
  late_reason: sent.lateReason,
  paper: 'none' as const,
  return_reason: null,
  version: 1,
  body: JSON.stringify(sent.body),
  draft_id: sent.draftId,
  submitted_at: sent.at,
  decided_by: null,
  decided_at: null,
  received_by: null,
  received_at: null,
})
