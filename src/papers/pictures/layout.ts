import type { ProgressPicture } from './progress-picture.ts'
import { textWidth } from './typeface.ts'
import { wrapWords } from './wrap-words.ts'

/** Pixels, for a phone that shows 1080 of them across; no letter is smaller than `size.small`. */
export const width = 1080
export const margin = 40
export const size = { title: 44, heading: 34, text: 30, small: 28 }
/** Vietnamese carries marks above and below. */
export const lineHeight = (letters: number) => Math.round(letters * 1.42)

const inner = width - 2 * margin
const leastName = 320
const leastColumn = 112
const mostNameLines = 3

type Words = { y: number; lines: string[] }

export type Layout = {
  height: number
  title: Words
  asOf: Words
  timeline: {
    heading: number
    /** The plotted part, below the days of the axis. */
    top: number
    height: number
    /** Above the first deadline, where today is named. */
    strip: number
    /** Each deadline's words and mark, from the top of the plot. */
    rows: { words: Words; mark: number; end: number }[]
  }
  coverage: {
    heading: number
    top: number
    height: number
    columnWidth: number
    nameWidth: number
    /** Numbers too long to stand side by side are shown as shares; the deadlines above have them in full. */
    inPercent: boolean
    rows: { top: number; height: number; lines: string[] }[]
  } | null
  notes: Words
}

/** Where everything of a picture stands; words are broken here, so that the height is known. */
export function layoutOf(picture: ProgressPicture): Layout {
  const title = {
    y: margin,
    lines: wrapWords(picture.title, { width: inner, size: size.title, most: 2, weight: 'bold' }),
  }
  const asOf = { y: title.y + title.lines.length * lineHeight(size.title) + 4, lines: [picture.asOf] }
  const timeline = timelineOf(picture, asOf.y + lineHeight(size.small) + 34)
  const coverage = coverageOf(picture, timeline.top + timeline.height + 44)
  const end = coverage ? coverage.top + coverage.height : timeline.top + timeline.height
  const lines = picture.notes.flatMap((note) => wrapWords(note, { width: inner, size: size.small, most: 3 }))
  const notes = { y: end + 24, lines }
  return { height: notes.y + lines.length * lineHeight(size.small) + margin, title, asOf, timeline, coverage, notes }
}

function timelineOf({ columns }: ProgressPicture, heading: number): Layout['timeline'] {
  const strip = lineHeight(size.small) + 10
  let y = strip
  const rows = columns.map(({ number, name }) => {
    const lines = wrapWords(`${number}. ${name}`, { width: inner - 24, size: size.text, most: 2 })
    const words = { y: y + 10, lines }
    const mark = words.y + lines.length * lineHeight(size.text) + lineHeight(size.text) / 2
    y = mark + lineHeight(size.text) / 2 + 14
    return { words, mark, end: y }
  })
  const top = heading + lineHeight(size.heading) + lineHeight(size.small) + 18
  return { heading, top, height: y, strip, rows }
}

function coverageOf({ columns, rows }: ProgressPicture, heading: number): Layout['coverage'] {
  if (rows.length === 0 || columns.length === 0) return null
  const cells = rows.flatMap((row) => row.cells)
  const widest = Math.max(...cells.map((cell) => textWidth(shareWords(cell, false), size.small)))
  const wanted = Math.max(leastColumn, Math.ceil(widest) + 28)
  const columnWidth = Math.min(wanted, Math.floor((inner - leastName) / columns.length))
  const inPercent = columnWidth < Math.ceil(widest) + 20
  const nameWidth = inner - columnWidth * columns.length
  const heads = columns.some(({ isPast }) => isPast) ? 3 : 2
  let top = 0
  const placed = rows.map(({ name }) => {
    const lines = wrapWords(name, { width: nameWidth - 20, size: size.small, most: mostNameLines })
    const height = lines.length * lineHeight(size.small) + 28
    top += height
    return { top: top - height, height, lines }
  })
  const plot = heading + lineHeight(size.heading) + heads * lineHeight(size.small) + 24
  return { heading, top: plot, height: top, columnWidth, nameWidth, inPercent, rows: placed }
}

/** `5/8`, or `62%`: never rounded up to the whole. */
export function shareWords(cell: { done: number; total: number } | null, inPercent: boolean): string {
  if (!cell) return '–'
  return inPercent ? `${Math.floor((100 * cell.done) / Math.max(1, cell.total))}%` : `${cell.done}/${cell.total}`
}
