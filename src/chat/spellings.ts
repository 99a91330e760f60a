import { fold, hasDiacritics } from '../domain/fold.ts'

/** One way of placing tone marks before words are compared: hoá → hóa, thuỷ → thủy. */
const oldPlacement: Record<string, string> = {
  oá: 'óa',
  oà: 'òa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oé: 'óe',
  oè: 'òe',
  uý: 'úy',
  uỳ: 'ùy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** Lower-case words, tone marks placed in one way. */
export function words(text: string): string[] {
  const placed = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!q)(o[áàảãạéè]|u[ýỳỷỹỵ])(?!\p{L})/gu, (vowels) => oldPlacement[vowels] ?? vowels)
  return placed.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** A way of saying something, word by word, with and without its marks. */
export type Spelling = { word: string; plain: string }[]

/** Text → a spelling, for what is compared often. */
export const spell = (text: string): Spelling => words(text).map((word) => ({ word, plain: fold(word) }))

/** Does a typed word mean this word? A word typed with marks must agree in them ("đúng" is not "dừng"). */
const agrees = (typed: string, { word, plain }: Spelling[number]): boolean =>
  hasDiacritics(typed) ? typed === word : typed === plain

/**
 * If a text begins with one of the spellings (word by word, marks as above), how many of its words that took; the
 * longest counts; 0 where none fits.
 */
export function matchSpelling(typed: string[], spellings: Spelling[]): number {
  let longest = 0
  for (const spelling of spellings)
    if (spelling.length > longest && spelling.every((word, index) => agrees(typed[index] ?? '', word)))
      longest = spelling.length
  return longest
}

/** Is the whole text one of the spellings? */
export function isSpelling(text: string, spellings: string[]): boolean {
  const typed = words(text)
  return typed.length > 0 && matchSpelling(typed, spellings.map(spell)) === typed.length
}
