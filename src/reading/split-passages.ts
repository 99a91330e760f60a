import type { Clause, DocumentText } from './document.ts'
import type { Passage } from './passage.ts'
import { splitSegments, splitSentences } from './sentences.ts'

function passagesOf(clause: Clause, siblings: Clause[]): Passage[] {
  const sentences = splitSentences(clause.text)
  return sentences.flatMap((sentence, i) =>
    splitSegments(sentence).map((text) => ({ clause, siblings, sentence, next: sentences[i + 1] ?? '', text })),
  )
}

/** A document's body in the parts that are read one by one: each sentence, cut at its semicolons. */
export function splitPassages({ clauses }: DocumentText): Passage[] {
  const bySection = Map.groupBy(clauses, (clause) => clause.section)
  return clauses.flatMap((clause) => passagesOf(clause, bySection.get(clause.section) ?? []))
}
