import type { Day } from './day.ts'
import list from './expired-documents.json' with { type: 'json' }
import { fold } from './fold.ts'
import type { PlanDraft } from './plan.ts'

/** A document known as no longer in force from a day on. `later`: it was still in force when the plan was issued. */
export type ExpiredBasis = { number: string; since: Day; replacedBy: string | null; later: boolean }

// "1/2024/TT-BNV" and "01/2024/TT-BNV" are one
const keyOf = (number: string): string => fold(number).replace(/^0+(?=\d)/u, '')

/** The legal bases of a plan that the list (expired-documents.json) knows as expired by today: to be confirmed, nobody's mistake. */
export function expiredBases({ legalBases, issuedOn }: PlanDraft, today: Day): ExpiredBasis[] {
  const cited = new Set(legalBases.map(({ number }) => keyOf(number)))
  return list.documents
    .filter(({ number, since }) => since <= today && cited.has(keyOf(number)))
    .map((one) => ({ ...one, later: issuedOn !== null && issuedOn < one.since }))
}
