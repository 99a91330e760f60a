import { mendWords } from './mend-words.ts'
import { opensRightColumn } from './official-head.ts'

/** A run of letters where it stands on the page, in points from the lower left corner. */
export type Piece = { text: string; x: number; y: number; width: number; size: number; endsLine: boolean }
/** Words put over the page afterwards: the number and the day that a clerk's program stamps into a signed PDF. */
export type Stamp = { text: string; x: number; y: number }

type Line = { pieces: Piece[]; y: number; size: number }

/** A page's lines in the order in which its maker wrote them; columns on one line are parted by wide blanks, large gaps by an empty line. */
export function pageLines(pieces: Piece[], stamps: Stamp[] = []): string[] {
  const lines = headInOrder(gatherLines(pieces))
  for (const stamp of stamps) if (!putIntoLine(stamp, lines)) putBetweenLines(stamp, lines)
  return lines.flatMap((line, at) => [...(hasGapAbove(line, lines[at - 1]) ? [''] : []), ...lineText(line).split('\n')])
}

function gatherLines(pieces: Piece[]): Line[] {
  const lines: Line[] = []
  let open: Piece[] = []
  for (const piece of [...pieces, end]) {
    if (piece !== end) open.push(piece)
    if (!piece.endsLine) continue
    const written = open.filter((one) => one.text !== '')
    const first = written.find((one) => one.text.trim() !== '')
    const above = lines.at(-1)
    if (first && above && touches(above, first)) above.pieces.push(...written)
    else if (first) lines.push({ pieces: written, y: first.y, size: first.size })
    open = []
  }
  return lines
}

/** A letter from another font ends a line for pdf.js ("H", "ồ Sen"); it goes on where it touches on the same height. */
function touches({ pieces, y, size }: Line, { x, y: height }: Piece): boolean {
  const last = pieces.at(-1)
  return last !== undefined && Math.abs(height - y) < size * 0.3 && Math.abs(x - last.x - last.width) < size * 0.3
}

/** The head of a document stands in its page's first lines, below a stamp or two. */
const mostHeadLines = 16

/** A head of two columns is often written left column first; its right column begins higher up again. */
function headInOrder(lines: Line[]): Line[] {
  const at = lines.slice(0, mostHeadLines).findIndex((line) => opensRightColumn(lineText(line)))
  const left = lines.slice(0, Math.max(at, 0))
  const bottom = Math.min(...left.map((line) => line.y))
  if (!(bottom < (lines[at]?.y ?? 0))) return lines

  const below = lines.findIndex((line, index) => index > at && line.y < bottom - line.size)
  const right = lines.slice(at, below === -1 ? lines.length : below)
  return [...right, ...left, ...lines.slice(at + right.length)]
}

const end: Piece = { text: '', x: 0, y: 0, width: 0, size: 0, endsLine: true }

/** A stamp belongs to the line in whose blank it was put: "Số: [145]/KH-UBND". */
function putIntoLine(stamp: Stamp, lines: Line[]): boolean {
  if (stamp.text.includes('\n')) return false
  const line = lines.find((one) => {
    if (Math.abs(one.y - stamp.y) > one.size) return false
    const written = one.pieces.filter((piece) => piece.text.trim() !== '')
    const isOver = (piece: Piece) =>
      piece.x < stamp.x && stamp.x < piece.x + piece.width && /[\p{L}\p{N}]/u.test(piece.text)
    return (
      written.some((piece) => piece.x < stamp.x) && written.some((piece) => piece.x > stamp.x) && !written.some(isOver)
    )
  })
  if (!line) return false
  const at = line.pieces.findIndex((piece) => piece.text.trim() !== '' && piece.x > stamp.x)
  const gap = line.pieces[at]?.text.startsWith('/') ? '' : ' '
  const piece = { ...stamp, text: stamp.text + gap, width: 0, size: line.size, endsLine: false }
  line.pieces.splice(at === -1 ? line.pieces.length : at, 0, piece)
  return true
}

/** Else it stands on a line of its own, at its height: a mark of secrecy in the head must not get below the body. */
function putBetweenLines(stamp: Stamp, lines: Line[]) {
  const below = lines.findIndex((line) => line.y < stamp.y)
  const line = { pieces: [{ ...stamp, width: 0, size: 0, endsLine: true }], y: stamp.y, size: 12 }
  lines.splice(below === -1 ? lines.length : below, 0, line)
}

/** pdf.js writes every gap as one blank, however wide. */
const lineText = ({ pieces, size }: Line): string =>
  mendWords(
    pieces
      .map(({ text, width }) => (text.trim() === '' && width > size * 2 ? '   ' : text))
      .join('')
      .trim(),
  )

const hasGapAbove = (line: Line, above: Line | undefined) =>
  above !== undefined && above.y - line.y > Math.max(line.size, above.size) * 2.2

/** Pages → one text. The page's own number, alone at its edge, goes; a sentence that runs over the edge is not parted by an empty line. */
export function joinPages(pages: string[][]): string {
  return pages
    .map((lines, at) => {
      const isNumber = (line: string | undefined) =>
        line !== undefined && line.replace(/[-–\s]/g, '') === String(at + 1)
      const from = isNumber(lines[0]) ? 1 : 0
      const to = lines.length > from && isNumber(lines.at(-1)) ? -1 : undefined
      return lines.slice(from, to).join('\n').trim()
    })
    .filter((page) => page !== '')
    .join('\n')
}
