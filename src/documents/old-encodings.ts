import { vietnameseShare } from './vietnamese-share.ts'

/** Signs that Windows shows for the bytes A1–FE, and the letters that TCVN 5712:1993 (ABC, fonts .Vn…) means by them. */
const tcvnSigns = '¡¢£¤¥¦§¨©ª«¬­®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const tcvnLetters = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const tcvn = new Map([...tcvnSigns].map((sign, at) => [sign, [...tcvnLetters][at] ?? sign]))
// PDF readers take the sign for micro (B5) for the Greek letter.
tcvn.set('\u03BC', 'à')

const [grave, sharp, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const [hat, bowl] = ['\u0302', '\u0306']

/** VNI for Windows (fonts VNI-…): the sign after a vowel is its mark. */
const vniMarks: Record<string, string> = {
  ...{ ø: grave, ù: sharp, õ: tilde, û: hook, ï: dot },
  ...{ â: hat, à: hat + grave, á: hat + sharp, ã: hat + tilde, å: hat + hook, ä: hat + dot },
  ...{ ê: bowl, è: bowl + grave, é: bowl + sharp, ü: bowl + tilde, ú: bowl + hook, ë: bowl + dot },
}
/** And these are letters by themselves. */
const vniLetters: Record<string, string> = { ô: 'ơ', ö: 'ư', ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

const inCase = (like: string, letter: string) => (like === like.toLowerCase() ? letter : letter.toUpperCase())

const fromTcvn = (text: string) => text.replace(/[\u00A1-\u00FE\u03BC]/g, (sign) => tcvn.get(sign) ?? sign)

const fromVni = (text: string) =>
  text
    .replace(/([aeouyôö])([øùõûïâàáãåäêèéüúë])|([ôöñíìæóòî])/gi, (_, vowel?: string, mark?: string, alone?: string) => {
      const letter = vowel ?? alone ?? ''
      return inCase(letter, vniLetters[letter.toLowerCase()] ?? letter) + (vniMarks[mark?.toLowerCase() ?? ''] ?? '')
    })
    .normalize('NFC')

/**
 * Text whose letters an encoding older than Unicode shows as other signs ("KÕ ho¹ch ph¸t ®éng") → the same in Unicode; null
 * where no encoding makes Vietnamese of it. Tried on the whole, told by how many words are then Vietnamese syllables.
 */
export const fromOldEncoding = (text: string): string | null =>
  vietnameseShare(text) < doubtful ? best([fromTcvn(text), fromVni(text)]) : null

/** Below this a text is hardly Vietnamese as it stands. */
const doubtful = 0.3

/** Bytes that are no UTF-8 → text, where they are Vietnamese in TCVN3, VNI or windows-1258; else null. */
export function decodeOldText(bytes: Uint8Array): string | null {
  const western = new TextDecoder('windows-1252').decode(bytes)
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  return best([fromTcvn(western), fromVni(western), windows])
}

/** Of a sound conversion nearly all words are syllables, and most of those bear marks. */
const least = 0.5

function best(candidates: string[]): string | null {
  const [first] = candidates
    .map((text) => ({ text, share: vietnameseShare(text) }))
    .sort((one, other) => other.share - one.share)
  return first && first.share >= least ? first.text : null
}
