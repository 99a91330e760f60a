import { isSyllable } from './syllable.ts'

const mostBlanks = 2

const fillFirst = (patterns: readonly string[], letters: readonly string[]): string[] =>
  patterns.flatMap((pattern) => letters.map((letter) => pattern.replace(' ', letter)))

/**
 * Syllables that no counted text has, told from the rules of spelling alone: `kho ng` without á → khoáng. Only for small
 * letters of which some cannot stand alone: what is written with a capital may be a name.
 */
export function guessSyllables(found: string, lost: readonly string[]): string[] {
  const left = found.split(' ').filter(Boolean)
  const blanks = found.length - left.join('').length
  if (blanks > mostBlanks || found !== found.toLowerCase() || left.every(isSyllable)) return []
  const filled = Array.from({ length: blanks }).reduce<string[]>((patterns) => fillFirst(patterns, lost), [found])
  return filled.filter(isSyllable)
}
