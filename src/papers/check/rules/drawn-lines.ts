import type { Paragraph } from '../document.ts'
import { isTypedRule, type Line, mostly } from '../elements/line.ts'
import type { Element, Paper } from '../elements/paper.ts'
import type { Hit, Rule, RuleName } from '../rule.ts'

type Wanted = { element: Element; article: string; length: 'lineWhole' | 'linePart'; share: [number, number] }

/** A line beneath, and how long it is beside the words above it; the ends are wide, as widths are reckoned, not measured. */
const wanted: Wanted[] = [
  { element: 'motto', article: 'II.1.b', length: 'lineWhole', share: [0.65, 1.45] },
  { element: 'issuer', article: 'II.2.b', length: 'linePart', share: [0.15, 0.75] },
  { element: 'title', article: 'II.5.b', length: 'linePart', share: [0.1, 0.8] },
]

/** `length` in twips, null where it cannot be told. */
type Found = { kind: 'line' | 'lineUnderlined' | 'lineDashes' | 'none'; length: number | null }

/** What is found beneath the last line of a part. */
function findBeneath(paper: Paper, last: Line): Found {
  const { paragraphs } = paper.laidOut
  const { cell } = last.paragraph
  const isHere = (one: Paragraph) =>
    one.cell?.table === cell?.table && one.cell?.row === cell?.row && one.cell?.column === cell?.column
  const next = paragraphs.slice(last.at + 1, last.at + 4).filter(isHere)
  const typed = paper.lines.find(
    (line) =>
      line.at >= last.at && line.at <= last.at + 2 && isTypedRule(line) && line !== last && isBeneath(line, last),
  )
  if (last.paragraph.ruleBelow) return { kind: 'line', length: lengthOf(last.paragraph) }
  if (typed) return { kind: /_/.test(typed.text) ? 'line' : 'lineDashes', length: null }
  for (const one of [last.paragraph, ...next]) {
    const isEmpty = one.text.trim() === ''
    const [drawn] = one.drawn
    if (drawn !== undefined) return { kind: 'line', length: drawn || null }
    if (one !== last.paragraph && (one.ruleAbove || (isEmpty && one.ruleBelow)))
      return { kind: 'line', length: lengthOf(one) }
    if (one !== last.paragraph && !isEmpty) break
  }
  if (mostly(last, ({ underline }) => underline)) return { kind: 'lineUnderlined', length: null }
  return { kind: cell?.ruleBelow && next.length === 0 ? 'line' : 'none', length: null }
}

const isBeneath = (line: Line, above: Line) =>
  line.paragraph.cell === above.paragraph.cell ||
  (line.paragraph.cell?.table === above.paragraph.cell?.table &&
    line.paragraph.cell?.column === above.paragraph.cell?.column &&
    line.segment === above.segment)

/** A border runs from indent to indent of its cell (less the cell's own margins). */
const lengthOf = ({ cell, left, right }: Paragraph) => (cell && cell.width > 0 ? cell.width - 216 - left - right : null)

const widths: [RegExp, number][] = [
  [/\p{Lu}/u, 0.72],
  [/\p{Ll}|\d/u, 0.48],
]
/** About how wide a line is, in twips; never wider than the page's text. */
function widthOf({ text, runs }: Line): number {
  const size = runs[0]?.size ?? 13
  const ems = [...text].reduce(
    (sum, letter) => sum + (widths.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.29),
    0,
  )
  return Math.min(ems * size * 20, 9300)
}

/** Lines drawn as shapes may hang on any paragraph of the head: as many as are missed are taken for them. */
function isDrawnElsewhere(paper: Paper, { at }: Line): boolean {
  const end = Math.max(at, ...paper.of('number', 'placeDay', 'about', 'title').map((line) => line.at)) + 2
  const shapes = paper.laidOut.paragraphs.slice(0, end).reduce((sum, { drawn }) => sum + drawn.length, 0)
  const missed = wanted.filter(({ element }) => {
    const last = paper.of(element).at(-1)
    return last !== undefined && findBeneath(paper, last).kind === 'none'
  })
  const claimed = wanted.length - missed.length
  return shapes - claimed >= missed.length && missed.length > 0
}

function look(paper: Paper, one: Wanted, name: RuleName): Hit[] {
  const { element, share } = one
  const last = paper.of(element).at(-1)
  if (!last || (element === 'issuer' && paper.kind !== 'official')) return []
  const { kind, length } = findBeneath(paper, last)
  if (name === 'line') return kind === 'none' && !isDrawnElsewhere(paper, last) ? [{ element, line: last }] : []
  if (name !== one.length) return kind === name ? [{ element, line: last }] : []
  if (length === null || length <= 0) return []
  const part = length / widthOf(last)
  const [from, to] = share
  return part >= from && part <= to ? [] : [{ element, line: last, values: { found: Math.round(part * 100) } }]
}

/** Lines beneath the motto (as long as it), the issuer and the subject (a third to a half of their words). */
export const drawnLineRules: Rule[] = wanted.flatMap((one) =>
  (['line', 'lineUnderlined', 'lineDashes', one.length] as const).map(
    (name): Rule => ({
      ...{ name, article: one.article, severity: name === 'line' ? 'wrong' : 'review' },
      look: (paper) => look(paper, one, name),
    }),
  ),
)
