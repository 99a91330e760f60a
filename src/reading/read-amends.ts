import type { PlanDraft } from '../domain/plan.ts'
import type { Citation } from './cited-documents.ts'
import type { DocumentText } from './document.ts'
import { documentNumber, tidyNumber } from './document-number.ts'
import { fold } from './fold.ts'

const changes = /gia han|keo dai|dieu chinh|sua doi|thay doi thoi gian|lui thoi han|bo sung/

const numberIn = new RegExp(documentNumber, 'u')

/** The plan that this document extends or changes (gia hạn, điều chỉnh, bổ sung), where its title says that it does. */
export function readAmends({ title, clauses }: DocumentText, citations: readonly Citation[]): PlanDraft['amends'] {
  if (!title || !changes.test(fold(title))) return null
  const inTitle = numberIn.exec(title)?.[0]
  const texts = clauses.map((clause) => clause.text)
  const number = inTitle ? tidyNumber(inTitle) : (numberAmended(texts) ?? onlyPlan(texts))
  if (!number) return null
  return { number, date: citations.find((cited) => cited.number === number)?.date ?? null }
}

/** `… điều chỉnh thời gian tại Kế hoạch số 12/KH-UBND …`: the first number behind the word of change in one sentence. */
function numberAmended(texts: readonly string[]): string | null {
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[.;])\s/))) {
    const at = fold(sentence).search(changes)
    const found = at >= 0 ? numberIn.exec(sentence.slice(at))?.[0] : undefined
    if (found) return tidyNumber(found)
  }
  return null
}

const planNumber = new RegExp(String.raw`[Kk]ế hoạch\s+số\s*:?\s*(${documentNumber})`, 'gu')

/** The one plan that is cited by number; null where it is none or several. */
function onlyPlan(texts: readonly string[]): string | null {
  const cited = texts.flatMap((text) => [...text.matchAll(planNumber)].map((found) => tidyNumber(found[1] ?? '')))
  const numbers = [...new Set(cited)]
  return numbers.length === 1 ? (numbers[0] ?? null) : null
}
