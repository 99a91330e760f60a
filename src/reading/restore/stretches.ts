import type { Token } from './tokens.ts'

const longest = 8
const longGap = 12
const besideWords = 2

/** What a character of the text is: white space that may hide letters or that hides none, a letter, or what is never altered. */
const blank = 0
const letter = 1
const fixed = 2

function kindsOf(text: string, tokens: readonly Token[]): Uint8Array {
  const kinds = new Uint8Array(text.length + 1).fill(fixed)
  for (const { kind, from, to } of tokens) {
    if (kind === 'word') kinds.fill(letter, from, to)
    if (kind === 'gap') kinds.fill(blank, from, to)
    if (kind === 'gap' && to - from > longGap) kinds.fill(fixed, from + besideWords, to - besideWords)
  }
  for (let at = 0; at < text.length; at += 1) if (kinds[at] === blank && text[at] !== ' ') kinds[at] = fixed
  return kinds
}

/** Every stretch that holds spaces and could be one damaged word: no letter touches it on either side. */
export function* stretchesOf(text: string, tokens: readonly Token[]): Generator<{ from: number; found: string }> {
  const kinds = kindsOf(text, tokens)
  for (let from = 0; from < text.length; from += 1) {
    if (kinds[from] === fixed || kinds[from - 1] === letter) continue
    let blanks = 0
    for (let at = from; at < from + longest && kinds[at] !== fixed; at += 1) {
      if (kinds[at] === blank) blanks += 1
      if (blanks > 0 && kinds[at + 1] !== letter) yield { from, found: text.slice(from, at + 1) }
    }
  }
}
