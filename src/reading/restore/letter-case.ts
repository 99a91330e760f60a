import { isSyllable } from './syllable.ts'

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase()

/** Where a damaged word stands: in a line of capitals, at the head of a sentence, or inside one. */
export type Place = { capitals: boolean; opens: boolean }

/**
 * The letters that the spaces of a damaged word stand for, each as a capital or small as its neighbours and its place
 * ask: `C c`, các → á; ` iến`, tiến at the head of a sentence → T or t, the likelier first.
 */
export function lostLettersOf(found: string, word: string, { capitals, opens }: Place): string[][] {
  const left = found.replaceAll(' ', '')
  const upper = left !== '' && left === left.toUpperCase()
  // ` Ở`, `V ` of VT: no small letter stands before a capital, and letters that are no syllable are an abbreviation
  const allUpper = capitals || (upper && (left.length > 1 || found.startsWith(' ') || !isSyllable(word)))
  return Array.from(word, (letter, at) => {
    const capital = letter.toUpperCase()
    if (found[at] !== ' ') return [found[at] ?? letter]
    if (allUpper) return [capital]
    if (at > 0 || isUpper(left[0] ?? '')) return [letter]
    return opens ? [capital, letter] : [letter, capital]
  })
}
