import type { Counts } from './counts.ts'
import { isSyllable } from './syllable.ts'

/** How likely words are, learnt from counts. Chances are natural logarithms. */
export type WordModel = {
  /** The chance of a word (small letters, `#` or `,`) behind another. */
  chance: (before: string, word: string) => number
  /** How often the word stands in the texts that were counted. */
  seen: (word: string) => number
  words: () => Iterable<string>
}

const unseenSyllable = 2e-7
const unseenOther = 1e-8

type Followers = { total: number; kinds: number }

const sizeOf = (seconds: Map<string, number> | undefined): Followers => {
  let total = 0
  for (const count of seconds?.values() ?? []) total += count
  return { total, kinds: seconds?.size ?? 0 }
}

/** A model of several counts taken together, such as the general ones and a document's own. What was not seen behind a word falls back to the word alone (Witten and Bell). */
export function wordModel(...layers: readonly Counts[]): WordModel {
  let size = 0
  for (const { words } of layers) for (const count of words.values()) size += count
  const sizes = new Map<string, Followers>()
  const sum = (of: (layer: Counts) => number): number => layers.reduce((all, layer) => all + of(layer), 0)
  const seen = (word: string): number => sum(({ words }) => words.get(word) ?? 0)
  const followers = (before: string): Followers => {
    const known = sizes.get(before)
    if (known) return known
    const each = layers.map(({ pairs }) => sizeOf(pairs.get(before)))
    const all = each.reduce((a, b) => ({ total: a.total + b.total, kinds: a.kinds + b.kinds }), { total: 0, kinds: 0 })
    sizes.set(before, all)
    return all
  }
  const alone = (word: string): number => {
    const count = seen(word)
    if (count > 0) return count / (size + 1)
    return isSyllable(word) ? unseenSyllable : unseenOther
  }
  const chance = (before: string, word: string): number => {
    const { total, kinds } = followers(before)
    if (total === 0) return Math.log(alone(word))
    const together = sum(({ pairs }) => pairs.get(before)?.get(word) ?? 0)
    return Math.log((together + kinds * alone(word)) / (total + kinds))
  }
  return {
    chance,
    seen,
    words: function* () {
      for (const { words } of layers) yield* words.keys()
    },
  }
}
