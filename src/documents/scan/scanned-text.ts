import type { ScannedLine, ScannedWord } from '../../domain/scanned-line.ts'
import { opensRightColumn } from '../official-head.ts'

/** Lines of a page as they were made out → lines of text: specks left out, the head's columns one after the other, an empty line for a large gap. */
export function scannedText(lines: ScannedLine[]): string[] {
  const size = median(lines.map(({ box }) => box.height))
  const written = columnsInOrder(lines.filter((line) => !isSpeck(line, size)))
  return written.flatMap((line, at) => {
    const above = written[at - 1]
    const gap = above === undefined ? 0 : line.box.y - above.box.y - above.box.height
    return gap > size * 1.2 ? ['', spaced(line.words)] : [spaced(line.words)]
  })
}

/** Dirt and torn edges are made out as one or two odd signs. */
const isSpeck = ({ text, box, confidence }: ScannedLine, size: number) =>
  text.length <= 3 && (confidence < 0.5 || box.height < size * 0.4) && !/^\p{N}/u.test(text)

/** Columns on one line are parted by wide blanks. */
const spaced = (words: ScannedWord[]): string =>
  words
    .map(({ text, box }, at) => {
      const before = words[at - 1]?.box
      const gap = before === undefined ? 0 : box.x - before.x - before.width
      return (at === 0 ? '' : gap > wide(box.height) ? '   ' : ' ') + text
    })
    .join('')
    .trim()

const wide = (height: number) => Math.max(height, 20) * 2
const mostHeadLines = 9

/** "UBND XÃ HỒ SEN    CỘNG HÒA XÃ HỘI …": the right column of a head is put before the left one, as in other kinds of files. */
function columnsInOrder(lines: ScannedLine[]): ScannedLine[] {
  const top = lines.slice(0, mostHeadLines).findIndex(({ words }) => rightStart(words) > 0)
  const motto = lines[top]
  if (!motto) return lines
  const first = rightStart(motto.words)
  const before = motto.words[first - 1]?.box
  const middle = ((motto.words[first]?.box.x ?? 0) + (before ? before.x + before.width : 0)) / 2
  const end = headEnd(lines, top, middle)
  const head = lines.slice(top, end)
  const side = (right: boolean) =>
    head.flatMap((line) =>
      part(
        line,
        line.words.filter(({ box }) => box.x > middle === right),
      ),
    )
  return [...lines.slice(0, top), ...side(true), ...side(false), ...lines.slice(end)]
}

/** Which word opens a right column; 0 or less where there is something but a left one. */
const rightStart = (words: ScannedWord[]) =>
  words.findIndex((_, at) =>
    opensRightColumn(
      words
        .slice(at)
        .map(({ text }) => text)
        .join(' '),
    ),
  )

/** The head goes on to the line with the day, and on the left beyond it; a line across the middle is no longer the head. */
function headEnd(lines: ScannedLine[], top: number, middle: number): number {
  let dated = false
  for (let at = top; at < Math.min(lines.length, top + mostHeadLines); at++) {
    const { words = [], text = '' } = lines[at] ?? {}
    const crosses = words.some(({ box }) => box.x < middle && box.x + box.width > middle)
    if (crosses || (dated && words.some(({ box }) => box.x > middle))) return at
    dated ||= /tháng/iu.test(text)
  }
  return Math.min(lines.length, top + mostHeadLines)
}

function part(line: ScannedLine, words: ScannedWord[]): ScannedLine[] {
  return words.length === 0 ? [] : [{ ...line, words, text: words.map(({ text }) => text).join(' ') }]
}

const median = (figures: number[]) => [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? 0
