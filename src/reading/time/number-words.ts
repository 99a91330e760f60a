const units: Record<string, number> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
const unit = Object.keys(units).join('|')

/** "mười lăm", "hai mươi", "ba mươi mốt", "bảy": a number in words as a piece of a pattern, without groups. */
export const numberWords = String.raw`(?:(?:hai|ba|bốn|sáu|chín)\s+mươi(?:\s+(?:${unit})(?!\p{L}))?|mười(?:\s+(?:${unit})(?!\p{L}))?|(?:${unit})(?!\p{L}))`

/** The value of a number in digits or words: "15", "mười lăm" → 15; NaN for anything else. */
export function numberOf(text: string): number {
  const words = text.trim().toLowerCase().split(/\s+/)
  if (/^\d+$/.test(words[0] ?? '')) return Number(words[0])
  const [first = '', second, third] = words
  if (first === 'mười') return 10 + (second ? (units[second] ?? Number.NaN) : 0)
  if (second === 'mươi') return (units[first] ?? Number.NaN) * 10 + (third ? (units[third] ?? Number.NaN) : 0)
  return second ? Number.NaN : (units[first] ?? Number.NaN)
}

/** Months by their names: "tư", "mười một", "mười hai"; "Giêng" and "Chạp" are the first and last of the lunar year. */
export const monthWords = String.raw`(?:mười\s+(?:một|hai)(?!\p{L})|(?:giêng|chạp|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười)(?!\p{L}))`

/** The number of a month in words or digits; NaN for anything else. */
export function monthOfWords(text: string): number {
  const name = text.trim().toLowerCase()
  return name === 'giêng' ? 1 : name === 'chạp' ? 12 : numberOf(name)
}

/** Is the month named as a lunar one? */
export const isLunarName = (text: string): boolean => /giêng|chạp/iu.test(text)
