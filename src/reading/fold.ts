const folded = new Map<string, string>()

const foldLetter = (letter: string): string => {
  const known = folded.get(letter)
  if (known !== undefined) return known
  const base = letter === 'đ' || letter === 'Đ' ? 'd' : (letter.normalize('NFD')[0] ?? letter).toLowerCase()
  const one = base.length === 1 ? base : letter
  folded.set(letter, one)
  return one
}

/** Small letters without marks, one for one: `Nội dung, ĐỢT` → `noi dung, dot`. A place found in it is the same place in the text. */
export function fold(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at += 1) out += foldLetter(text.charAt(at))
  return out
}

/** Is every letter a capital, and are there at least two? `TỔ CHỨC THỰC HIỆN` is; digits and signs do not count. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters === letters.toUpperCase()
}

/** One space between words, none at the ends. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()
