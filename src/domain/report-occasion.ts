import { subjectKey } from './registration-body.ts'

/** What a report is for: a deadline of a plan (one round of it, where it comes again), and who reports. */
export type Occasion = {
  planId: string
  /** Null where the plan names no deadline of reporting. */
  deadlineId: string | null
  round: string | null
  subject: 'unit' | 'person'
  unitId: string
  /** Null for a unit. */
  personId: string | null
}

/** One report stands for an occasion, no more. */
export const occasionKey = ({ planId, deadlineId, round, subject, unitId, personId }: Occasion): string =>
  [planId, deadlineId ?? '', round ?? '', subjectKey(subject, unitId, personId)].join(' ')
