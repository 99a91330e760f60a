/** Ends of a sentence: a stop behind a small letter, digit, bracket or Roman numeral, and a capital after it. */
const sentenceEnd = /(?<=[\p{Ll}\d%)\]”"’…](?:\s?[.!?]|…)|(?<!\p{L})[IVX]{1,5}\.|\/\.\/?)\s+(?=[\p{Lu}“"(])/u
/** Abbreviations and markers whose stop ends nothing. */
const openEnded = /(?:^|\s)(?:tp|tx|tt|vp|tw|đ\/c|ths|ts|gs|pgs|bs|ks|số|tr|[\d]+|[\d.]+|[IVX]+|\p{L})\.$/iu

/** The sentences of a clause, markers such as "2.1." kept with what they mark. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  for (const piece of text.split(sentenceEnd)) {
    const previous = sentences.at(-1)
    if (previous !== undefined && isOpen(previous)) sentences[sentences.length - 1] = `${previous} ${piece}`
    else sentences.push(piece)
  }
  return sentences.map((sentence) => sentence.trim()).filter(Boolean)
}

const isOpen = (text: string) =>
  text.length < 8 || (openEnded.test(text) && !/(?:năm|ngày|tháng|thứ|\/)\s*[\dIVX]+\.$|\/\d{4}\.$/iu.test(text))

/** A row of a table that lost its lines: "… Phòng Thanh tra Ngày 05/01/2012 (thứ 5) Phòng Tài chính". */
const rowStart = /(?<=[\p{L}\d)])\s+(?=Ngày\s+\d{1,2}\s?\/\s?\d)/u

/** The parts of a sentence between semicolons, and rows that begin with their day. */
export const splitSegments = (sentence: string): string[] =>
  splitAtSemicolons(sentence).flatMap((part) => part.split(rowStart))

/** "trước ngày 10/12; trường hợp đặc biệt không quá 20/12": the second limit belongs to the first. */
const latest = /^\s*(?:riêng\s+|nếu\s+)?(?:đối với\s+)?(?:các\s+)?trường hợp\s+(?:đặc biệt|bất khả kháng|có lý do)/iu

/** Brackets and quotation marks keep their semicolons. */
function splitAtSemicolons(sentence: string): string[] {
  const segments: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < sentence.length; i++) {
    const letter = sentence[i] ?? ''
    if ('(“['.includes(letter)) depth++
    if (')”]'.includes(letter)) depth = Math.max(0, depth - 1)
    if (letter !== ';' || (depth > 0 && closesLater(sentence, i)) || latest.test(sentence.slice(i + 1, i + 60)))
      continue
    segments.push(sentence.slice(start, i + 1))
    start = i + 1
  }
  segments.push(sentence.slice(start))
  return segments.map((segment) => segment.trim()).filter((segment) => /[\p{L}\d]/u.test(segment))
}

const closesLater = (sentence: string, from: number) => /[)”\]]/.test(sentence.slice(from, from + 200))
