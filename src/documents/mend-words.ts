// Kính gử i: · tấ t: none of these endings is a word, and as a marker ("c)") it would not stand so; in "thi đua nh m"
// letters are lost, which reading restores
const smallEnding = /(\p{Ll}) (ng|nh|ch|[cmnptiu])(?=[\s,;:]|$)(?! [bcdđghklmnpqrstvx]{1,3}(?!\p{L}))/gu
// GIÁ M ĐỐ C: of the vowels none is taken, since "QUÝ I" is two words
const capitalEnding = /(\p{Lu}) (NG|NH|CH|[CMNPT])(?=[\s,;:]|$)/gu

/** pdf.js takes wide bold letters for a gap inside a word. Puts an ending back to the word where both make a syllable. */
export const mendWords = (line: string): string => [smallEnding, capitalEnding].reduce(mend, line.normalize('NFC'))

const mend = (line: string, endings: RegExp) =>
  line.replace(endings, (whole, before: string, ending: string) => (canEnd(before, ending) ? before + ending : whole))

/** A syllable that ends in c, ch, p or t bears the tone sắc or nặng: so "LOẠI C" and "KHU C" stay apart. */
function canEnd(before: string, ending: string): boolean {
  const [vowel = '', ...marks] = before.normalize('NFD').toLowerCase()
  if (!'aeouy'.includes(vowel) && !(vowel === 'i' && /^[nm]/i.test(ending))) return false
  const [sharp, heavy] = ['\u0301', '\u0323']
  return !/^(c|ch|p|t)$/i.test(ending) || marks.some((mark) => mark === sharp || mark === heavy)
}
