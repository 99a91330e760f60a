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

/** Does a typed word mean this word? A word typed with marks must agree in them ("đúng" is not "dừng"). */
const agrees = (typed: string, word: string): boolean => (hasDiacritics(typed) ? typed === word : typed === fold(word))

/**
 * If a text begins with one of the spellings (word by word, marks as above), how many of its words that took; the
 * longest counts; 0 where none fits.
 */
export function matchSpelling(typed: string[], spellings: string[]): number {
  let longest = 0
  for (const spelling of spellings) {
    const wanted = words(spelling)
    if (wanted.length > longest && wanted.every((word, index) => agrees(typed[index] ?? '', word)))
      longest = wanted.length
  }
  return longest
}

/** Is the whole text one of the spellings? */
export function isSpelling(text: string, spellings: string[]): boolean {
  const typed = words(text)
  return typed.length > 0 && matchSpelling(typed, spellings) === typed.length
}
