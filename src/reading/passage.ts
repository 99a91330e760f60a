import type { Clause } from './document.ts'

/** The part of a clause that a time is read from, and what stands around it. */
export type Passage = {
  clause: Clause
  /** The clauses of the same section, this one among them: labels such as "Cơ quan chủ trì:" stand beside. */
  siblings: Clause[]
  /** The sentence, and the one after it in the clause ("Tuy nhiên, đến nay …"). */
  sentence: string
  next: string
  /** The part of the sentence between semicolons; at most the sentence. */
  text: string
}
