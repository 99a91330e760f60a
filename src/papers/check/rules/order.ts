import { columnOf } from '../elements/line.ts'
import type { Element, Paper } from '../elements/paper.ts'
import { isNamedType, isType } from '../elements/patterns.ts'
import type { Rule } from '../rule.ts'

const missing = (element: Element, article: string, isWanted: (paper: Paper) => boolean): Rule => ({
  ...{ name: 'missing', article, severity: 'wrong' },
  look: (paper) => (isWanted(paper) && paper.of(element).length === 0 ? [{ element }] : []),
})

const isOfficial = ({ kind }: Paper) => kind === 'official'
/** "Bản đăng ký" of a unit without a seal has no number; letters and the decree's own types have one. */
const isNumbered = (paper: Paper) =>
  isOfficial(paper) && (paper.isLetter || paper.of('type').some(({ text }) => isNamedType(text)))
/** "- Lưu: VT, …" or no such line. A unit that keeps its papers itself has nobody who gives them a number. */
const hasClerks = (paper: Paper) =>
  !paper.of('recipient').some(({ text }) => /lưu\s*:/iu.test(text) && !/VT/.test(text))
const hasHead = ({ kind }: Paper) => kind === 'official' || kind === 'personal'

/** A part stands above another that it belongs under. Only what has the same place across the page is compared. */
const order = (element: Element, after: Element, article: string): Rule => ({
  ...{ name: 'order', article, severity: 'wrong' },
  look: (paper) => {
    const [line, other] = [paper.of(element)[0], paper.of(after)[0]]
    return line && other && line.at < other.at && columnOf(line) === columnOf(other)
      ? [{ element, line, values: { after } }]
      : []
  },
})

/** The type word above the head. */
const typeAbove: Rule = {
  ...{ name: 'order', article: 'IV', severity: 'wrong' },
  look: (paper) => {
    const first = paper.marked.find(({ element }) => element === 'nation')?.line
    const line = paper.lines.find(({ text, at }) => first && at < first.at && isType(text))
    return line ? [{ element: 'type', line, values: { after: 'nation' } }] : []
  },
}

/** "Nơi nhận" and the signature, and then more text. */
const textAfterEnd: Rule = {
  ...{ name: 'order', article: 'IV', severity: 'wrong' },
  look: (paper) => {
    const end = paper.of('recipients', 'authority')[0]
    if (!end) return []
    const isLate = ({ element, line, appendix }: Paper['marked'][number]) =>
      element === 'text' && appendix === 0 && line.at > end.at && line.text.length > 160 && line.paragraph.cell === null
    const late = paper.marked.filter(isLate)
    return late.length >= 2 ? [{ element: 'recipients', line: end, values: { after: 'body' } }] : []
  },
}

/** What must be there, and what stands under what: Mục II and the plan of Mục IV. */
export const orderRules: Rule[] = [
  missing('nation', 'II.1.a', isOfficial),
  missing('motto', 'II.1.b', hasHead),
  missing('issuer', 'II.2.b', isOfficial),
  missing('number', 'II.3.c', (paper) => isNumbered(paper) && hasClerks(paper)),
  { ...missing('number', 'II.3.c', (paper) => isNumbered(paper) && !hasClerks(paper)), severity: 'review' },
  missing('placeDay', 'II.4.c', isOfficial),
  missing('type', 'II.5.b', (paper) => isOfficial(paper) && !paper.isLetter),
  missing('title', 'II.5.b', (paper) => isOfficial(paper) && paper.of('type').length > 0),
  missing('addressee', 'II.9.b', (paper) => isOfficial(paper) && paper.isLetter),
  missing('authority', 'II.7.đ', isOfficial),
  missing('recipients', 'II.9.d', isOfficial),
  order('motto', 'nation', 'II.1.b'),
  order('placeDay', 'motto', 'II.4.c'),
  order('number', 'issuer', 'II.3.c'),
  typeAbove,
  textAfterEnd,
]
