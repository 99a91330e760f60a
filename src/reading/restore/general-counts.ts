import type { Counts } from './counts.ts'
import vocabulary from './vocabulary.json' with { type: 'json' }
import { fromVocabulary } from './vocabulary.ts'

let counts: Counts | null = null

/** The words and pairs of administrative papers, counted over many; unpacked only once they are needed. */
export function generalCounts(): Counts {
  counts ??= fromVocabulary(vocabulary)
  return counts
}
