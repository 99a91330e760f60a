// ngh-iê-ng, qu-yê-t, th-u-ở: what may begin, bear and end a syllable
const syllable = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

/** How much of a text are Vietnamese syllables with marks, from −1 to 1: those with marks, less the words that are none at all. Ordinary prose has 0.6 to 0.8. */
export function vietnameseShare(text: string): number {
  const words = text.slice(0, 12_000).match(/[\p{L}\p{M}\u00A1-\u00FE]{2,}/gu) ?? []
  const sound = words.filter((word) => isSyllable(word))
  const marked = sound.filter((word) => word.normalize('NFD') !== word || /đ/i.test(word))
  const unsound = words.length - sound.length
  return words.length === 0 ? 0 : (marked.length - unsound) / words.length
}

function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD')
  if ((parts.match(toneMarks)?.length ?? 0) > 1) return false
  return syllable.test(parts.replace(toneMarks, '').normalize('NFC'))
}
