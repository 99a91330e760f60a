import type { LaidOut, Paragraph } from '../document.ts'
import { isTypedRule, type Line, splitLines } from './line.ts'
import { markBody, markText } from './mark-body.ts'
import { findEnd, markEnd } from './mark-end.ts'
import { type Marks, markHead } from './mark-head.ts'
import type { Element, Kind, Marked, Paper } from './paper.ts'
import { isAppendix, isAppendixOf, isMotto, isNation, isNumber, isPlaceDay, isRecipients } from './patterns.ts'

/** Finds the parts of a document by what they say and where they stand. */
export function markPaper(laidOut: LaidOut): Paper {
  const lines = linesOf(laidOut.paragraphs)
  const starts = lines.flatMap((line, at) => (beginsAppendix(line, at) ? [at] : []))
  const main = lines.slice(0, starts[0] ?? lines.length)
  const { marks, rest, isParty } = markHead(main)
  const isLetter = [...marks.values()].includes('about')
  const end = findEnd(rest)
  markBody(rest.slice(0, end), marks, isLetter)
  markEnd(rest.slice(end), marks)
  starts.forEach((start, at) => {
    markAppendix(lines.slice(start, starts[at + 1]), marks)
  })
  const marked = lines.flatMap((line, at): Marked[] => {
    const element = marks.get(line)
    return element ? [{ element, line, appendix: starts.filter((start) => start <= at).length }] : []
  })
  return {
    ...{ kind: kindOf(marks, isParty), isLetter, laidOut, lines, marked },
    of: (...wanted) => marked.filter(({ element }) => wanted.includes(element)).map(({ line }) => line),
  }
}

/** Until the body begins, and from "Nơi nhận" on, tabs and long spaces set things side by side. */
function linesOf(paragraphs: Paragraph[]): Line[] {
  let isApart = false
  return paragraphs.flatMap((paragraph, at) => {
    const pieces = splitLines(paragraph, at, true)
    const isMark = ({ text }: Line) => isNation(text) || isMotto(text) || isNumber(text) || isPlaceDay(text)
    if (pieces.length > 1 && pieces.some(({ text }) => isRecipients(text))) isApart = true
    const isHead = pieces.length > 1 && (pieces.some(isMark) || pieces.every(isTypedRule))
    return isHead || (isApart && paragraph.cell === null) ? pieces : splitLines(paragraph, at, false)
  })
}

/** "Phụ lục" alone on a line, at the top of a page or in the middle of the line. */
const beginsAppendix = ({ text, paragraph }: Line, at: number) =>
  at > 0 && isAppendix(text) && paragraph.cell === null && (paragraph.align === 'center' || paragraph.startsPage)

function markAppendix(lines: Line[], marks: Marks): void {
  const [first, ...rest] = lines
  if (first) marks.set(first, 'appendix')
  const written = rest.filter((line) => !isTypedRule(line))
  const end = written.findIndex(({ text, paragraph }) => paragraph.align !== 'center' && !isAppendixOf(text))
  const top = written.slice(0, end === -1 ? written.length : end).filter(({ paragraph }) => paragraph.cell === null)
  const given = top.findIndex(({ text }) => isAppendixOf(text))
  top.forEach((line, at) => {
    const element: Element = given !== -1 && at >= given ? 'appendixOf' : 'appendixTitle'
    marks.set(line, element)
  })
  markText(written.slice(top.length), marks)
}

function kindOf(marks: Marks, isParty: boolean): Kind {
  const found = new Set(marks.values())
  if (isParty) return 'party'
  if (found.has('issuer') || found.has('number')) return 'official'
  if (found.has('nation') || found.has('motto')) return 'personal'
  return found.has('placeDay') ? 'official' : 'content'
}
