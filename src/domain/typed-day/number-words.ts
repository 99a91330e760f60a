const units = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const unitOf = new Map(units.map((word, value) => [word, value]))
for (const [word, value] of Object.entries({ tu: 4, lam: 5 })) unitOf.set(word, value)

const unit = [...unitOf.keys()].join('|')
const patterns: { pattern: RegExp; value(...groups: string[]): number }[] = [
  // "hai mươi mốt", "ba mươi"
  {
    pattern: new RegExp(`\\b(hai|ba) muoi(?: (${unit}))?\\b`, 'g'),
    value: (tens, ones) => Number(unitOf.get(tens ?? '')) * 10 + (unitOf.get(ones ?? '') ?? 0),
  },
  // "mười lăm", "mười"
  { pattern: new RegExp(`\\bmuoi(?: (${unit}))?\\b`, 'g'), value: (ones) => 10 + (unitOf.get(ones ?? '') ?? 0) },
  // "tháng tư", "thứ sáu", "mùng hai", "quý ba": a bare number word is too easily something else ("năm", "tuần sau")
  {
    pattern: new RegExp(`(?<=\\b(?:thang|thu|ngay|mung|mong|quy) )(?!(?<=thang )(?:nam \\d|sau))(${unit})\\b`, 'g'),
    value: (ones) => Number(unitOf.get(ones ?? '')),
  },
]

const june = /(tháng)\s+sáu(?!\p{L})/giu
/** "tháng sáu" is June, "tháng sau" is next month: told apart while the marks still stand. */
export const juneInDigits = (text: string): string => text.replace(june, '$1 6')

/** Spoken numbers of a date → digits: "ngay muoi lam thang chin" → "ngay 15 thang 9". Takes lower case without marks. */
export function digitsForWords(text: string): string {
  return patterns.reduce(
    (words, { pattern, value }) => words.replace(pattern, (_, ...groups: string[]) => String(value(...groups))),
    text,
  )
}
