import type { Instant } from '../domain/day.ts'
import type { RegistrationState } from '../domain/registration.ts'
import { type RegistrationBody, registrationBody } from '../domain/registration-body.ts'
import type { RegistrationRow } from './schema.ts'

/** A registration as the program speaks of it. */
export type Registration = {
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
  returnReason: string | null
  version: number
  body: RegistrationBody
  submittedAt: Instant
  decidedBy: string | null
  decidedAt: Instant | null
  receivedBy: string | null
  receivedAt: Instant | null
}

/** A stored row, its body validated. */
export function toRegistration(row: RegistrationRow): Registration {
  return {
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
    returnReason: row.return_reason,
    version: row.version,
    body: registrationBody.parse(JSON.parse(row.body)),
    submittedAt: row.submitted_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    receivedBy: row.received_by,
    receivedAt: row.received_at,
  }
}
