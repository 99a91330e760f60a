import type { DocumentText } from './document.ts'
import type { Head } from './read-head.ts'

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(20[0-6]\d)(?!\d)/g)].map((found) => Number(found[1]))

const mostFrequent = (years: readonly number[]): number | null => {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

/** The year that a document belongs to: of its issue, of a title that names one, else the one it speaks of most. */
export function planYear({ title, clauses }: DocumentText, { issuedOn, year }: Head): number | null {
  if (issuedOn) return Number(issuedOn.slice(0, 4))
  if (year) return year
  const named =
    /năm\s+(20\d\d)(?!\s*[-–]\s*\d)/u.exec(title ?? '')?.[1] ?? /\d{1,2}\/\d{1,2}\/(20\d\d)\)/.exec(title ?? '')?.[1]
  if (named) return Number(named)
  return mostFrequent(
    clauses.flatMap((clause) => yearsIn(clause.text.replace(/giai đoạn[^,;.]{0,30}|nhiệm kỳ[^,;.]{0,30}/giu, ''))),
  )
}
