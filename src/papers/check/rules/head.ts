import { columnOf, type Line } from '../elements/line.ts'
import { eachLine, type Rule } from '../rule.ts'

/** HOÀ and HÒA are the same word. */
const sameWords = (text: string) => text.replace(/OÀ/g, 'ÒA').replace(/oà/g, 'òa')

// CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
const nationWords = eachLine({ name: 'words', article: 'II.1.a', severity: 'wrong' }, ['nation'], ({ text }) =>
  sameWords(text.toUpperCase()) === 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
    ? null
    : { expected: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
)

// Độc lập - Tự do - Hạnh phúc: hyphens with spaces, three capitals
const mottoWords = eachLine({ name: 'words', article: 'II.1.b', severity: 'wrong' }, ['motto'], ({ text }) =>
  /^Độc lập - Tự do - Hạnh phúc$/.test(text) || text === text.toUpperCase()
    ? null
    : { expected: 'Độc lập - Tự do - Hạnh phúc' },
)

/** The national name is on the right; alone in the middle it heads a paper of no office. */
const nationRight = eachLine({ name: 'right', article: 'II.1.a', severity: 'wrong' }, ['nation'], (line, { kind }) => {
  const isRight =
    columnOf(line) !== null ? columnOf(line) !== 0 : line.paragraph.inTextBox || line.paragraph.left > 3000
  return kind === 'official' && !isRight ? {} : null
})

// Số 05/KH-UBND
const numberColon = eachLine({ name: 'colon', article: 'II.3.c', severity: 'wrong' }, ['number'], ({ text }) =>
  /^số\s*:/iu.test(text) ? null : {},
)
// Số: 5/KH-UBND
const numberZero = eachLine({ name: 'zero', article: 'II.3.c', severity: 'wrong' }, ['number'], ({ text }) => {
  const [, digit] = /^số\s*:?\s*([1-9])[a-z]?\s*\//iu.exec(text) ?? []
  return digit ? { found: digit, expected: `0${digit}` } : null
})
// Số: 05 / KH - UBND; before the slash a blank number leaves room
const numberSpaces = eachLine({ name: 'spaces', article: 'II.3.c', severity: 'wrong' }, ['number'], ({ text }) =>
  /\d\s+\/|\/\s+\S|\S\s+-|-\s+\S|[–—]/u.test(text.replace(/^số\s*:?/iu, '')) ? {} : null,
)
// Số: 05/kh-ubnd; QyĐ, TTr and CTr keep a small letter
const numberCapitals = eachLine({ name: 'capitals', article: 'II.3.c', severity: 'wrong' }, ['number'], ({ text }) => {
  const groups = (text.split('/').slice(1).join('/') || '').split(/[-–/&\s]+/).filter((group) => /\p{L}/u.test(group))
  return groups.every((group) => /^\d*\p{Lu}/u.test(group)) ? null : {}
})

// ngày 05 tháng 02 năm 2026 → 05, 02, 2026; blanks give null
const daysIn = (text: string) => /ngày\s*(\d*)[\s.…_]*tháng\s*(\d*)[\s.…_]*năm\s*(\d*)/iu.exec(text)

const dayZero = eachLine({ name: 'zero', article: 'II.4.b', severity: 'wrong' }, ['placeDay'], ({ text }) => {
  const [, day = '', month = ''] = daysIn(text) ?? []
  const found = /^[1-9]$/.test(day) ? day : /^[12]$/.test(month) ? month : null
  return found ? { found, expected: `0${found}` } : null
})
// tháng 03: only January and February have one
const monthZero = eachLine({ name: 'monthZero', article: 'II.4.b', severity: 'review' }, ['placeDay'], ({ text }) => {
  const [, , month = ''] = daysIn(text) ?? []
  return /^0[3-9]$/.test(month) ? { found: month, expected: month.slice(1) } : null
})
// ngày 05 tháng 02 năm 2026
const placeNamed = eachLine({ name: 'place', article: 'II.4.c', severity: 'wrong' }, ['placeDay'], ({ text }) =>
  /^ngày/iu.test(text) ? {} : null,
)
// Ea Kao ngày 05 tháng 02
const placeComma = eachLine({ name: 'comma', article: 'II.4.c', severity: 'wrong' }, ['placeDay'], ({ text }) =>
  /^[^,]+\S\s*ngày/iu.test(text) && !/,\s*ngày/iu.test(text) ? {} : null,
)

/** Side by side: one paragraph, one row of a table, or cells of the same height in which their order cannot be seen. */
const isSameRow = (one: Line, other: Line) => {
  const [a, b] = [one.paragraph.cell, other.paragraph.cell]
  if (one.paragraph.inTextBox || other.paragraph.inTextBox) return true
  return a && b && a.table === b.table ? a.row === b.row : one.at === other.at
}
const placeRow = eachLine({ name: 'row', article: 'II.4.c', severity: 'wrong' }, ['placeDay'], (line, paper) => {
  const [number] = paper.of('number')
  return !number || isSameRow(line, number) ? null : {}
})
const placeBeneath = eachLine(
  { name: 'beneath', article: 'II.4.c', severity: 'wrong' },
  ['placeDay'],
  (line, paper) => {
    const [nation] = paper.of('nation')
    return nation && columnOf(nation) !== null && columnOf(line) === 0 ? {} : null
  },
)

/** 6 points between the number and "V/v". */
const aboutGap = eachLine(
  { name: 'gapAbove', article: 'II.5.b', severity: 'review' },
  ['about'],
  (line, paper, all) => {
    const [number] = paper.of('number')
    if (line !== all[0] || !number || line.at !== number.at + 1) return null
    return number.paragraph.after + line.paragraph.before < 100 ? { expected: 6 } : null
  },
)

/** The head, besides how its letters look: khoản 1 to 5 of Mục II. */
export const headRules: Rule[] = [
  ...[nationWords, mottoWords, nationRight],
  ...[numberColon, numberZero, numberSpaces, numberCapitals],
  ...[dayZero, monthZero, placeNamed, placeComma, placeRow, placeBeneath],
  aboutGap,
]
