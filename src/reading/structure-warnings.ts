import type { PlanDraft } from '../domain/plan.ts'
import type { Clause, DocumentText } from './document.ts'
import { squeeze } from './fold.ts'
import { clip } from './quote.ts'
import type { Head } from './read-head.ts'
import { readMarker, romanValue } from './read-marker.ts'

type Warning = PlanDraft['warnings'][number]

const warn = (code: string, section: string, quote: string): Warning => ({ code, section, quote: clip(squeeze(quote)) })

/** `Số:    /KH-UBND`: number and day are left for the clerk, so the document may be a draft. */
const blanks = (head: readonly string[], { number, issuedOn }: Head): Warning[] => [
  ...(number
    ? []
    : head.filter((line) => /S[ốÔôỐ]\s*:?\s*\/\s*\p{Lu}/u.test(line)).map((line) => warn('number_blank', '', line))),
  ...(issuedOn
    ? []
    : head
        .filter((line) => /,\s*ngày\s+(?:\.|…|\s)*tháng/u.test(line))
        .map((line) => warn('issue_day_blank', '', line))),
]

/** Roman chapters of the outermost row that skip a number or have one twice. */
function rowWarnings(clauses: readonly Clause[]): Warning[] {
  const roman = clauses.flatMap((clause) => {
    const marker = clause.marker ? readMarker(clause.marker) : null
    return marker?.style === 'roman' && clause.headings.length === 0 ? [{ clause, place: romanValue(marker.name) }] : []
  })
  return roman.flatMap(({ clause, place }, at) => {
    const before = roman[at - 1]?.place ?? 0
    if (place === before + 1 || place === 1) return []
    return [warn(place === before ? 'section_repeated' : 'section_skipped', clause.section, clause.text)]
  })
}

/** What in the shape of a document an admin should look at before trusting it. */
export const structureWarnings = ({ head, clauses }: DocumentText, facts: Head): Warning[] => [
  ...blanks(head, facts),
  ...rowWarnings(clauses),
]
