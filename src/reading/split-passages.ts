import type { Clause, DocumentText } from './document.ts'
import type { Passage } from './passage.ts'
import { splitSegments, splitSentences } from './sentences.ts'

/** No sentence is so long: what lost its stops is cut between words, so that reading stays quick. */
const longest = 3000
const cutLong = (text: string): string[] =>
  text.length <= longest
    ? [text]
    : (text.match(new RegExp(`.{1,${longest}}(?:\\s|$)|.{${longest}}`, 'gsu')) ?? []).map((part) => part.trim())

function passagesOf(clause: Clause, siblings: Clause[]): Passage[] {
  if (clause.row?.isHead) return []
  if (clause.row) {
    const text = clause.text.slice(0, longest)
    return [{ clause, siblings: [], sentence: text, next: '', text }]
  }
  const sentences = splitSentences(clause.text)
  return sentences.flatMap((sentence, i) =>
    splitSegments(sentence)
      .flatMap(cutLong)
      .map((text) => ({
        clause,
        siblings,
        sentence: sentence.length > longest ? text : sentence,
        next: (sentences[i + 1] ?? '').slice(0, longest),
        text,
      })),
  )
}

/** A document's body in the parts that are read one by one: each sentence, cut at its semicolons. */
export function splitPassages({ clauses }: DocumentText): Passage[] {
  const bySection = Map.groupBy(clauses, (clause) => clause.section)
  return clauses.flatMap((clause) => passagesOf(clause, bySection.get(clause.section) ?? []))
}
