import type { Line } from '../elements/line.ts'
import type { Element } from '../elements/paper.ts'
import { eachLine, type Hit, type Rule } from '../rule.ts'

const written: Element[] = ['basis', 'body', 'article', 'clause', 'point']
const article = 'II.6.e'

/** A line that does not reach the margin looks the same whichever way it is set. */
const fillsALine = 90

const justified = eachLine({ name: 'justified', article, severity: 'wrong' }, written, ({ text, paragraph }) =>
  text.length > fillsALine && paragraph.align !== 'both' ? {} : null,
)

/** 1 cm and 1.27 cm, in twips; 1.25 cm is what LibreOffice makes of the latter. */
const indents = [567, 720]

/** Where the first line begins, from the margin. */
const startOf = ({ paragraph }: Line) => paragraph.left + paragraph.first
const cm = (twips: number) => Math.round((twips / 1440) * 254) / 100

const opens = (line: Line) => line.paragraph.runs.map(({ text }) => text).join('')

const indent = eachLine({ name: 'indent', article, severity: 'wrong' }, [...written, 'roman'], (line) => {
  const start = startOf(line)
  const isRight = indents.some((one) => Math.abs(start - one) <= 25)
  // A tab, or spaces, at the start of a line stand for the indent; spaces are a rule of their own.
  if (isRight || /^(\t| {3,})/.test(opens(line))) return null
  return { found: cm(start) }
})

const bySpaces = eachLine({ name: 'bySpaces', article, severity: 'review' }, written, (line) =>
  / {3,}/.test(/^\s+/.exec(opens(line))?.[0] ?? '') ? {} : null,
)

/** 6 points, in twips. */
const leastGap = 120

/** Between a paragraph and the one right before it; what has the same style and says so closes up. */
const gap = eachLine({ name: 'gap', article, severity: 'wrong' }, written, (line, paper) => {
  const before = paper.marked.find(({ line: other, appendix }) => other.at === line.at - 1 && appendix === 0)
  if (!before || ![...written, 'roman'].includes(before.element) || line.paragraph.runs.length === 0) return null
  const [above, here] = [before.line.paragraph, line.paragraph]
  const isSame = above.style === here.style
  const found = (above.contextual && isSame ? 0 : above.after) + (here.contextual && isSame ? 0 : here.before)
  return found < leastGap - 1 ? { found: found / 20 } : null
})

/** From single to one and a half; an exact distance in points is held against the size of the letters. */
const lineSpacing = eachLine({ name: 'lineSpacing', article, severity: 'wrong' }, written, ({ paragraph, runs }) => {
  const { line, lineRule } = paragraph
  if (lineRule === 'auto') return line < 238 || line > 362 ? { found: Math.round((line / 240) * 100) / 100 } : null
  const size = Math.max(...runs.map((run) => run.size), 0)
  const ofSize = line / 20 / (size || 14) / 1.15
  const isOff = ofSize > 1.55 || (lineRule === 'exact' && ofSize < 0.9)
  return isOff ? { found: Math.round(ofSize * 100) / 100 } : null
})

/** A whole paragraph that slants; a remark in brackets may. */
const upright = eachLine({ name: 'upright', article, severity: 'review' }, ['body'], ({ text, runs }) =>
  runs.every(({ italic }) => italic) && runs.length > 0 && !text.startsWith('(') ? {} : null,
)

/** Each basis ends with ";", the last with ".". */
const basisEndings = eachLine(
  { name: 'endings', article: 'II.6.a', severity: 'wrong' },
  ['basis'],
  (line, _paper, all) => {
    const expected = line === all.at(-1) ? '.' : ';'
    return line.text.endsWith(expected) ? null : { expected }
  },
)

/** The last sentence of the main text ends with "./.", as the models of Phụ lục III do. */
const finished: Rule = {
  ...{ name: 'finished', article: 'PL3', severity: 'review' },
  look: (paper): Hit[] => {
    if (paper.kind !== 'official' || paper.of('recipients', 'authority').length === 0) return []
    const last = paper.marked.findLast(
      ({ element, line, appendix }) =>
        appendix === 0 &&
        [...written, 'text', 'centred'].includes(element) &&
        isBeforeEnd(line, paper.of('recipients', 'authority')[0]),
    )
    if (!last || last.line.paragraph.cell || /\.\/\.$/.test(last.line.text)) return []
    return [{ element: last.element, line: last.line }]
  },
}

const isBeforeEnd = (line: Line, end: Line | undefined) => end === undefined || line.at < end.at

/** The body: điểm a and e khoản 6 of Mục II. */
export const bodyRules: Rule[] = [justified, indent, bySpaces, gap, lineSpacing, upright, basisEndings, finished]
