// Kính gử i: · tấ t: none of these endings is a word, and as a marker ("c)") it would not stand so; in "thi đua nh m"
// letters are lost, which reading restores
const smallEnding = /(?<=\p{Ll}) (ng|nh|ch|[cmnptiu])(?=[\s,;:]|$)(?! [bcdđghklmnpqrstvx]{1,3}(?!\p{L}))/gu
// What both begin with, found quickly: most lines have neither.
const ending = / (?:[nN][gGhH]|[cC][hH]|[cmnptiuCMNPT])(?:[\s,;:]|$)/
// GIÁ M ĐỐ C: of the vowels none is taken, since "QUÝ I" is two words
const capitalEnding = /(?<=\p{Lu}) (NG|NH|CH|[CMNPT])(?=[\s,;:]|$)/gu

/** pdf.js takes wide bold letters for a gap inside a word. Puts an ending back to the word where both make a syllable. */
export function mendWords(line: string): string {
  const words = line.normalize('NFC')
  return ending.test(words) ? [smallEnding, capitalEnding].reduce(mend, words) : words
}

const mend = (line: string, endings: RegExp) =>
  line.replace(endings, (whole, letters: string, at: number) =>
    canEnd(line.slice(at - 1, at), letters) ? letters : whole,
  )

/** A syllable that ends in c, ch, p or t bears the tone sắc or nặng: so "LOẠI C" and "KHU C" stay apart. */
function canEnd(before: string, ending: string): boolean {
  const [vowel = '', ...marks] = before.normalize('NFD').toLowerCase()
  if (!'aeouy'.includes(vowel) && !(vowel === 'i' && /^[nm]/i.test(ending))) return false
  const [sharp, heavy] = ['\u0301', '\u0323']
  return !/^(c|ch|p|t)$/i.test(ending) || marks.some((mark) => mark === sharp || mark === heavy)
}
