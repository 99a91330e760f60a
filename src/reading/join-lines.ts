import { fold, isCapitals, squeeze } from './fold.ts'
import { isHanging, isTerminated } from './line-ends.ts'
import { isBullet, type Marker, readMarker } from './read-marker.ts'

/** Lines that belong together: one heading, item or paragraph. */
export type Block = { marker: Marker | null; text: string }

/** What is known of the whole text before its lines are joined. */
type Layout = {
  /** A line shorter than this had room for another word: it ends because its paragraph does. */
  fullLength: number
  /** Do empty lines part paragraphs, or do they stand between all lines? */
  gapsMean: boolean
  /** The words on both sides of each dash that stands inside a line: `lao động - thương binh`. */
  dashed: Set<string>
}

type Line = { text: string; gap: boolean }

const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const startsSmall = (text: string): boolean => /^[\p{Ll}]/u.test(text)

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

function dashedWords(lines: readonly Line[]): Set<string> {
  const pairs = lines.flatMap(({ text }) => [...text.matchAll(/([\p{L}\p{N}]+) [-–] ([\p{L}\p{N}]+)/gu)])
  return new Set(pairs.map(([, left, right]) => fold(`${left}-${right}`)))
}

/** How the lines were wrapped, told from those that surely go on: they end without a stop before a small letter. */
function readLayout(lines: readonly Line[]): Layout {
  const goesOn = lines.filter((line, at) => !isTerminated(line.text) && startsSmall(lines[at + 1]?.text ?? ''))
  const torn = lines.filter(
    (line, at) => at > 0 && line.gap && startsSmall(line.text) && !isTerminated(lines[at - 1]?.text ?? ''),
  )
  const marked = lines.filter((line, at) => at > 0 && readMarker(line.text) !== null)
  const parted = marked.filter((line) => line.gap)
  const wrapped = goesOn.length > Math.max(2, lines.length / 12)
  return {
    fullLength: wrapped ? median(goesOn.map((line) => line.text.length)) * 0.85 : Number.POSITIVE_INFINITY,
    gapsMean: parted.length * 5 > marked.length * 2 && torn.length * 6 <= Math.max(goesOn.length, marked.length),
    dashed: dashedWords(lines),
  }
}

/** Could the open block be a heading as it stands: marked or in capitals, and short? */
const looksLikeHeading = (block: Block): boolean =>
  block.text.length <= 160 &&
  (isCapitals(block.text) || (block.marker !== null && !isBullet(block.marker) && block.text.length <= 110))

/** The last words of a block: enough to see how it ends, however long it has grown. */
const tail = (block: Block): string => block.text.slice(-40)

const isCapitalBlock = (block: Block): boolean => block.text.length <= 300 && isCapitals(block.text)

const isBareMarker = (block: Block): boolean => block.marker?.written === block.text

const lastWord = (text: string): string => foldedWords(text).at(-1) ?? ''

/** `Bộ Lao động` / `- Thương binh và Xã hội`: the dash belongs to the sentence, not to a list. */
function isDashInSentence(open: Block, line: Line, layout: Layout): boolean {
  if (isTerminated(tail(open))) return false
  const rest = line.text.slice(1).trim()
  if (layout.dashed.has(`${lastWord(tail(open))}-${foldedWords(rest)[0] ?? ''}`)) return true
  return startsSmall(rest) && !looksLikeHeading(open)
}

/** `ngày` / `12. …`: a number at the head of a line is a marker only where the row wants it or the sentence before it is over. */
function isNumberInSentence(open: Block, marker: Marker, seen: ReadonlyMap<string, number>): boolean {
  if (isTerminated(tail(open))) return false
  if (isHanging(tail(open))) return true
  const expected = marker.place <= 1 || marker.place === (seen.get(marker.style) ?? 0) + 1
  return !expected && !looksLikeHeading(open)
}

function startsMarked(
  open: Block,
  line: Line,
  marker: Marker,
  layout: Layout,
  seen: ReadonlyMap<string, number>,
): boolean {
  if (isBareMarker(open)) return true
  return isBullet(marker) ? !isDashInSentence(open, line, layout) : !isNumberInSentence(open, marker, seen)
}

/** Openings that always begin a paragraph of their own. */
const opensParagraph = /^(?:tren day|trong qua trinh|can cu |nhan duoc|kinh gui|de nghi cac|yeu cau cac|noi nhan)/

function startsUnmarked(open: Block, previous: Line, line: Line, layout: Layout): boolean {
  if (isBareMarker(open)) return false
  const roomLeft = previous.text.length < layout.fullLength
  if (isTerminated(tail(open))) {
    if (startsSmall(line.text)) return false
    return layout.gapsMean ? line.gap : roomLeft || opensParagraph.test(fold(line.text))
  }
  if (startsSmall(line.text) || isHanging(tail(open))) return false
  if (isCapitalBlock(open) !== isCapitals(line.text) && looksLikeHeading(open)) return isCapitalBlock(open) || roomLeft
  if (isCapitalBlock(open)) return false
  return roomLeft && (looksLikeHeading(open) || (layout.gapsMean && line.gap))
}

const toLines = (texts: readonly string[]): Line[] => {
  const lines: Line[] = []
  let gap = false
  for (const text of texts) {
    if (text.trim()) lines.push({ text: squeeze(text), gap })
    gap = !text.trim()
  }
  return lines
}

/** `Điều` / `11. Tổ chức`: a word that is nothing without its number is put before it. */
const withWholeMarkers = (lines: Line[]): Line[] =>
  lines.reduce<Line[]>((whole, line) => {
    const last = whole.at(-1)
    if (last && /^(?:Điều|Chương|Phần|Mục|Phụ lục|PHỤ LỤC)$/u.test(last.text)) last.text = `${last.text} ${line.text}`
    else whole.push(line)
    return whole
  }, [])

/** Joins hard-wrapped lines to headings, items and paragraphs, whatever the width they were wrapped to. */
export function joinLines(texts: readonly string[]): Block[] {
  const lines = withWholeMarkers(toLines(texts))
  const layout = readLayout(lines)
  const blocks: Block[] = []
  const seen = new Map<string, number>()
  lines.forEach((line, at) => {
    const open = blocks.at(-1)
    const previous = lines[at - 1]
    const marker = readMarker(line.text)
    const starts =
      !open ||
      !previous ||
      (marker ? startsMarked(open, line, marker, layout, seen) : startsUnmarked(open, previous, line, layout))
    if (!starts && open) open.text = `${open.text} ${line.text}`
    else blocks.push({ marker, text: line.text })
    if (starts && marker) seen.set(marker.style, marker.place)
  })
  return blocks
}
