import type { Paragraph, Run } from '../document.ts'

/**
 * What reads as one line: a paragraph, what stands before or after a break in it, or one of several pieces that tabs and
 * spaces set side by side (`segment` of `segments`). `at`: the place of its paragraph.
 */
export type Line = {
  text: string
  runs: Run[]
  paragraph: Paragraph
  at: number
  segment: number
  segments: number
}

const collapse = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Tabs and long spaces, which set things side by side. */
const besides = /\t+[\t ]*| {4,}/g

/** A paragraph → its lines, without empty ones. `apart`: tabs and long spaces part what stands side by side. */
export function splitLines(paragraph: Paragraph, at: number, apart: boolean): Line[] {
  const words = paragraph.runs.map(({ text }) => text).join('')
  const rows = spansOf(words, /\n/g)
  return rows.flatMap(([from, to], row) => {
    const inRow = words.slice(from, to)
    const all = spansOf(inRow, apart ? besides : /\n/g)
    const pieces = all.filter(([start, end]) => inRow.slice(start, end).trim() !== '')
    // Alone, and moved to the right half.
    const pushed = apart && pieces.length === 1 && pieces[0] !== all[0] ? 1 : 0
    return pieces.map(([start, end], segment): Line => {
      const label = row === 0 && segment === 0 && paragraph.label ? `${paragraph.label} ` : ''
      return {
        text: collapse(label + inRow.slice(start, end)),
        runs: cut(paragraph.runs, from + start, from + end),
        ...{ paragraph, at, segment: segment + pushed, segments: pieces.length + pushed },
      }
    })
  })
}

/** [from, to] of what stands between separators. */
function spansOf(text: string, separator: RegExp): [number, number][] {
  const spans: [number, number][] = []
  let from = 0
  for (const match of text.matchAll(separator)) {
    spans.push([from, match.index])
    from = match.index + match[0].length
  }
  return [...spans, [from, text.length]]
}

function cut(runs: Run[], from: number, to: number): Run[] {
  let start = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(from - start, 0), Math.max(to - start, 0))
    start += run.text.length
    return text.trim() === '' ? [] : [{ ...run, text }]
  })
}

/** Does most of a line look so? Counted by letters, so that a stray bold comma says nothing. */
export function mostly({ runs }: Line, is: (run: Run) => boolean): boolean {
  const lettersOf = (run: Run) => run.text.replace(/[^\p{L}\p{N}]/gu, '').length
  const all = runs.reduce((sum, run) => sum + lettersOf(run), 0)
  const so = runs.filter(is).reduce((sum, run) => sum + lettersOf(run), 0)
  return all > 0 && so * 2 > all
}

/** Are all its letters capitals, by themselves or by their looks? */
export const isUpper = ({ text, runs }: Line): boolean =>
  /\p{L}/u.test(text) &&
  (text === text.toUpperCase() || runs.every((run) => run.caps || run.text === run.text.toUpperCase()))

/** Underscores, dashes or dots that stand for a drawn line. */
export const isTypedRule = ({ text }: Line) => /^[\s_\-–—=*.…]{3,}$/.test(text)

/** Does it lie in a table of the layout, or beside something else? The column counted from 0; null where it has the page's width. */
export function columnOf({ paragraph: { cell }, segment, segments }: Line): number | null {
  if (cell && cell.columns > 1) return cell.column
  return segments > 1 ? segment : null
}
