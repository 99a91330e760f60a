/** Of a broken text layer a third of the words have no vowel; of one that reading can still restore 0.05, of a clean one 0.003. */
const mostWithoutVowel = 0.1

const vowel = /[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i

/** Letters fallen out of a PDF, as some writers do it to fonts that lack Vietnamese ("Đ c l p - T do"). */
export function hasLostLetters(text: string): boolean {
  const words = wordsOf(text)
  const without = words.filter((word) => !vowel.test(word))
  return isMany(without.length, words)
}

// KÕ ho¹ch ph¸t ®éng: letters of TCVN3, shown by fonts of their own, are other signs in Unicode
const oldLetter = /\p{L}[¸µ¶·¹¨©®¾»¼½«¬¦§¡¢£¤¥]\p{L}|[®¸µ¹¶]\p{L}{1,3}(?!\p{L})/gu

/** Letters of an encoding older than Unicode. */
export function isOldEncoding(text: string): boolean {
  const signs = text.match(oldLetter)
  return signs !== null && isMany(signs.length, wordsOf(text))
}

/** So many letters tell what all are like. */
const enoughToTell = 100_000

/** Words in capitals are abbreviations and do not count. */
const wordsOf = (text: string) =>
  (text.slice(0, enoughToTell).match(/\p{L}+/gu) ?? []).filter((word) => word !== word.toUpperCase())

const isMany = (count: number, words: string[]) => words.length > 20 && count > words.length * mostWithoutVowel
