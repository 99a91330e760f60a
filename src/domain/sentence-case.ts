import { unmarked } from './fold.ts'

/** Names that are written with capitals wherever they stand. */
const names = [
  ...['Việt Nam', 'Hồ Chí Minh', 'Quốc hội', 'Chính phủ', 'Nhà nước', 'Tổ quốc', 'Đảng bộ', 'Đảng ủy', 'Đảng'],
  ...['Thủ tướng', 'Mặt trận', 'Đại hội', 'Hội đồng', 'Ủy ban'],
]

// "TỈNH ĐẮK LẮK", at the end: what follows the word is a name
const placeAtEnd = /(?<!\p{L})(tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)((?: [\p{L}'’-]+){1,4})$/u
// "khóa XVI", "lần thứ XI", "quý IV"; "vi phạm" is a word
const numeral = /(?<=(?:khóa|khoá|thứ|kỳ|quý|đợt)\s)[ivxlc]+(?!\p{L})|(?<!\p{L})[xvi]{3,}(?!\p{L})/gu

/** "HĐND", "UBND", "TTKT": read letter by letter. */
const isAbbreviation = (word: string): boolean =>
  word.length > 1 && (/^UB\p{L}*$/u.test(word) || !/[AEIOUY]/u.test(unmarked(word).toUpperCase()))

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** A title or a name printed all in capitals → as in a sentence, `place` and well-known names with theirs; anything else stays. */
export function sentenceCase(text: string, place: string | null = null): string {
  const words = text.match(/\p{L}+/gu) ?? []
  if (words.length < 2 || text !== text.toUpperCase()) return text
  const lower = text.replace(/\p{L}+/gu, (word) => (isAbbreviation(word) ? word : word.toLowerCase()))
  const known = [...names, ...(place ? [place] : [])].reduce(
    (words, name) => words.replace(new RegExp(`(?<!\\p{L})${RegExp.escape(name.toLowerCase())}(?!\\p{L})`, 'gu'), name),
    lower.replace(/(?<!\p{L})uỷ(?!\p{L})/gu, 'ủy'),
  )
  const placed = known.replace(
    placeAtEnd,
    (_, level: string, name: string) => level + name.replace(/(?<=\s)\p{L}+/gu, capital),
  )
  return capital(placed.replace(numeral, (found) => found.toUpperCase()))
}
