import { fold, isCapitals, squeeze } from './fold.ts'
import { isHanging, isTerminated } from './line-ends.ts'
import { isBullet, type Marker, readMarker } from './read-marker.ts'
import { findTables } from './tables/find-tables.ts'
import type { TableRow } from './tables/table-row.ts'
import { isTopicLine } from './topic-line.ts'

/** Lines that belong together: one heading, item or paragraph. */
export type Block = { marker: Marker | null; text: string; row?: TableRow }

/** A block to which lines are still added. */
type Open = { marker: Marker | null; lines: string[]; length: number; row?: TableRow }

/** What is known of the whole text before its lines are joined. */
type Layout = {
  /** Had a line room for the next word, so that it ends because its paragraph does? */
  hasRoom: (line: Line, next: Line) => boolean
  /** Has a line a capital only because it opens a sentence: is its beginning written small elsewhere, and never with a capital inside a line? */
  opensSentence: (line: Line) => boolean
  /** Do empty lines part paragraphs, or do they stand between all lines? */
  gapsMean: boolean
  /** The words on both sides of each dash that stands inside a line: `lao động - thương binh`. */
  dashed: Set<string>
}

type Line = { text: string; gap: boolean; marker: Marker | null; row?: TableRow }

const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const startsSmall = (text: string): boolean => /^[\p{Ll}]/u.test(text)

/** The number that this share of the others is below. */
const atShare = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0

function dashedWords(texts: readonly string[]): Set<string> {
  const pairs = texts.flatMap((text) =>
    [...text.matchAll(/ [-–] (?=[\p{L}\p{N}])/gu)].map(({ index }) => {
      const before = lastWord(text.slice(Math.max(0, index - 40), index))
      return `${before}-${foldedWords(text.slice(index + 3, index + 43))[0] ?? ''}`
    }),
  )
  return new Set(pairs)
}

/** Does the line go on from the one before: that has no stop, and this begins with a small letter? */
const continues = (line: Line | undefined, before: Line | undefined): boolean =>
  line !== undefined && before !== undefined && !line.marker && startsSmall(line.text) && !isTerminated(before.text)

const firstWord = (line: Line | undefined): string => /^\S*/.exec(line?.text ?? '')?.[0] ?? ''

/**
 * Room is told from the lines that surely go on. Where they show one exact width, the next word must fit into it; else
 * (letters of several widths) the line must be clearly shorter than those, or than nearly all of them where lines once wrapped
 * have been wrapped again; where lines are not wrapped at all, there is always room.
 */
function readRoom(lines: readonly Line[]): Layout['hasRoom'] {
  const wrapped = lines.flatMap((line, at) =>
    continues(lines[at + 1], line)
      ? [{ length: line.text.length, withNext: line.text.length + 1 + firstWord(lines[at + 1]).length }]
      : [],
  )
  if (wrapped.length <= Math.max(2, lines.length / 12)) return () => true
  const lengths = wrapped.map(({ length }) => length)
  const width = atShare(lengths, 0.97)
  const exact = wrapped.filter(({ withNext }) => withNext > width).length >= wrapped.length * 0.95
  const half = atShare(lengths, 0.5) * 0.85
  const uneven = !exact && lengths.filter((length) => length < half).length >= lengths.length * 0.2
  const full = uneven ? atShare(lengths, 0.05) : half
  return (line, next) => (exact ? line.text.length + 1 + firstWord(next).length <= width : line.text.length < full)
}

const firstTwoWords = /^(\p{Lu}\p{Ll}*) (\p{Ll}+)/u

function readOpenings(lines: readonly Line[]): Layout['opensSentence'] {
  const text = lines.map((line, at) => (continues(line, lines[at - 1]) ? ' ' : '\n') + line.text).join('')
  const inside = new Set([...text.matchAll(/(?<=[\p{L},] )(?=(\p{L}+ \p{Ll}+))/gu)].map(([, pair]) => pair))
  return (line) => {
    const [pair, first, second] = firstTwoWords.exec(line.text) ?? []
    return pair !== undefined && !inside.has(pair) && inside.has(`${first?.toLowerCase()} ${second}`)
  }
}

function readLayout(lines: readonly Line[], whole: readonly string[]): Layout {
  const torn = lines.filter((line, at) => line.gap && continues(line, lines[at - 1]))
  const unbroken = lines.filter((line, at) => continues(line, lines[at - 1]))
  const marked = lines.filter((line, at) => at > 0 && line.marker !== null)
  const parted = marked.filter((line) => line.gap)
  return {
    hasRoom: readRoom(lines),
    opensSentence: readOpenings(lines),
    gapsMean: parted.length * 5 > marked.length * 2 && torn.length * 6 <= Math.max(unbroken.length, marked.length),
    dashed: dashedWords(whole),
  }
}

const textOf = (open: Open): string => open.lines.join(' ')

/** Where the block ends so far. */
const tail = (open: Open): string => open.lines.at(-1)?.slice(-40) ?? ''

const isCapitalBlock = (open: Open): boolean => open.length <= 300 && isCapitals(textOf(open))

/** Could the open block be a heading as it stands: marked or in capitals, and short? */
const looksLikeHeading = (open: Open): boolean =>
  open.length <= 160 &&
  (isCapitals(textOf(open)) || (open.marker !== null && !isBullet(open.marker) && open.length <= 110))

const isBareMarker = (open: Open): boolean => open.lines.length === 1 && open.marker?.written === open.lines[0]

const lastWord = (text: string): string => foldedWords(text).at(-1) ?? ''

/** Is the line before full and without a stop, and no heading: does its sentence surely go on? */
const isMidSentence = (open: Open, previous: Line, line: Line, layout: Layout): boolean =>
  !isTerminated(tail(open)) && !looksLikeHeading(open) && !layout.hasRoom(previous, line)

/** `Thi đua - Khen thưởng`, `Văn hóa - Xã hội`, `Tài chính - Kế toán`: dashes that stand inside names everywhere. */
const usuallyDashed = new Set(
  'dua-khen dong-thuong hoa-xa hoa-the hoach-tai chinh-ke te-xa tri-xa chuc-hanh phong-an hoc-cong te-ha'.split(' '),
)

/** `Bộ Lao động` / `- Thương binh và Xã hội`: the dash belongs to the sentence, not to a list. */
function isDashInSentence(open: Open, previous: Line, line: Line, layout: Layout): boolean {
  if (isTerminated(tail(open))) return false
  const rest = line.text.slice(1).trim()
  const pair = `${lastWord(tail(open))}-${foldedWords(rest)[0] ?? ''}`
  if (usuallyDashed.has(pair) || layout.dashed.has(pair)) return true
  if (isMidSentence(open, previous, line, layout)) return true
  return /^[\p{Ll}\d]/u.test(rest) && !(looksLikeHeading(open) && layout.hasRoom(previous, line))
}

/** `ngày` / `12. …`: a number at the head of a line is a marker only where the row wants it or the sentence before it is over. */
function isNumberInSentence(open: Open, marker: Marker, seen: ReadonlyMap<string, number>): boolean {
  if (isTerminated(tail(open))) return false
  if (isHanging(tail(open))) return true
  const expected = marker.place <= 1 || marker.place === (seen.get(marker.style) ?? 0) + 1
  return !expected && !looksLikeHeading(open)
}

/** `I. NỘI DUNG HOẠT ĐỘNG` behind words that may end: a chapter, whatever its number. */
const isChapter = (open: Open, line: Line, marker: Marker): boolean =>
  marker.style === 'roman' &&
  isCapitals(line.text.slice(marker.written.length)) &&
  !isHanging(tail(open)) &&
  !isCapitalBlock(open)

type Place = { open: Open; previous: Line; line: Line; layout: Layout }

function startsMarked(
  { open, previous, line, layout }: Place,
  marker: Marker,
  seen: ReadonlyMap<string, number>,
): boolean {
  if (isBareMarker(open) || isChapter(open, line, marker)) return true
  if (isBullet(marker)) return !isDashInSentence(open, previous, line, layout)
  return !isNumberInSentence(open, marker, seen) && !isMidSentence(open, previous, line, layout)
}

/** Openings that always begin a paragraph of their own. */
const opensParagraph = /^(?:tren day|trong qua trinh|can cu |nhan duoc|kinh g[uo]i|de nghi cac|yeu cau cac|noi nhan)/

/** `… khai giảng năm học mới` / `05/9/2025.`: a day with its stop ends the sentence above. */
const endsWithDay = /^\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?[.;,)]/

function startsUnmarked({ open, previous, line, layout }: Place): boolean {
  if (isBareMarker(open)) return false
  const roomLeft = layout.hasRoom(previous, line)
  if (isTerminated(tail(open))) {
    if (startsSmall(line.text)) return false
    if (isTopicLine(line.text)) return true
    return layout.gapsMean
      ? line.gap
      : roomLeft || (!previous.text.endsWith(':') && opensParagraph.test(fold(line.text)))
  }
  if (startsSmall(line.text) || isHanging(tail(open)) || endsWithDay.test(line.text)) return false
  if (!open.marker && isTopicLine(textOf(open))) return true
  if (isCapitalBlock(open) !== isCapitals(line.text) && looksLikeHeading(open)) return isCapitalBlock(open) || roomLeft
  if (isCapitalBlock(open)) return false
  if (layout.gapsMean) return roomLeft && line.gap
  return looksLikeHeading(open) && (roomLeft || layout.opensSentence(line))
}

const toLines = (texts: readonly string[]): Line[] => {
  const lines: Line[] = []
  let gap = false
  const { rows, covered } = findTables(texts)
  for (const [at, text] of texts.entries()) {
    const line = squeeze(text)
    const row = rows.get(at)
    if (row) lines.push({ text: row.text, gap, marker: null, row })
    else if (line && !covered.has(at)) lines.push({ text: line, gap, marker: readMarker(line) })
    gap = !line
  }
  return lines
}

/** `Điều` / `11. Tổ chức`: a word that is nothing without its number is put before it. */
const withWholeMarkers = (lines: Line[]): Line[] =>
  lines.reduce<Line[]>((whole, line) => {
    const last = whole.at(-1)
    if (last && /^(?:Điều|Chương|Phần|Mục|Phụ lục|PHỤ LỤC)$/u.test(last.text)) {
      last.text = `${last.text} ${line.text}`
      last.marker = readMarker(last.text)
    } else whole.push(line)
    return whole
  }, [])

function addLine(open: Open, line: string): void {
  open.lines.push(line)
  open.length += line.length + 1
}

/** Joins hard-wrapped lines to headings, items and paragraphs, whatever their width; the whole document's lines show how names are spelled. */
export function joinLines(texts: readonly string[], whole: readonly string[] = texts): Block[] {
  const lines = withWholeMarkers(toLines(texts))
  const layout = readLayout(
    lines.filter(({ row }) => !row),
    whole,
  )
  const blocks: Open[] = []
  const seen = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const open = blocks.at(-1)
    const previous = lines[at - 1]
    const { marker, row } = line
    const place = open && previous && !open.row && !row ? { open, previous, line, layout } : null
    const starts = !place || (marker ? startsMarked(place, marker, seen) : startsUnmarked(place))
    if (!starts && open) addLine(open, line.text)
    else blocks.push({ marker, lines: [line.text], length: line.text.length, ...(row ? { row } : {}) })
    if (starts && marker) seen.set(marker.style, marker.place)
  }
  return blocks.map((open) => ({ marker: open.marker, text: textOf(open), ...(open.row ? { row: open.row } : {}) }))
}
