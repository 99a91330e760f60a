import { isSyllable } from './syllable.ts'
import { keyOf, type Token, tokensOf } from './tokens.ts'

/** How often words, and words beside each other, stand in texts. Lower case; `#` is any number, `,` any sign. */
export type Counts = { words: Map<string, number>; pairs: Map<string, Map<string, number>> }

export const emptyCounts = (): Counts => ({ words: new Map(), pairs: new Map() })

const addTo = (counts: Map<string, number>, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

const followersOf = (counts: Counts, word: string): Map<string, number> => {
  const known = counts.pairs.get(word) ?? new Map<string, number>()
  counts.pairs.set(word, known)
  return known
}

/** Adds a word that stands `by` times. */
export const addWord = (counts: Counts, word: string, by = 1): void => addTo(counts.words, word, by)

/** Adds a pair that stands `by` times. */
export const addPair = (counts: Counts, first: string, second: string, by = 1): void =>
  addTo(followersOf(counts, first), second, by)

const isName = (token: Token): boolean => /^\p{Lu}\p{Ll}*$/u.test(token.text)

/** What a word with a capital is counted as, beside the word itself: `^ủy`. */
export const capitalOf = (word: string): string => `^${word}`

/** Does the first of two words mostly stand with a capital: `ủy ban` does, `thực hiện` does not? */
export function isMostlyCapital({ pairs }: Counts, first: string, second: string): boolean {
  const capital = pairs.get(capitalOf(first))?.get(second) ?? 0
  return capital * 2 > (pairs.get(first)?.get(second) ?? 0)
}

/** Counts a text's words and pairs. Two capitalised words beside each other are a name, and no pair. */
function countText(text: string, counts: Counts = emptyCounts()): Counts {
  let before: Token | null = null
  for (const token of tokensOf(text.normalize('NFC'))) {
    if (token.kind === 'gap') continue
    addWord(counts, keyOf(token))
    if (before && !(isName(before) && isName(token))) {
      addPair(counts, keyOf(before), keyOf(token))
      if (isName(before)) addPair(counts, capitalOf(keyOf(before)), keyOf(token))
    }
    before = token
  }
  return counts
}

/** Adds one text's counts to those of many. */
function addCounts(to: Counts, from: Counts): void {
  for (const [word, count] of from.words) addWord(to, word, count)
  for (const [first, seconds] of from.pairs) for (const [second, count] of seconds) addPair(to, first, second, count)
}

const isKept = (word: string, texts: number): boolean => word === '#' || word === ',' || isSyllable(word) || texts > 1

/** The counts of several texts together: every syllable, and what is none where at least two of the texts have it. */
export function countTexts(texts: readonly string[]): Counts {
  const each = texts.map((text) => countText(text))
  const spread = new Map<string, number>()
  for (const { words } of each) for (const word of words.keys()) addTo(spread, word, 1)
  const kept = (word: string): boolean => isKept(word, spread.get(word) ?? 0)
  const all = emptyCounts()
  for (const counts of each) addCounts(all, counts)
  return {
    words: new Map([...all.words].filter(([word]) => kept(word))),
    pairs: new Map(
      [...all.pairs]
        .filter(([first]) => kept(first.replace(/^\^/, '')))
        .map(([first, seconds]) => [first, new Map([...seconds].filter(([second]) => kept(second)))]),
    ),
  }
}
