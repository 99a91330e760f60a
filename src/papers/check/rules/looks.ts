import { columnOf, isUpper, type Line, mostly } from '../elements/line.ts'
import type { Element, Paper } from '../elements/paper.ts'
import { eachLine, type Rule } from '../rule.ts'

type Looks = {
  article: string
  /** Points, from and to. */
  size: [number, number]
  upper?: boolean
  bold?: boolean
  italic?: boolean
  centred?: boolean
}

/** The letters of each part: Mục II, III and V of Phần I of the annex. What is not said of a part may be either way. */
// biome-ignore format: a table keeps its columns
const looks: Partial<Record<Element, Looks>> = {
  nation:        { article: 'II.1.a', size: [12, 13], upper: true,  bold: true,  italic: false, centred: true },
  motto:         { article: 'II.1.b', size: [13, 14], upper: false, bold: true,  italic: false, centred: true },
  superior:      { article: 'II.2.b', size: [12, 13], upper: true,  bold: false, italic: false, centred: true },
  issuer:        { article: 'II.2.b', size: [12, 13], upper: true,  bold: true,  italic: false, centred: true },
  number:        { article: 'II.3.c', size: [13, 13],               bold: false, italic: false, centred: true },
  placeDay:      { article: 'II.4.c', size: [13, 14], upper: false, bold: false, italic: true,  centred: true },
  type:          { article: 'II.5.b', size: [13, 14], upper: true,  bold: true,  italic: false, centred: true },
  title:         { article: 'II.5.b', size: [13, 14], upper: false, bold: true,  italic: false, centred: true },
  about:         { article: 'II.5.b', size: [12, 13], upper: false, bold: false, italic: false, centred: true },
  addressee:     { article: 'II.9.d', size: [13, 14], upper: false,              italic: false },
  basis:         { article: 'II.6.a', size: [13, 14], upper: false, bold: false, italic: true },
  body:          { article: 'II.6.e', size: [13, 14] },
  centred:       { article: 'II.6.e', size: [13, 14] },
  part:          { article: 'II.6.đ', size: [13, 14], upper: false, bold: true,  italic: false, centred: true },
  partTitle:     { article: 'II.6.đ', size: [13, 14], upper: true,  bold: true,  italic: false, centred: true },
  roman:         { article: 'II.6.đ', size: [13, 14], upper: true,  bold: true,  italic: false },
  article:       { article: 'II.6.đ', size: [13, 14], upper: false,              italic: false },
  clause:        { article: 'II.6.đ', size: [13, 14], upper: false,              italic: false },
  point:         { article: 'II.6.đ', size: [13, 14], upper: false,              italic: false },
  authority:     { article: 'II.7.đ', size: [13, 14], upper: true,  bold: true,  italic: false, centred: true },
  signer:        { article: 'II.7.đ', size: [13, 14], upper: false, bold: true,  italic: false, centred: true },
  recipients:    { article: 'II.9.d', size: [12, 12], upper: false, bold: true,  italic: true },
  recipient:     { article: 'II.9.d', size: [11, 11],               bold: false, italic: false },
  appendix:      { article: 'III.1.b', size: [14, 14], upper: false, bold: true, italic: false, centred: true },
  appendixTitle: { article: 'III.1.b', size: [13, 14], upper: true,  bold: true, italic: false, centred: true },
  appendixOf:    { article: 'III.1.c', size: [13, 14], upper: false,             italic: true,  centred: true },
}

/** A numbered sentence, not a heading. */
const isLong = ({ text }: Line) => text.length > 220

/** Pieces parted by tabs, and text boxes, are centred by eye; a person's own paper bears its place and day at the foot. */
const isOffCentre = (line: Line, paper: Paper) =>
  line.paragraph.align !== 'center' &&
  line.segments === 1 &&
  !line.paragraph.inTextBox &&
  !isPushed(line) &&
  !(paper.kind === 'personal' && paper.of('placeDay').includes(line))

/** Moved to the right half of the page with an indent, in a paragraph of its own. */
const isPushed = (line: Line) => columnOf(line) === null && line.paragraph.left > 3000

const sizeRule = (element: Element, article: string, [from, to]: [number, number]): Rule =>
  eachLine({ name: 'size', article, severity: 'wrong' }, [element], ({ runs }) => {
    const off = runs.find(({ text, size }) => /[\p{L}\p{N}]{2}/u.test(text) && (size < from || size > to))
    return off ? { found: off.size, expected: from === to ? `${from}` : `${from}–${to}` } : null
  })

/** Sizes, case, weight, slant and centring of each part. */
export const looksRules: Rule[] = Object.entries(looks).flatMap(
  ([name, { article, size, upper, bold, italic, centred }]) => {
    const element = name as Element
    const of = (rule: Rule['name'], isWrong: (line: Line, paper: Paper) => boolean) =>
      eachLine({ name: rule, article, severity: 'wrong' }, [element], (line, paper) =>
        isWrong(line, paper) ? {} : null,
      )
    return [
      sizeRule(element, article, size),
      ...(upper === true ? [of('upper', (line) => !isUpper(line) && !isLong(line))] : []),
      ...(upper === false ? [of('lower', (line) => isUpper(line) && line.text.length > 8)] : []),
      ...(bold === true ? [of('bold', (line) => !mostly(line, (run) => run.bold) && !isLong(line))] : []),
      ...(bold === false ? [of('notBold', (line) => mostly(line, (run) => run.bold))] : []),
      ...(italic === true ? [of('italic', (line) => !mostly(line, (run) => run.italic))] : []),
      ...(italic === false ? [of('upright', (line) => mostly(line, (run) => run.italic))] : []),
      ...(centred ? [of('centre', isOffCentre)] : []),
    ]
  },
)
