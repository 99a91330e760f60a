/** Text as people compare it: NFC or NFD, with or without marks, any case → lower case without diacritics, words parted by one space. */
export function fold(text: string): string {
  return unmarked(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Text without diacritics (đ → d), all else as it is. */
export function unmarked(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

/** Does the text carry Vietnamese marks (so that its words can be compared with them)? */
export const hasDiacritics = (text: string): boolean => unmarked(text) !== text.normalize('NFC')
