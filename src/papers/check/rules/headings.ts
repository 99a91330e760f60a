import type { Line } from '../elements/line.ts'
import type { Paper } from '../elements/paper.ts'
import { type Heading, readHeading } from '../elements/patterns.ts'
import { roman } from '../read/numbering.ts'
import { eachLine, type Hit, type Rule } from '../rule.ts'

const article = 'II.6.đ'

/** The letters by which points run; Word's own lists leave out "đ" and know f, j, w and z. */
const letters = [...'abcdđeghiklmnopqrstuvxy']

const headed = (paper: Paper): { line: Line; heading: Heading }[] =>
  paper.marked.flatMap(({ line, element, appendix }) => {
    const heading =
      appendix === 0 && ['roman', 'article', 'clause', 'point'].includes(element) ? readHeading(line.text) : null
    return heading ? [{ line, heading }] : []
  })

const romans = Array.from({ length: 40 }, (_, at) => roman(at + 1))

/** The place of a mark among its kind, from 1: III → 3, "Điều 4" → 4, 2.3 → 3, đ → 5; 0 where it is none. */
function placeOf({ kind, mark }: Heading): number {
  if (kind === 'roman') return romans.indexOf(mark) + 1
  if (kind === 'point') return letters.indexOf(mark) + 1
  return Number(/(\d+)$/.exec(mark)?.[1] ?? 0)
}

/** 2.3 is counted among those that begin with "2."; all others among their kind. */
const rowOf = ({ kind, mark }: Heading) => `${kind} ${/^\d/.test(mark) ? mark.replace(/\d+$/, '') : ''}`

/** Marks that neither begin nor go on: 1, 2, 4. A row may begin anew under each heading, and go on after what stood between. */
const sequence: Rule = {
  ...{ name: 'sequence', article, severity: 'review' },
  look: (paper) => {
    const last = new Map<string, number>()
    return headed(paper).flatMap(({ line, heading }): Hit[] => {
      const [row, place] = [rowOf(heading), placeOf(heading)]
      const before = last.get(row) ?? 0
      if (place === 0) return []
      last.set(row, place)
      if (place === 1 || place === before + 1) return []
      // A wrong letter is a rule of its own.
      if (heading.kind === 'point' && place === before + 2 && letters[before] === 'đ') return []
      return [{ element: heading.kind, line, values: { found: heading.mark, after: markAt(heading, before) } }]
    })
  },
}

const markAt = ({ kind, mark }: Heading, place: number): string => {
  if (place === 0) return '–'
  if (kind === 'roman') return roman(place)
  return kind === 'point' ? (letters[place - 1] ?? '') : mark.replace(/\d+$/, String(place))
}

/** d) is followed by đ), not by e); there is no f), j), w) or z). */
const wrongLetters: Rule = {
  ...{ name: 'letters', article, severity: 'wrong' },
  look: (paper) => {
    let before = ''
    return headed(paper)
      .filter(({ heading }) => heading.kind === 'point')
      .flatMap(({ line, heading: { mark } }): Hit[] => {
        const isWrong = !letters.includes(mark) || (before === 'd' && mark === 'e')
        const expected = letters[letters.indexOf(before) + 1] ?? ''
        before = mark
        return isWrong ? [{ element: 'point', line, values: { found: mark, expected } }] : []
      })
  },
}

// a. Nội dung, b/ Nội dung: a point has a bracket
const pointBracket = eachLine({ name: 'stop', article, severity: 'wrong' }, ['point'], ({ text }) =>
  /^\p{Ll}\)/u.test(text) ? null : { expected: `${text[0]})` },
)
// Điều 3: Khen thưởng; 2) Chỉ tiêu; I - NỘI DUNG: a number has a full stop
const numberStop = eachLine(
  { name: 'stop', article, severity: 'wrong' },
  ['article', 'clause', 'roman'],
  ({ text }) => {
    const mark = readHeading(text)?.mark ?? ''
    return text.slice(mark.length).startsWith('.') ? null : { expected: `${mark}.` }
  },
)
// Chương 2: chapters and parts have Roman numbers, Mục and Tiểu mục Arabic ones
const partNumber = eachLine({ name: 'roman', article, severity: 'wrong' }, ['part'], ({ text }) =>
  /^(phần|chương)\s+\d/iu.test(text) ? {} : null,
)
// Điều 3. – the word and its number are bold
const boldArticle = eachLine({ name: 'bold', article, severity: 'wrong' }, ['article'], ({ runs }) =>
  runs[0]?.bold ? null : {},
)
// 1. Mục đích: a heading alone on its line, without a sentence's end
const boldClause = eachLine({ name: 'bold', article, severity: 'review' }, ['clause'], ({ text, runs }) =>
  text.length < 60 && /[\p{L}\d)]$/u.test(text) && /^\d+\.\s/.test(text) && !runs.some(({ bold }) => bold) ? {} : null,
)

/** Headings, numbering, items: điểm đ khoản 6 of Mục II. */
export const headingRules: Rule[] = [
  ...[sequence, wrongLetters, pointBracket, numberStop],
  ...[partNumber, boldArticle, boldClause],
]
