import type { Instant } from '../domain/day.ts'
import type { PaperArrival } from '../domain/paper-arrival.ts'
import type { RegistrationState } from '../domain/registration.ts'
import { arrivalOfRow } from './arrival-columns.ts'
import type { RegistrationRow } from './schema.ts'

/** What a registration and a report have in common: who sent it, where it stands, the signed paper beside it. */
export type SentPaper = {
  id: string
  code: string
  planId: string
  deadlineId: string | null
  subject: 'unit' | 'person'
  personId: string | null
  unitId: string
  typedBy: string
  state: RegistrationState
  late: boolean
  lateReason: string | null
  paper: 'none' | 'reported' | 'received'
  /** How the signed paper came, where the clerk noted it. */
  arrival: PaperArrival | null
  returnReason: string | null
  version: number
  submittedAt: Instant
  decidedBy: string | null
  decidedAt: Instant | null
  receivedBy: string | null
  receivedAt: Instant | null
}

/** The common part of a stored row. */
export const sentPaperOf = (row: RegistrationRow): SentPaper => ({
  id: row.id,
  code: row.code,
  planId: row.plan_id,
  deadlineId: row.deadline_id,
  subject: row.subject,
  personId: row.person_id,
  unitId: row.unit_id,
  typedBy: row.typed_by,
  state: row.state,
  late: row.late === 1,
  lateReason: row.late_reason,
  paper: row.paper,
  arrival: arrivalOfRow(row),
  returnReason: row.return_reason,
  version: row.version,
  submittedAt: row.submitted_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  receivedBy: row.received_by,
  receivedAt: row.received_at,
})
