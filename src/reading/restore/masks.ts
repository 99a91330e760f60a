/** What a word can be whose lost letters are spaces: `c c` → các, cục. */
export type Masked = Map<string, string[]>

const longestWord = 8

/** Every choice of some of the first four places, none among them. */
function subsetsOf(places: readonly number[]): number[][] {
  const sets: number[][] = [[]]
  for (const place of places.slice(0, 4)) for (const set of sets.slice()) sets.push([...set, place])
  return sets
}

const blank = (word: string, places: readonly number[]): string =>
  places.reduce((text, place) => `${text.slice(0, place)} ${text.slice(place + 1)}`, word)

const add = (masked: Masked, pattern: string, word: string): void => {
  const words = masked.get(pattern)
  if (!words) masked.set(pattern, [word])
  else if (!words.includes(word)) words.push(word)
}

const placesOf = (word: string, isLost: (letter: string) => boolean): number[] =>
  Array.from(word, (letter, place) => (isLost(letter) ? place : -1)).filter((place) => place >= 0)

/** Every way in which some of the lost letters can be missing from the words. */
export function maskWords(words: Iterable<string>, isLost: (letter: string) => boolean): Masked {
  const masked: Masked = new Map()
  for (const word of words) {
    if (word.length > longestWord) continue
    for (const places of subsetsOf(placesOf(word, isLost))) if (places.length) add(masked, blank(word, places), word)
  }
  return masked
}

/** Does the word stand there with one further letter blank, at one or several places, alone or with those known to be lost? */
function lacksOne(found: string, word: string, isKnown: (letter: string) => boolean): boolean {
  let further = ''
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at)
    if (found[at] === letter) continue
    if (found[at] !== ' ') return false
    if (isKnown(letter)) continue
    if (further && further !== letter) return false
    further = letter
  }
  return further !== ''
}

/** Tells of a stretch with blanks which words it can be if one letter is lost beside the known ones. */
export function wordsLackingOne(
  words: Iterable<string>,
  isKnown: (letter: string) => boolean,
): (found: string) => string[] {
  const byLength = Array.from({ length: longestWord + 1 }, (): string[] => [])
  for (const word of words) byLength[word.length]?.push(word)
  const known = new Map<string, string[]>()
  return (found) => {
    const before = known.get(found)
    if (before) return before
    const fitting = (byLength[found.length] ?? []).filter((word) => lacksOne(found, word, isKnown))
    known.set(found, fitting)
    return fitting
  }
}
