import type { Day } from './day.ts'
import list from './expired-documents.json' with { type: 'json' }
import { fold } from './fold.ts'
import type { ExpiredDocument } from './known-lists.ts'
import type { PlanDraft } from './plan.ts'

/** A document known as no longer in force from a day on. `later`: it was still in force when the plan was issued. */
export type ExpiredBasis = { number: string; since: Day; replacedBy: string | null; later: boolean }

// "1/2024/TT-BNV" and "01/2024/TT-BNV" are one
const keyOf = (number: string): string => fold(number).replace(/^0+(?=\d)/u, '')

/** The list that comes with the program (expired-documents.json), and over it what the agency has entered. */
export function expiredDocuments(own: ExpiredDocument[]): ExpiredDocument[] {
  const entered = new Set(own.map(({ number }) => keyOf(number)))
  return [...list.documents.filter(({ number }) => !entered.has(keyOf(number))), ...own]
}

/** The legal bases of a plan that the list knows as expired by today: to be confirmed, nobody's mistake. */
export function expiredBases(
  { legalBases, issuedOn }: PlanDraft,
  today: Day,
  own: ExpiredDocument[] = [],
): ExpiredBasis[] {
  const cited = new Set(legalBases.map(({ number }) => keyOf(number)))
  return expiredDocuments(own)
    .filter(({ number, since }) => since <= today && cited.has(keyOf(number)))
    .map((one) => ({ ...one, later: issuedOn !== null && issuedOn < one.since }))
}
