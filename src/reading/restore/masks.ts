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

/** Every way in which one further letter can be missing from the words, at one or several places, alone or with those known to be lost. */
export function maskAnyLetter(words: Iterable<string>, isLost: (letter: string) => boolean): Masked {
  const masked: Masked = new Map()
  for (const word of words) {
    if (word.length > longestWord) continue
    const known = subsetsOf(placesOf(word, isLost))
    for (const letter of new Set(word)) {
      if (isLost(letter)) continue
      for (const places of subsetsOf(placesOf(word, (one) => one === letter))) {
        if (places.length) for (const more of known) add(masked, blank(word, [...places, ...more]), word)
      }
    }
  }
  return masked
}
