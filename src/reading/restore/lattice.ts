import type { Masked } from './masks.ts'
import { stretchesOf } from './stretches.ts'
import { keyOf, type Token } from './tokens.ts'

/** One reading of a stretch of the text: as found, or a word with lost letters put back where the text has spaces. */
export type Node = {
  from: number
  to: number
  kind: Token['kind']
  /** What word pairs know it by. */
  key: string
  /** The letters as they would stand. */
  text: string
  /** Are some of them put back? */
  filled: boolean
  /** Natural logarithm of how likely the letters are lost. */
  cost: number
}

/** The letters of a word put where a stretch has blanks: `C c` and `các` → `Các`; null where one of them is not lost. */
export type Fill = (found: string, word: string, from: number) => { text: string; cost: number } | null

/** A token that stays as it stands. */
export const asFound = (token: Token): Node => ({
  from: token.from,
  to: token.to,
  kind: token.kind,
  key: keyOf(token),
  text: token.text,
  filled: false,
  cost: 0,
})

/** What damaged words can be: known words by their blanks, guesses where there are none, and which letters fit. */
export type Readings = { masked: Masked; guess: (found: string) => string[]; fill: Fill }

/** All readings of the text, in the order in which they begin. */
export function latticeOf(text: string, tokens: readonly Token[], { masked, guess, fill }: Readings): Node[] {
  const nodes = tokens.filter(({ kind }) => kind !== 'gap').map(asFound)
  for (const { from, found } of stretchesOf(text, tokens)) {
    for (const word of masked.get(found.toLowerCase()) ?? guess(found)) {
      const filled = fill(found, word, from)
      if (filled) nodes.push({ from, to: from + found.length, kind: 'word', key: word, filled: true, ...filled })
    }
  }
  return nodes.sort((a, b) => a.from - b.from || a.to - b.to)
}
