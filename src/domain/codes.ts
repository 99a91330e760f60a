/**
 * Codes that people type on a telephone. No vowels, W or D: a Vietnamese keyboard would make Á, Ư or Đ of them (and no
 * word can arise). No B, G, S, Z, I, O, 0, 1 either: they are taken for 8, 6, 5, 2, L, Q, and typed so they are read so.
 */
const alphabet = '23456789CFHJKLMNPQRTVX'
const length = 8
const alike: Record<string, string> = { B: '8', G: '6', S: '5', Z: '2', I: 'L', '1': 'L', O: 'Q', '0': 'Q' }

/** Random bytes (16 or more) → a code such as `K7QF-2M9P`; null where they happen to give one that is not told from a word or a number. */
export function codeFrom(bytes: Uint8Array): string | null {
  // 242 = 11 × 22: higher bytes would make the first letters likelier.
  const signs = [...bytes].filter((byte) => byte < 242).map((byte) => alphabet[byte % alphabet.length])
  const code = signs.slice(0, length).join('')
  return code.length === length && /\d/.test(code) && /[^\dL]/.test(code) ? withDash(code) : null
}

/** What two typings of one code have in common: upper case, letters and digits alone, look-alikes made one. */
export function codeKey(text: string): string {
  const signs = text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return [...signs].map((sign) => alike[sign] ?? sign).join('')
}

/** Is this message meant as a code: eight of its signs, letters and digits, with or without dash, spaces, capitals? */
export function isCode(text: string): boolean {
  const key = codeKey(text)
  const plain = /^[\p{L}\p{N}\s\p{Pd}]+$/u.test(text.trim())
  return (
    plain &&
    /\d/.test(text) &&
    /\p{L}/u.test(text) &&
    key.length === length &&
    [...key].every((sign) => alphabet.includes(sign))
  )
}

const withDash = (code: string) => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`
